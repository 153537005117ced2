import { country } from '@vigie/codes'
import { day } from '@vigie/kernel'
import { all, any, type Condition, defined, is, named, not, oneOf, unless } from '../../engine/condition.js'
import type { Instrument, Rule } from '../../engine/rule.js'
import {
  CONCLUDED,
  COVERED_BY_SUMMARY,
  DETERIORATED_UNANTICIPATED,
  FORWARDED,
  INITIAL_SENT,
  incidentClocks,
  isNotReportable,
  MADE_AVAILABLE_THERE,
  NOT_IN_PERIODIC_SUMMARY,
  PROMISED,
  SOMEBODY_DIED,
} from '../conditions.js'
import { IMMEDIATELY_AFTER_LEARNING } from '../eu/mdr-11-13-14.js'
import { IS_REPORTABLE_TREND } from '../eu/mdr-88.js'
import { BEFORE_THE_ACTION, IS_FIELD_SAFETY_ACTION, WITH_THE_URGENT_ACTION } from '../eu/mdr-89.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const GB = country('GB')
const PART_4A_APPLIES = day('2025-06-16')
const UKRP_APPLIES = day('2021-01-01')

const regulation = (citation: string, effectiveFrom = PART_4A_APPLIES): [Instrument] => [
  { name: 'Medical Devices Regulations 2002 (S.I. 2002/618)', citation, effectiveFrom },
]

/** Regulation 1182/71 was not kept for this purpose and the S.I. is silent: the last day stands. */
const clocks = incidentClocks('none', 'requires-confirmation')

const NOT_UNDER_INVESTIGATION: Condition = unless(
  'the device is not in a clinical investigation or performance evaluation',
  'the device is in a clinical investigation or performance evaluation, which Part 4A does not cover',
  not(is('device.investigational', true)),
)

/** Models discontinued before Part 4A stay under the former rules, which this pack does not hold (S.I. 2024/1368 reg 6). */
const DISCONTINUED: Condition = is('device.discontinuedInGreatBritain', true)

const IN_GREAT_BRITAIN: Condition = named(
  'it happened in Great Britain',
  'it did not happen in Great Britain but in {event.country}',
  is('event.country', GB),
)

const REPORTABLE: Condition = all(NOT_UNDER_INVESTIGATION, defined('GB-DEF-SERIOUS'))
const SERIOUS_IN_GB: Condition = all(
  IN_GREAT_BRITAIN,
  MADE_AVAILABLE_THERE,
  REPORTABLE,
  NOT_IN_PERIODIC_SUMMARY,
)

const common = {
  jurisdiction: 'GB',
  owedBy: ['manufacturer'],
  addressee: { resolve: 'authority', country: 'GB' },
  status: 'in-force',
  certainty: 'secondary-source',
  notHeldWhen: DISCONTINUED,
  sources: [SOURCES.si2024],
  reviewBy: REVIEW_BY,
} as const

const report = {
  ...common,
  scope: 'incident',
  instruments: regulation('reg 44ZH UK MDR 2002'),
  duty: { type: 'report', form: 'MIR', kind: 'initial', channel: 'mir' },
} as const

const SOLD_IN_GB: Condition = named(
  'the device is sold in Great Britain',
  'the device is not sold in Great Britain',
  any(is('action.undertakenIn', GB), is('action.sameModelSoldInGreatBritain', true)),
)

const advance = {
  ...common,
  scope: 'field-action',
  instruments: regulation('reg 44ZG UK MDR 2002'),
  duty: { type: 'task' },
  timing: 'As soon as possible; all corrective and preventive actions that affect safety or performance',
  clocks: [],
  evidence: ['CAPA record', 'notice with date'],
  certainty: 'verified',
} as const

const WORKING_DAYS_3 = {
  id: 'three-working-days',
  basis: 'request-received',
  amount: 3,
  unit: 'working-day',
  direction: 'after',
  rounding: 'none',
  calendar: 'GB',
  countingCertainty: 'requires-confirmation',
} as const

/** Great Britain: Part 4A of the Medical Devices Regulations 2002, inserted by S.I. 2024/1368. */
export const PART_4A: readonly Rule[] = [
  {
    ...report,
    id: 'GB-VIG-03',
    title: 'Report a serious incident in Great Britain',
    when: SERIOUS_IN_GB,
    timing: 'Not later than 15 days after awareness',
    clocks: [clocks.other],
    evidence: ['MIR in MORE (GB form, based on MIR 7.2.1)', 'receipt'],
    note: 'The task may be delegated in writing to the UK Responsible Person; the manufacturer stays liable. Weekends and holidays do not extend the limit; that reading is not confirmed. An exemption for expected side-effects or results is not applied here, because it is not confirmed for Great Britain.',
  },
  {
    ...report,
    id: 'GB-VIG-01',
    title: 'Report a serious public health threat',
    when: all(SERIOUS_IN_GB, is('event.publicHealthThreat', true)),
    timing: 'Not later than 2 days after awareness',
    clocks: [clocks.threat],
    evidence: ['MIR in MORE'],
  },
  {
    ...report,
    id: 'GB-VIG-02',
    title: 'Report a death or an unanticipated serious deterioration of health',
    when: all(SERIOUS_IN_GB, any(SOMEBODY_DIED, DETERIORATED_UNANTICIPATED)),
    timing: 'Not later than 10 days after awareness',
    clocks: [clocks.death, clocks.unanticipated],
    evidence: ['MIR in MORE'],
  },
  {
    ...common,
    id: 'GB-VIG-05',
    scope: 'incident',
    instruments: regulation('reg 44ZI UK MDR 2002'),
    title: 'Send the final report',
    when: all(IN_GREAT_BRITAIN, MADE_AVAILABLE_THERE, REPORTABLE, CONCLUDED),
    duty: { type: 'report', form: 'MIR', kind: 'final', channel: 'mir' },
    timing: 'When the investigation is concluded; no number of days is fixed',
    clocks: [PROMISED],
    evidence: ['final report in MORE'],
  },
  {
    ...common,
    id: 'GB-VIG-05-close',
    scope: 'incident',
    instruments: regulation('reg 44ZI UK MDR 2002'),
    title: 'Close a report that turned out not to be of a serious incident',
    when: all(IN_GREAT_BRITAIN, INITIAL_SENT, isNotReportable(REPORTABLE), CONCLUDED),
    duty: { type: 'report', form: 'MIR', kind: 'final (non-reportable)', channel: 'mir' },
    timing: 'When the investigation is concluded; no number of days is fixed',
    clocks: [PROMISED],
    evidence: ['final report in MORE'],
  },
  {
    ...common,
    id: 'GB-VIG-05-investigate',
    scope: 'incident',
    instruments: regulation('reg 44ZI UK MDR 2002'),
    title:
      'Investigate; do not alter device or sample in a way that hinders evaluation before the MHRA is told',
    when: SERIOUS_IN_GB,
    duty: { type: 'task' },
    timing: 'After the initial report',
    clocks: [],
    evidence: ['investigation plan', 'custody record'],
  },
  {
    ...common,
    id: 'GB-VIG-06',
    scope: 'request',
    instruments: regulation('regs 44ZI, 44ZJ, 44ZN, 44ZR UK MDR 2002'),
    title: 'Answer the MHRA',
    when: named('the MHRA asks for Great Britain', 'the MHRA does not ask', is('request.country', GB)),
    duty: { type: 'task' },
    timing: 'Within 3 working days of the request',
    clocks: [WORKING_DAYS_3, { ...PROMISED, id: 'stated', basis: 'request-due' }],
    evidence: ['response log'],
    note: 'Working days of England are taken; Scotland differs. Not confirmed.',
  },
  {
    ...common,
    id: 'GB-VIG-07',
    scope: 'field-action',
    instruments: regulation('reg 44ZJ UK MDR 2002'),
    title: 'Report a field safety corrective action in Great Britain',
    when: all(
      IS_FIELD_SAFETY_ACTION,
      NOT_UNDER_INVESTIGATION,
      named(
        'the action is carried out in Great Britain',
        'the action is not carried out in Great Britain',
        is('action.undertakenIn', GB),
      ),
    ),
    duty: { type: 'report', form: 'FSCA', kind: 'initial', channel: 'fsca' },
    timing: 'Before the action begins, except in an urgent case',
    clocks: [BEFORE_THE_ACTION, WITH_THE_URGENT_ACTION],
    evidence: [
      'risk assessment',
      'draft field safety notice',
      'number of devices',
      'estimated users',
      'final report with proof of effect',
    ],
  },
  {
    ...common,
    id: 'GB-VIG-08',
    scope: 'field-action',
    instruments: regulation('reg 44ZK UK MDR 2002'),
    title: 'Report a field safety corrective action outside Great Britain for a model sold there',
    when: all(
      IS_FIELD_SAFETY_ACTION,
      named(
        'the action is carried out outside Great Britain only',
        'the action is carried out in Great Britain',
        not(is('action.undertakenIn', GB)),
      ),
      named(
        'the same model is sold in Great Britain',
        'the same model is not sold in Great Britain',
        is('action.sameModelSoldInGreatBritain', true),
      ),
    ),
    duty: { type: 'report', form: 'FSCA', kind: 'initial', channel: 'fsca' },
    timing:
      'The number of days is not confirmed; without undue delay, with the reason why it is not done in Great Britain',
    clocks: [],
    evidence: ['FSCA report', 'reason why it is not done in Great Britain'],
    certainty: 'requires-confirmation',
  },
  {
    ...advance,
    id: 'GB-PMS-02',
    title: 'Tell the UK Responsible Person in advance about the corrective action',
    when: all(
      SOLD_IN_GB,
      named(
        'the manufacturer is outside the United Kingdom and has a UK Responsible Person',
        'a manufacturer in the United Kingdom has no UK Responsible Person',
        not(oneOf('manufacturer.country', [GB, country('XI')])),
      ),
    ),
    addressee: { resolve: 'parties', parties: ['UK Responsible Person'] },
  },
  {
    ...advance,
    id: 'GB-PMS-02-approved-body',
    title: 'Tell the approved body in advance about the corrective action',
    when: all(
      SOLD_IN_GB,
      named(
        'the device is UKCA-marked',
        'the device is CE-marked, so no approved body is concerned',
        is('device.greatBritainRoute', 'UKCA'),
      ),
    ),
    addressee: { resolve: 'parties', parties: ['approved body'] },
  },
  {
    ...common,
    id: 'GB-VIG-09',
    scope: 'trend',
    instruments: regulation('reg 44ZN UK MDR 2002'),
    title: 'Report a statistically significant increase',
    when: all(
      IS_REPORTABLE_TREND,
      named(
        'incidents occurred in Great Britain',
        'none of the incidents occurred in Great Britain',
        is('trend.countries', GB),
      ),
    ),
    duty: { type: 'report', form: 'TREND', kind: 'initial', channel: 'trend' },
    timing: 'No number of days is known; without undue delay',
    clocks: [],
    evidence: ['trend report in MORE', 'investigation and final trend report'],
    certainty: 'requires-confirmation',
  },
  {
    ...common,
    id: 'GB-VIG-10',
    scope: 'incident',
    instruments: regulation('reg 44ZO UK MDR 2002'),
    title: 'Answer a report that the MHRA passed on: MIR, or an explanation',
    when: all(IN_GREAT_BRITAIN, FORWARDED, isNotReportable(REPORTABLE)),
    duty: { type: 'report', form: 'STATEMENT', kind: 'explanatory statement', channel: 'mir' },
    timing: 'Within 2, 10 or 15 days',
    clocks: [clocks.other],
    evidence: ['statement'],
  },
  {
    ...common,
    id: 'GB-VIG-12',
    scope: 'incident',
    instruments: regulation('MHRA guidance on periodic summary reports'),
    title: 'Report in the agreed periodic summary instead of one by one',
    when: all(IN_GREAT_BRITAIN, MADE_AVAILABLE_THERE, REPORTABLE, COVERED_BY_SUMMARY),
    duty: { type: 'report', form: 'PSR', kind: 'periodic update', channel: 'psr' },
    timing: 'As agreed with the MHRA',
    clocks: [{ ...PROMISED, id: 'agreed', basis: 'periodic-summary-due' }],
    evidence: ['agreement'],
  },
  {
    ...common,
    id: 'GB-RP-02',
    scope: 'operator',
    owedBy: ['uk-responsible-person'],
    instruments: regulation('reg 7A, 21A, 33A UK MDR 2002', UKRP_APPLIES),
    title: 'UK Responsible Person: tell the manufacturer about the complaint or suspected incident',
    when: named(
      'the UK Responsible Person learnt of it',
      'the UK Responsible Person did not learn of it',
      is('operator.role', 'uk-responsible-person'),
    ),
    duty: { type: 'task' },
    addressee: { resolve: 'parties', parties: ['manufacturer'] },
    timing: 'Immediately',
    clocks: [IMMEDIATELY_AFTER_LEARNING],
    evidence: ['forward with date and time'],
    certainty: 'not-confirmed',
  },
]
