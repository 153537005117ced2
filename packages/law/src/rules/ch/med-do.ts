import { country } from '@vigie/codes'
import { day } from '@vigie/kernel'
import { all, any, type Condition, is, named, not, unless } from '../../engine/condition.js'
import type { Clock, Instrument, Rule } from '../../engine/rule.js'
import {
  CONCLUDED,
  INITIAL_SENT,
  incidentClocks,
  isNotReportable,
  MADE_AVAILABLE_THERE,
  PROMISED,
} from '../conditions.js'
import { IMMEDIATELY_AFTER_LEARNING } from '../eu/mdr-11-13-14.js'
import { REPORTABLE } from '../eu/mdr-87.js'
import { IS_REPORTABLE_TREND } from '../eu/mdr-88.js'
import { BEFORE_THE_ACTION, IS_FIELD_SAFETY_ACTION, WITH_THE_URGENT_ACTION } from '../eu/mdr-89.js'
import { IVDR_APPLIES, MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const CH = country('CH')
const LI = country('LI')

/** MedDO borrows the limits of the MDR; that it borrows Regulation 1182/71 is not confirmed, so the last day stands. */
const clocks = incidentClocks('none', 'requires-confirmation')

/** The same limit for somebody else, from the day that person learnt of it. */
const learnt = (clock: Clock): Clock => ({ ...clock, basis: 'operator-learnt' })

const ordinance = (medDo: string, ivDo: string): [Instrument, Instrument] => [
  {
    name: 'Medical Devices Ordinance (SR 812.213)',
    citation: `MedDO ${medDo}`,
    for: 'device',
    effectiveFrom: MDR_APPLIES,
  },
  {
    name: 'Ordinance on In Vitro Diagnostics (SR 812.219)',
    citation: `IvDO ${ivDo}`,
    for: 'ivd',
    effectiveFrom: IVDR_APPLIES,
  },
]

const UNDER_CUSTOMS_TREATY: Condition = is('device.liechtensteinRegime', 'swiss-customs-treaty')

const SWISS_ACTION: Condition = any(
  is('action.undertakenIn', CH),
  all(is('action.undertakenIn', LI), UNDER_CUSTOMS_TREATY),
)

const IN_SWITZERLAND: Condition = named(
  'it happened in {event.country}, under Swiss law',
  'it did not happen in Switzerland but in {event.country}',
  any(
    is('event.country', CH),
    all(is('event.country', LI), is('device.liechtensteinRegime', 'swiss-customs-treaty')),
  ),
)

const SERIOUS_IN_SWITZERLAND = all(IN_SWITZERLAND, MADE_AVAILABLE_THERE, REPORTABLE)

const common = {
  jurisdiction: 'CH',
  owedBy: ['swiss-representative', 'manufacturer'],
  addressee: { resolve: 'authority', country: 'CH' },
  status: 'in-force',
  certainty: 'verified',
  sources: [SOURCES.medDo],
  reviewBy: REVIEW_BY,
} as const

const SWISS_UDI_REGISTRATION: Instrument = {
  name: 'Medical Devices Ordinance (SR 812.213)',
  citation: 'MedDO Art 17(5); IvDO Art 16(5)',
  effectiveFrom: day('2026-07-01'),
}

/** Duties under MedDO Art 66 and its sister IvDO Art 59, whoever owes them. */
const DUTIES: readonly Rule[] = [
  {
    ...common,
    id: 'CH-VIG-01',
    scope: 'incident',
    instruments: ordinance('Art 66(1)(a), (2), (2bis)', 'Art 59'),
    title: 'Report a serious incident in Switzerland to Swissmedic',
    when: SERIOUS_IN_SWITZERLAND,
    duty: { type: 'report', form: 'MIR', kind: 'initial', channel: 'mir' },
    timing: 'The limits of MDR Art 87: 2, 10 or 15 days',
    clocks: [clocks.threat, clocks.death, clocks.unanticipated, clocks.other],
    evidence: ['MIR 7.3.1 in the Swiss filling, XML and PDF by e-mail', 'receipt'],
    note: 'Where a Swiss representative is mandatory, it is responsible for the report; the act of reporting can be given to the manufacturer in the mandate, with the representative in copy. Weekends and holidays do not extend the limit; that reading is not confirmed.',
  },
  {
    ...common,
    id: 'CH-VIG-02',
    scope: 'field-action',
    instruments: ordinance('Art 66(1)(b)', 'Art 59'),
    title: 'Report a field safety corrective action in Switzerland',
    when: all(
      IS_FIELD_SAFETY_ACTION,
      named(
        'the action is carried out in Switzerland',
        'the action is not carried out in Switzerland',
        SWISS_ACTION,
      ),
    ),
    duty: { type: 'report', form: 'FSCA', kind: 'initial', channel: 'fsca' },
    timing: 'Without delay and in advance, except in an urgent case',
    clocks: [BEFORE_THE_ACTION, WITH_THE_URGENT_ACTION],
    evidence: ['FSCA form', 'field safety notice in German, French and Italian as needed'],
  },
  {
    ...common,
    id: 'CH-VIG-03',
    scope: 'trend',
    instruments: ordinance('Art 66(2bis), EU-MDR Art 88', 'Art 59'),
    title: 'Report a trend, from incidents in Switzerland and abroad',
    when: all(
      IS_REPORTABLE_TREND,
      named(
        'the device is on the Swiss market',
        'the device is not on the Swiss market',
        any(
          is('device.markets', CH),
          is('trend.countries', CH),
          all(is('trend.countries', LI), UNDER_CUSTOMS_TREATY),
        ),
      ),
    ),
    duty: { type: 'report', form: 'TREND', kind: 'initial', channel: 'trend' },
    timing: 'The law counts no days; unsolicited, without undue delay',
    clocks: [],
    evidence: ['trend report'],
  },
  {
    ...common,
    id: 'CH-VIG-04',
    scope: 'incident',
    instruments: ordinance('Art 66(2), EU-MDR Art 89', 'Art 59'),
    title: 'Send the final report',
    when: all(SERIOUS_IN_SWITZERLAND, CONCLUDED),
    duty: { type: 'report', form: 'MIR', kind: 'final', channel: 'mir' },
    timing: 'When the investigation is concluded; the law counts no days',
    clocks: [PROMISED],
    evidence: ['final MIR'],
  },
  {
    ...common,
    id: 'CH-VIG-04-investigate',
    scope: 'incident',
    instruments: ordinance('Art 66(2), EU-MDR Art 89', 'Art 59'),
    title: 'Investigate; before any test that alters the device or sample, tell Swissmedic',
    when: SERIOUS_IN_SWITZERLAND,
    duty: { type: 'task' },
    timing: 'Without delay',
    clocks: [],
    evidence: ['investigation plan', 'custody record'],
  },
  {
    ...common,
    id: 'CH-VIG-04-close',
    scope: 'incident',
    instruments: ordinance('Art 66(2), EU-MDR Art 89', 'Art 59'),
    title: 'Close a report that turned out not to be of a serious incident',
    when: all(IN_SWITZERLAND, INITIAL_SENT, isNotReportable(REPORTABLE), CONCLUDED),
    duty: { type: 'report', form: 'MIR', kind: 'final (non-reportable)', channel: 'mir' },
    timing: 'When the investigation is concluded; the law counts no days',
    clocks: [PROMISED],
    evidence: ['MIR "Final (Non-reportable incident)"'],
  },
  {
    ...common,
    id: 'CH-REP-01',
    scope: 'request',
    owedBy: ['swiss-representative', 'manufacturer'],
    instruments: ordinance('Art 51', 'Art 44'),
    title: 'Answer Swissmedic; the technical documentation is delivered within 7 days of the request',
    when: named('Swissmedic asks', 'Swissmedic does not ask', is('request.country', CH)),
    duty: { type: 'task' },
    timing: 'Within 7 days for the technical documentation, else as stated in the request',
    clocks: [
      { ...PROMISED, id: 'seven-days', basis: 'request-received', amount: 7 },
      { ...PROMISED, id: 'stated', basis: 'request-due' },
    ],
    evidence: ['log of what was delivered'],
  },
  {
    ...common,
    id: 'CH-VIG-05',
    scope: 'operator',
    owedBy: ['healthcare-professional', 'health-institution'],
    instruments: ordinance('Art 66(4)', 'Art 59'),
    title: 'Professional user: report the serious incident to the supplier and to Swissmedic',
    when: all(
      named(
        'a professional user learnt of it',
        'no professional user learnt of it',
        any(is('operator.role', 'healthcare-professional'), is('operator.role', 'health-institution')),
      ),
      SERIOUS_IN_SWITZERLAND,
    ),
    duty: { type: 'task' },
    timing: 'The same limits as for the manufacturer',
    clocks: [learnt(clocks.threat), learnt(clocks.death), learnt(clocks.unanticipated), learnt(clocks.other)],
    evidence: ['user report'],
  },
  {
    ...common,
    id: 'CH-REP-02',
    scope: 'operator',
    owedBy: ['swiss-representative'],
    instruments: ordinance('Art 51, EU-MDR Art 11(3)', 'Art 44'),
    title: 'Swiss representative: tell the manufacturer about the complaint or incident',
    when: named(
      'the Swiss representative learnt of it',
      'the Swiss representative did not learn of it',
      is('operator.role', 'swiss-representative'),
    ),
    duty: { type: 'task' },
    addressee: { resolve: 'parties', parties: ['manufacturer'] },
    timing: 'Immediately',
    clocks: [IMMEDIATELY_AFTER_LEARNING],
    evidence: ['log'],
  },
  {
    ...common,
    id: 'CH-REG-03',
    scope: 'incident',
    instruments: [SWISS_UDI_REGISTRATION],
    title: 'Register the device in swissdamed now: a serious incident ends the transition',
    when: SERIOUS_IN_SWITZERLAND,
    duty: { type: 'task' },
    addressee: { resolve: 'parties', parties: ['Swiss representative', 'own records'] },
    timing: 'Before or with the report; the transition for others ends on 31 December 2026',
    clocks: [],
    evidence: ['UDI record in swissdamed'],
  },
]

/** The representative owes the report only where one is mandatory: for a manufacturer outside Switzerland. */
const FOREIGN: Condition = unless(
  'the manufacturer is outside Switzerland',
  'the manufacturer is in Switzerland and reports itself',
  not(is('manufacturer.country', CH)),
)
const DOMESTIC: Condition = unless(
  'the manufacturer is in Switzerland',
  'the manufacturer is outside Switzerland, so its Swiss representative is responsible',
  is('manufacturer.country', CH),
)

/** Switzerland: each duty of the representative, and the same duty of a Swiss manufacturer. */
export const MED_DO: readonly Rule[] = DUTIES.flatMap((rule): readonly Rule[] =>
  rule.owedBy.includes('manufacturer')
    ? [
        { ...rule, owedBy: ['swiss-representative'], when: all(rule.when, FOREIGN) },
        { ...rule, id: `${rule.id}-domestic`, owedBy: ['manufacturer'], when: all(rule.when, DOMESTIC) },
      ]
    : [rule],
)
