import { all, any, inSet, is, known, named, not } from '../../engine/condition.js'
import type { Clock, Rule } from '../../engine/rule.js'
import { REVIEW_BY, SOURCES } from '../sources.js'
import { article } from './mdr-87.js'

export const IMMEDIATELY_AFTER_LEARNING: Clock = {
  id: 'immediately',
  basis: 'operator-learnt',
  amount: 0,
  unit: 'calendar-day',
  direction: 'after',
  rounding: 'none',
}

/** Somebody whose country is not given is taken to be where the duty is. */
const IN_UNION = any(inSet('operator.country', 'union-market'), not(known('operator.country')))

const common = {
  jurisdiction: 'EU',
  scope: 'operator',
  duty: { type: 'task' },
  timing: 'Immediately',
  clocks: [IMMEDIATELY_AFTER_LEARNING],
  evidence: ['forward with date and time', 'entry in the register of complaints'],
  status: 'in-force',
  certainty: 'verified',
  sources: [SOURCES.mdr, SOURCES.ivdr],
  reviewBy: REVIEW_BY,
} as const

/** MDR and IVDR Art 11(3)(g), 13(8), 14(5): complaints that reach a representative, an importer or a distributor. */
export const MDR_11_13_14: readonly Rule[] = [
  {
    ...common,
    id: 'EU-VIG-18',
    owedBy: ['importer'],
    instruments: article('Art 13(8)', 'Art 13(8)'),
    title: 'Importer: forward the complaint or report to the manufacturer and its authorised representative',
    when: all(
      named('an importer learnt of it', 'no importer learnt of it', is('operator.role', 'importer')),
      named('in the Union', 'outside the Union', IN_UNION),
    ),
    addressee: { resolve: 'parties', parties: ['manufacturer', 'authorised representative'] },
  },
  {
    ...common,
    id: 'EU-VIG-19',
    owedBy: ['distributor'],
    instruments: article('Art 14(5)', 'Art 14(5)'),
    title:
      'Distributor: forward the complaint or report to manufacturer, authorised representative and importer',
    when: all(
      named('a distributor learnt of it', 'no distributor learnt of it', is('operator.role', 'distributor')),
      named('in the Union', 'outside the Union', IN_UNION),
    ),
    addressee: { resolve: 'parties', parties: ['manufacturer', 'authorised representative', 'importer'] },
  },
  {
    ...common,
    id: 'EU-VIG-20',
    owedBy: ['authorised-representative'],
    instruments: article('Art 11(3)(g)', 'Art 11(3)(g)'),
    title: 'Authorised representative: forward the complaint or report to the manufacturer',
    when: named(
      'the authorised representative learnt of it',
      'the authorised representative did not learn of it',
      is('operator.role', 'authorised-representative'),
    ),
    addressee: { resolve: 'parties', parties: ['manufacturer'] },
  },
]
