import { all, any, inSet, is, named, not, oneOf, proven } from '../../engine/condition.js'
import type { Clock, Rule } from '../../engine/rule.js'
import {
  CONCLUDED,
  IN_EEA,
  INITIAL_SENT,
  isNotReportable,
  MADE_AVAILABLE_THERE,
  PROMISED,
} from '../conditions.js'
import { REVIEW_BY, SOURCES } from '../sources.js'
import { article, REPORTABLE } from './mdr-87.js'

const IN_THE_UNION = all(IN_EEA, MADE_AVAILABLE_THERE, REPORTABLE)

/** An action of the manufacturer for technical or medical reasons against serious incidents (MDR Art 2(68)). */
export const IS_FIELD_SAFETY_ACTION = named(
  'it is a field safety corrective action of the manufacturer',
  'it is no field safety corrective action of the manufacturer (it does not prevent serious incidents, or somebody else took it)',
  all(
    is('action.preventsSeriousIncident', true),
    not(oneOf('action.initiatedBy', ['importer', 'distributor', 'health-institution'])),
  ),
)

/** Urgency is a reason to begin at once, so it has to be stated; otherwise the authorities are told first. */
export const BEFORE_THE_ACTION = {
  id: 'before-the-action',
  when: not(proven(is('action.urgent', true))),
  basis: 'action-planned-start',
  amount: 1,
  unit: 'calendar-day',
  direction: 'before',
  rounding: 'none',
} as const

/** In an urgent case action and report go in parallel, so the report is due on the day the action begins. */
export const WITH_THE_URGENT_ACTION = {
  id: 'with-the-urgent-action',
  when: is('action.urgent', true),
  basis: 'action-initiated',
  amount: 0,
  unit: 'calendar-day',
  direction: 'after',
  rounding: 'none',
} as const

const common = {
  jurisdiction: 'EU',
  owedBy: ['manufacturer'],
  status: 'in-force',
  certainty: 'verified',
  sources: [SOURCES.mdr, SOURCES.ivdr, SOURCES.mdcg2023],
  reviewBy: REVIEW_BY,
} as const

/** On the day of the decision. */
const IMMEDIATELY: Clock = { ...PROMISED, id: 'immediately', basis: 'action-decided' }

const SERIOUS_RISK = named(
  'the device presents a serious risk',
  'the device presents no serious risk',
  is('action.preventsSeriousIncident', true),
)

/** MDR Art 87(1)(b), (8), 89 and 92(7), IVDR Art 82, 84 and 87: field safety corrective actions and what follows a report. */
export const MDR_89: readonly Rule[] = [
  {
    ...common,
    id: 'EU-VIG-10',
    scope: 'field-action',
    instruments: article('Art 87(1)(b), (8), Art 92(7)', 'Art 82(1)(b), (8), Art 87(7)'),
    title: 'Report a field safety corrective action',
    when: all(
      IS_FIELD_SAFETY_ACTION,
      named(
        'the device is on the Union market, or the action is carried out there',
        'the device is not on the Union market and the action is not carried out there',
        any(inSet('action.undertakenIn', 'union-market'), inSet('device.markets', 'union-market')),
      ),
      named(
        'its reason is not confined to a version sold outside the Union',
        'it is carried out outside the Union only, and its reason is confined to the version sold there',
        any(
          inSet('action.undertakenIn', 'union-market'),
          not(proven(is('action.reasonConfinedToThirdCountryDevice', true))),
        ),
      ),
    ),
    duty: { type: 'report', form: 'FSCA', kind: 'initial', channel: 'fsca' },
    addressee: { resolve: 'authorities-of-action', within: 'eea' },
    timing:
      'Without undue delay and before the action begins; in an urgent case at once, in parallel with it',
    clocks: [BEFORE_THE_ACTION, WITH_THE_URGENT_ACTION],
    evidence: [
      'FSCA report form',
      'draft field safety notice',
      'risk assessment',
      'affected lots and UDIs',
      'reason for urgency',
    ],
    note: 'The law sets no number of days. Shown as the last one is the day before the start; in an urgent case the day it begins.',
  },
  {
    ...common,
    id: 'EU-VIG-11',
    scope: 'field-action',
    instruments: article('Art 89(8)', 'Art 84(8)'),
    title: 'Send the draft field safety notice to the authority, then the notice to users',
    when: all(
      IS_FIELD_SAFETY_ACTION,
      named(
        'the action is carried out in the Union',
        'the action is not carried out in the Union',
        inSet('action.undertakenIn', 'union-market'),
      ),
    ),
    duty: { type: 'task' },
    addressee: { resolve: 'authorities-of-action', within: 'union-market' },
    timing:
      'Users are told without delay; the draft goes to the authority first, which normally has 48 hours (two weekdays) to comment, except in urgent cases',
    clocks: [
      {
        id: 'comment-window',
        when: not(proven(is('action.urgent', true))),
        basis: 'action-planned-start',
        amount: 2,
        unit: 'working-day',
        direction: 'before',
        rounding: 'none',
        calendar: 'weekends-only',
        countingCertainty: 'verified',
      },
    ],
    evidence: [
      'notice in each language',
      'comments of the authority',
      'dispatch list',
      'acknowledgements',
      'effectiveness check',
    ],
  },
  {
    ...common,
    id: 'EU-VIG-12',
    scope: 'field-action',
    instruments: article('Art 89(8)', 'Art 84(8)'),
    title:
      'Put into the notice: UDIs, SRN, the reason, the risk in full, what users must do; the same text in every Member State',
    when: all(IS_FIELD_SAFETY_ACTION, inSet('action.undertakenIn', 'union-market')),
    duty: { type: 'task' },
    addressee: { resolve: 'parties', parties: ['users and customers'] },
    timing: 'With the notice',
    clocks: [],
    evidence: ['final notice in the languages each Member State sets'],
  },
  {
    ...common,
    id: 'EU-VIG-17',
    scope: 'field-action',
    owedBy: ['importer'],
    instruments: article('Art 13(7)', 'Art 13(7)'),
    title: 'Importer: inform about a non-conforming device or a serious risk',
    when: all(
      named(
        'an importer took the action',
        'no importer took the action',
        is('action.initiatedBy', 'importer'),
      ),
      SERIOUS_RISK,
      named(
        'in the Union',
        'outside the Union',
        any(inSet('action.undertakenIn', 'union-market'), inSet('device.markets', 'union-market')),
      ),
    ),
    duty: { type: 'report', form: 'STATEMENT', kind: 'notice of serious risk', channel: 'fsca' },
    addressee: { resolve: 'authorities-of-markets', within: 'union-market' },
    timing: 'Immediately',
    clocks: [IMMEDIATELY],
    evidence: ['notice to manufacturer and authorised representative', 'register'],
    note: 'Manufacturer and authorised representative are told too; for a serious risk also the notified body that issued the certificate. The report of the field action itself stays with the manufacturer.',
  },
  {
    ...common,
    id: 'EU-VIG-19a',
    scope: 'field-action',
    owedBy: ['distributor'],
    instruments: article('Art 14(4)', 'Art 14(4)'),
    title: 'Distributor: inform about a non-conforming device or a serious risk',
    when: all(
      named(
        'a distributor took the action',
        'no distributor took the action',
        is('action.initiatedBy', 'distributor'),
      ),
      SERIOUS_RISK,
      named('in the Union', 'outside the Union', inSet('action.undertakenIn', 'union-market')),
    ),
    duty: { type: 'report', form: 'STATEMENT', kind: 'notice of serious risk', channel: 'fsca' },
    addressee: { resolve: 'authorities-of-markets', within: 'union-market' },
    timing: 'Immediately',
    clocks: [IMMEDIATELY],
    evidence: ['notice to manufacturer, authorised representative and importer', 'register'],
  },
  {
    ...common,
    id: 'EU-VIG-17-operators',
    scope: 'field-action',
    owedBy: ['importer', 'distributor'],
    instruments: article('Art 13(7), Art 14(4)', 'Art 13(7), Art 14(4)'),
    title:
      'Importer or distributor: tell manufacturer and authorised representative about the non-conformity',
    when: all(
      named(
        'an importer or distributor took the action',
        'neither importer nor distributor took the action',
        oneOf('action.initiatedBy', ['importer', 'distributor']),
      ),
      named(
        'in the Union',
        'outside the Union',
        any(inSet('action.undertakenIn', 'union-market'), inSet('device.markets', 'union-market')),
      ),
    ),
    duty: { type: 'task' },
    addressee: { resolve: 'parties', parties: ['manufacturer', 'authorised representative'] },
    timing: 'Immediately',
    clocks: [IMMEDIATELY],
    evidence: ['notice with date and time', 'register'],
  },
  {
    ...common,
    id: 'EU-VIG-07',
    scope: 'incident',
    instruments: article('Art 89(1)', 'Art 84(1)'),
    title: 'Investigate; before any test that alters the device or sample, tell the authority',
    when: IN_THE_UNION,
    duty: { type: 'task' },
    addressee: { resolve: 'authority-of-event-country' },
    timing: 'Without delay',
    clocks: [],
    evidence: ['investigation plan', 'custody record', 'notice to the authority'],
  },
  {
    ...common,
    id: 'EU-VIG-08',
    scope: 'incident',
    instruments: article('Art 89(5)', 'Art 84(5)'),
    title: 'Send the final report with root cause, conclusions and actions',
    when: all(IN_THE_UNION, CONCLUDED),
    duty: { type: 'report', form: 'MIR', kind: 'final', channel: 'mir' },
    addressee: { resolve: 'authority-of-event-country' },
    timing:
      'When the investigation is concluded; the law counts no days, the date promised in 1.2.f binds in practice',
    clocks: [PROMISED],
    evidence: ['MIR "Final (Reportable incident)" or "Final (Non-reportable incident)"'],
  },
  {
    ...common,
    id: 'EU-VIG-05-final',
    scope: 'incident',
    instruments: article('Art 87(7), Art 89(5)', 'Art 82(7), Art 84(5)'),
    title: 'Close a report that turned out not to be of a serious incident',
    when: all(IN_EEA, INITIAL_SENT, isNotReportable(REPORTABLE), CONCLUDED),
    duty: { type: 'report', form: 'MIR', kind: 'final (non-reportable)', channel: 'mir' },
    addressee: { resolve: 'authority-of-event-country' },
    timing:
      'When the root-cause analysis is finished; the law counts no days, the date promised in 1.2.f binds in practice',
    clocks: [PROMISED],
    evidence: ['MIR "Final (Non-reportable incident)" with the reason in section 4.2'],
    note: 'Only after the root cause is found and shows that the criteria are not met (MDCG 2023-3 Rev.2 Q16).',
  },
  {
    ...common,
    id: 'EU-VIG-09',
    scope: 'request',
    instruments: article('Art 89(3)', 'Art 84(3)'),
    title: 'Deliver what the authority asked for',
    when: named(
      'an authority of the Union asks',
      'the authority that asks is not one of the Union',
      inSet('request.country', 'union-market'),
    ),
    duty: { type: 'task' },
    addressee: { resolve: 'authority-of-request' },
    timing: 'As stated in the request',
    clocks: [
      {
        id: 'stated',
        basis: 'request-due',
        amount: 0,
        unit: 'calendar-day',
        direction: 'after',
        rounding: 'none',
      },
    ],
    evidence: ['log of the documents delivered'],
  },
]
