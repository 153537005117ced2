import { all, is, named, not, oneOf } from '../../engine/condition.js'
import type { Rule } from '../../engine/rule.js'
import { IN_EEA, MADE_AVAILABLE_THERE } from '../conditions.js'
import { REVIEW_BY, SOURCES } from '../sources.js'
import { article, REPORTABLE } from './mdr-87.js'

const common = {
  jurisdiction: 'EU',
  scope: 'incident',
  owedBy: ['manufacturer'],
  duty: { type: 'task' },
  status: 'in-force',
  certainty: 'verified',
  reviewBy: REVIEW_BY,
  clocks: [],
} as const

const IN_THE_UNION = all(IN_EEA, MADE_AVAILABLE_THERE, REPORTABLE)

/** MDR Art 92, Art 27(5): copies of a report and what it has to carry. */
export const MDR_92: readonly Rule[] = [
  {
    ...common,
    id: 'EU-VIG-21',
    instruments: article('Art 92(9)', 'Art 87(9)'),
    title: 'Send a copy of the report to the notified body that issued the certificate',
    when: all(
      IN_THE_UNION,
      named(
        'a notified body certified the device',
        'no notified body certified the device',
        is('device.certifiedByNotifiedBody', true),
      ),
    ),
    addressee: { resolve: 'parties', parties: ['notified body'] },
    timing: 'Automatic once EUDAMED vigilance applies; until then as agreed with the notified body',
    evidence: ['copy with date'],
    sources: [SOURCES.mdr, SOURCES.mdcg2021],
  },
  {
    ...common,
    id: 'EU-VIG-25',
    instruments: article('Art 27(5)', 'Art 24(5)'),
    title: 'Name the UDI in the report',
    when: all(
      IN_THE_UNION,
      named(
        'the device has a UDI by law',
        'legacy and custom-made devices have no UDI by law',
        all(oneOf('device.regulation', ['MDR', 'IVDR']), not(is('device.customMade', true))),
      ),
    ),
    addressee: { resolve: 'parties', parties: ['own records'] },
    timing: 'In every report of a serious incident or field safety corrective action',
    evidence: ['UDI-DI, UDI-PI and Basic UDI-DI in section 2.1'],
    sources: [SOURCES.mdr],
  },
]
