import { country } from '@vigie/codes'
import { all, any, inSet, is, named, not, proven } from '../../engine/condition.js'
import type { Instrument, Rule } from '../../engine/rule.js'
import { incidentClocks, MADE_AVAILABLE_THERE } from '../conditions.js'
import { REPORTABLE } from '../eu/mdr-87.js'
import { IS_REPORTABLE_TREND } from '../eu/mdr-88.js'
import { BEFORE_THE_ACTION, IS_FIELD_SAFETY_ACTION, WITH_THE_URGENT_ACTION } from '../eu/mdr-89.js'
import { MDR_APPLIES, REVIEW_BY, SOURCES } from '../sources.js'

const TR = country('TR')
/** Regulation 1182/71 is an act of the Union; whether Türkiye moves a last day is not known, so it stands. */
const clocks = incidentClocks('none', 'requires-confirmation')

const text = (citation: string): [Instrument] => [
  { name: 'Turkish Medical Device Regulation', citation, effectiveFrom: MDR_APPLIES },
]

const common = {
  jurisdiction: 'TR',
  owedBy: ['manufacturer'],
  addressee: { resolve: 'authority', country: 'TR' },
  status: 'in-force',
  certainty: 'requires-confirmation',
  note: 'Türkiye takes part in the Union market by customs union; its own text has not been read.',
  sources: [SOURCES.trMdr, SOURCES.mdcg2023],
  reviewBy: REVIEW_BY,
} as const

/** Türkiye: sister law of the MDR, not read; every record needs confirmation. */
export const TURKISH_MDR: readonly Rule[] = [
  {
    ...common,
    id: 'TR-VIG-01',
    scope: 'incident',
    instruments: text('TR-MDR Art 87 (sister of MDR Art 87)'),
    title: 'Report a serious incident in Türkiye to TİTCK',
    when: all(
      named(
        'it happened in Türkiye',
        'it did not happen in Türkiye but in {event.country}',
        is('event.country', TR),
      ),
      MADE_AVAILABLE_THERE,
      REPORTABLE,
    ),
    duty: { type: 'report', form: 'MIR', kind: 'initial', channel: 'mir' },
    timing: 'As in the Union: 2, 10 or 15 days after awareness',
    clocks: [clocks.threat, clocks.death, clocks.unanticipated, clocks.other],
    evidence: ['initial MIR', 'receipt'],
  },
  {
    ...common,
    id: 'TR-VIG-10',
    scope: 'field-action',
    instruments: text('TR-MDR Art 87(8) (sister of MDR Art 87(8)); MDCG 2023-3 Rev.2 Q18'),
    title: 'Report a field safety corrective action that concerns Türkiye',
    when: all(
      IS_FIELD_SAFETY_ACTION,
      named(
        'the action is carried out in Türkiye, or the manufacturer is there, or it concerns a device on its market although done outside the Union',
        'the action does not concern Türkiye',
        any(
          is('action.undertakenIn', TR),
          is('manufacturer.country', TR),
          all(
            is('device.markets', TR),
            not(inSet('action.undertakenIn', 'union-market')),
            not(proven(is('action.reasonConfinedToThirdCountryDevice', true))),
          ),
        ),
      ),
    ),
    duty: { type: 'report', form: 'FSCA', kind: 'initial', channel: 'fsca' },
    timing: 'Before the action begins; in an urgent case at once',
    clocks: [BEFORE_THE_ACTION, WITH_THE_URGENT_ACTION],
    evidence: ['FSCA report form', 'field safety notice in Turkish'],
  },
  {
    ...common,
    id: 'TR-VIG-14',
    scope: 'trend',
    instruments: text('TR-MDR Art 88 (sister of MDR Art 88)'),
    title: 'Report a trend with incidents in Türkiye',
    when: all(
      IS_REPORTABLE_TREND,
      named(
        'incidents occurred in Türkiye',
        'none of the incidents occurred in Türkiye',
        is('trend.countries', TR),
      ),
    ),
    duty: { type: 'report', form: 'TREND', kind: 'initial', channel: 'trend' },
    timing: 'Without undue delay once the trend is established',
    clocks: [],
    evidence: ['trend report'],
  },
]
