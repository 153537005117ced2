import { country } from '@vigie/codes'
import { all, any, inSet, is, named, not, proven } from '../../engine/condition.js'
import type { Clock, Rule } from '../../engine/rule.js'
import { IN_EEA, MADE_AVAILABLE_THERE } from '../conditions.js'
import { elsewhere } from '../derive.js'
import { article, MDR_87, REPORTABLE } from '../eu/mdr-87.js'
import { IS_REPORTABLE_TREND } from '../eu/mdr-88.js'
import { BEFORE_THE_ACTION, IS_FIELD_SAFETY_ACTION, MDR_89, WITH_THE_URGENT_ACTION } from '../eu/mdr-89.js'
import { MDR_92 } from '../eu/mdr-92.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const XI = country('XI')

const IN_NORTHERN_IRELAND = named(
  'it happened in Northern Ireland',
  'it did not happen in Northern Ireland but in {event.country}',
  is('event.country', XI),
)

const common = {
  jurisdiction: 'NI',
  owedBy: ['manufacturer'],
  status: 'in-force',
  sources: [SOURCES.niGuidance, SOURCES.mdr, SOURCES.ivdr],
  reviewBy: REVIEW_BY,
} as const

/** The report of a serious incident keeps the short ids of its row. */
const IDS: Readonly<Record<string, string>> = {
  'EU-VIG-01': 'NI-05',
  'EU-VIG-02': 'NI-05-threat',
  'EU-VIG-03': 'NI-05-death',
}

/** Whose bank holidays move the ceiling is not confirmed for Northern Ireland. */
const counted = (clock: Clock): Clock =>
  clock.rounding === 'none' ? clock : { ...clock, countingCertainty: 'requires-confirmation' }

/** The duties of the Union after an incident, as they apply in Northern Ireland with the MHRA as authority. */
const INCIDENTS: readonly Rule[] = [...MDR_87, ...MDR_89, ...MDR_92]
  .filter(rule => rule.scope === 'incident')
  .map(rule =>
    elsewhere(
      rule,
      {
        from: IN_EEA,
        to: IN_NORTHERN_IRELAND,
        id: id => IDS[id] ?? id.replace('EU-', 'NI-'),
        citation: citation => `${citation} (in Northern Ireland)`,
      },
      {
        ...common,
        clocks: rule.clocks.map(counted),
        certainty: 'secondary-source',
        ...(rule.addressee.resolve === 'authority-of-event-country'
          ? { addressee: { resolve: 'authority', country: 'XI' } }
          : {}),
      },
    ),
  )

const DONE_THERE = named(
  'the action is carried out in Northern Ireland, or the manufacturer or its representative is there',
  'the action does not touch Northern Ireland',
  any(
    is('action.undertakenIn', XI),
    all(
      any(is('manufacturer.country', XI), is('authorisedRepresentative.country', XI)),
      any(
        inSet('action.undertakenIn', 'union-market'),
        not(proven(is('action.reasonConfinedToThirdCountryDevice', true))),
      ),
    ),
  ),
)

/** Northern Ireland: MDR and IVDR apply through the Windsor Framework, the MHRA is the authority (country code XI). */
export const WINDSOR_FRAMEWORK: readonly Rule[] = [
  ...INCIDENTS,
  {
    ...common,
    id: 'NI-06',
    scope: 'field-action',
    instruments: article('Art 92(7), in Northern Ireland', 'Art 87(7), in Northern Ireland'),
    title: 'Report a field safety corrective action that touches Northern Ireland',
    when: all(IS_FIELD_SAFETY_ACTION, DONE_THERE),
    duty: { type: 'report', form: 'FSCA', kind: 'initial', channel: 'fsca' },
    addressee: { resolve: 'authority', country: 'XI' },
    timing:
      'Without undue delay and before the action begins; in an urgent case at once, in parallel with it',
    clocks: [BEFORE_THE_ACTION, WITH_THE_URGENT_ACTION],
    evidence: ['FSCA report form through MORE', 'draft field safety notice'],
    certainty: 'verified',
  },
  {
    ...common,
    id: 'NI-06-abroad',
    scope: 'field-action',
    instruments: article('Art 87(1)(b), in Northern Ireland', 'Art 82(1)(b), in Northern Ireland'),
    title: 'Report an action outside the Union for a device on the market in Northern Ireland',
    when: all(
      IS_FIELD_SAFETY_ACTION,
      not(DONE_THERE),
      named(
        'the action is carried out outside the Union only, the device is on the market in Northern Ireland and the reason is not confined to a version sold elsewhere',
        'it is no action outside the Union that concerns a device on the market in Northern Ireland',
        all(
          not(inSet('action.undertakenIn', 'union-market')),
          is('device.markets', XI),
          not(proven(is('action.reasonConfinedToThirdCountryDevice', true))),
        ),
      ),
    ),
    duty: { type: 'report', form: 'FSCA', kind: 'initial', channel: 'fsca' },
    addressee: { resolve: 'authority', country: 'XI' },
    timing:
      'Without undue delay and before the action begins; in an urgent case at once, in parallel with it',
    clocks: [BEFORE_THE_ACTION, WITH_THE_URGENT_ACTION],
    evidence: ['FSCA report form through MORE'],
    certainty: 'requires-confirmation',
    note: 'Which authorities an action outside the Union concerns is not certain (MDCG 2023-3 Rev.2 Q18).',
  },
  {
    ...common,
    id: 'NI-14',
    scope: 'trend',
    instruments: article('Art 88(1), in Northern Ireland', 'Art 83(1), in Northern Ireland'),
    title: 'Report a trend with incidents in Northern Ireland',
    when: all(
      IS_REPORTABLE_TREND,
      named(
        'incidents occurred in Northern Ireland',
        'none of the incidents occurred in Northern Ireland',
        is('trend.countries', XI),
      ),
    ),
    duty: { type: 'report', form: 'TREND', kind: 'initial', channel: 'trend' },
    addressee: { resolve: 'authority', country: 'XI' },
    timing: 'The law counts no days; without undue delay once the trend is established',
    clocks: [],
    evidence: ['trend report through MORE'],
    certainty: 'secondary-source',
  },
  {
    ...common,
    id: 'NI-DUAL',
    scope: 'incident',
    instruments: article('Art 92(5), in Northern Ireland', 'Art 87(5), in Northern Ireland'),
    title: 'If you like: send a copy of the report to the authority of your place in the Union',
    when: all(IN_NORTHERN_IRELAND, MADE_AVAILABLE_THERE, REPORTABLE),
    duty: { type: 'task' },
    addressee: { resolve: 'authority-of-manufacturer-place' },
    timing: 'Not owed by law; the law names only the authority of the territory',
    clocks: [],
    evidence: ['copy with date'],
    status: 'policy',
    certainty: 'requires-confirmation',
    optional: true,
  },
]
