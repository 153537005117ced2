import { all, any, type Condition, defined, is, known, not, unless } from '../../engine/condition.js'
import type { Instrument, Rule } from '../../engine/rule.js'
import {
  COVERED_BY_SUMMARY,
  DETERIORATED_UNANTICIPATED,
  FORWARDED,
  IN_EEA,
  incidentClocks,
  isNotReportable,
  MADE_AVAILABLE_THERE,
  NOT_IN_PERIODIC_SUMMARY,
  NOT_INVESTIGATIONAL,
  PROMISED,
  SOMEBODY_DIED,
} from '../conditions.js'
import { IVDR_APPLIES, MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const EXPECTED: Condition = unless(
  'it is not shown to be an expected side-effect or expected erroneous result',
  'it is an expected side-effect or expected erroneous result, documented, quantified and acceptable; it belongs in trend reporting',
  not(defined('EU-DEF-13')),
)

/** A serious incident the manufacturer reports one by one; the place is added by each jurisdiction. */
export const REPORTABLE: Condition = all(NOT_INVESTIGATIONAL, defined('EU-DEF-02'), EXPECTED)

const IN_THE_UNION: Condition = all(IN_EEA, MADE_AVAILABLE_THERE, REPORTABLE, NOT_IN_PERIODIC_SUMMARY)

export const article = (mdr: string, ivdr: string): [Instrument, Instrument] => [
  {
    name: 'Regulation (EU) 2017/745 (MDR)',
    citation: `MDR ${mdr}`,
    for: 'device',
    effectiveFrom: MDR_APPLIES,
  },
  {
    name: 'Regulation (EU) 2017/746 (IVDR)',
    citation: `IVDR ${ivdr}`,
    for: 'ivd',
    effectiveFrom: IVDR_APPLIES,
  },
]

const clocks = incidentClocks('eu-1182-71')

const report = {
  jurisdiction: 'EU',
  scope: 'incident',
  owedBy: ['manufacturer'],
  duty: { type: 'report', form: 'MIR', kind: 'initial', channel: 'mir' },
  addressee: { resolve: 'authority-of-event-country' },
  status: 'in-force',
  certainty: 'verified',
  sources: [SOURCES.mdr, SOURCES.ivdr, SOURCES.mdcg2023],
  reviewBy: REVIEW_BY,
} as const

/** MDR Art 87, IVDR Art 82: reporting of serious incidents. */
export const MDR_87: readonly Rule[] = [
  {
    ...report,
    id: 'EU-VIG-01',
    instruments: article('Art 87(1)(a), (3)', 'Art 82(1)(a), (3)'),
    title: 'Report a serious incident',
    when: IN_THE_UNION,
    timing: 'Immediately, and not later than 15 days after awareness of the incident',
    clocks: [clocks.other],
    evidence: [
      'initial MIR',
      'assessment of severity and causality',
      'proof of the awareness date',
      'receipt',
    ],
  },
  {
    ...report,
    id: 'EU-VIG-02',
    instruments: article('Art 87(4)', 'Art 82(4)'),
    title: 'Report a serious public health threat',
    when: all(IN_THE_UNION, is('event.publicHealthThreat', true)),
    timing: 'Immediately, and not later than 2 days after awareness of the threat',
    clocks: [clocks.threat],
    evidence: ['initial MIR with classification "Serious public health threat"'],
  },
  {
    ...report,
    id: 'EU-VIG-03',
    instruments: article('Art 87(5)', 'Art 82(5)'),
    title: 'Report a death or an unanticipated serious deterioration of health',
    when: all(IN_THE_UNION, any(SOMEBODY_DIED, DETERIORATED_UNANTICIPATED)),
    timing:
      'Immediately after a causal link is established or suspected, and not later than 10 days after awareness of the incident',
    clocks: [clocks.death, clocks.unanticipated],
    evidence: ['initial MIR with the classification', 'proof of anticipation where it is claimed'],
  },
  {
    ...report,
    id: 'EU-VIG-04',
    instruments: article('Art 87(6)', 'Art 82(6)'),
    title: 'Complete an incomplete initial report by a follow-up report',
    when: all(IN_THE_UNION, not(known('investigation.concludedOn'))),
    duty: { type: 'task' },
    timing:
      'The initial report goes in within its limit even when incomplete; the next one by the date promised in 1.2.f',
    clocks: [PROMISED],
    evidence: ['MIR "Follow up"', 'date in 1.2.f'],
  },
  {
    ...report,
    id: 'EU-VIG-06',
    instruments: article('Art 87(11)', 'Art 82(11)'),
    title: 'Answer a report that an authority passed on: MIR, or a statement why it is not reportable',
    when: all(IN_EEA, FORWARDED, isNotReportable(REPORTABLE)),
    duty: { type: 'report', form: 'STATEMENT', kind: 'explanatory statement', channel: 'mir' },
    timing: 'Within the limits of the report it replaces, at the latest 15 days after receipt',
    clocks: [clocks.other],
    evidence: ['reasoned statement; the authority can still ask for a MIR'],
  },
  {
    ...report,
    id: 'EU-VIG-13',
    instruments: article('Art 87(9), Art 92(8)', 'Art 82(9)'),
    title: 'Report in the agreed periodic summary instead of one by one',
    when: all(IN_EEA, MADE_AVAILABLE_THERE, REPORTABLE, COVERED_BY_SUMMARY),
    duty: { type: 'report', form: 'PSR', kind: 'periodic update', channel: 'psr' },
    addressee: { resolve: 'authority-of-agreement' },
    timing: 'In the period agreed with the coordinating authority',
    clocks: [{ ...PROMISED, id: 'agreed', basis: 'periodic-summary-due' }],
    evidence: ['written agreement on format, content and frequency', 'counts'],
    note: 'Only for similar serious incidents with a known root cause, an FSCA carried out, or common and well documented ones (MDCG 2023-3 Rev.2 Q24).',
  },
]
