import { country } from '@vigie/codes'
import { all, any, inSet, is, known, named, not, proven } from '../../engine/condition.js'
import type { Rule } from '../../engine/rule.js'
import { incidentClocks, MADE_AVAILABLE_THERE, NOT_IN_PERIODIC_SUMMARY } from '../conditions.js'
import { article, REPORTABLE } from '../eu/mdr-87.js'
import { IS_REPORTABLE_TREND } from '../eu/mdr-88.js'
import { BEFORE_THE_ACTION, IS_FIELD_SAFETY_ACTION, WITH_THE_URGENT_ACTION } from '../eu/mdr-89.js'
import { REVIEW_BY, SOURCES } from '../sources.js'

const XI = country('XI')
const clocks = incidentClocks('eu-1182-71', 'requires-confirmation')

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

/** Northern Ireland: MDR and IVDR apply through the Windsor Framework, the MHRA is the authority (country code XI). */
export const WINDSOR_FRAMEWORK: readonly Rule[] = [
  {
    ...common,
    id: 'NI-05',
    scope: 'incident',
    instruments: article('Art 87, Art 92(5), in Northern Ireland', 'Art 82, Art 87(5), in Northern Ireland'),
    title: 'Report a serious incident in Northern Ireland to the MHRA',
    when: all(IN_NORTHERN_IRELAND, MADE_AVAILABLE_THERE, REPORTABLE, NOT_IN_PERIODIC_SUMMARY),
    duty: { type: 'report', form: 'MIR', kind: 'initial', channel: 'mir' },
    addressee: { resolve: 'authority', country: 'XI' },
    timing: 'As in the Union: 2, 10 or 15 days after awareness',
    clocks: [clocks.threat, clocks.death, clocks.unanticipated, clocks.other],
    evidence: ['initial MIR through MORE, country XI', 'receipt'],
    certainty: 'secondary-source',
    note: 'The bank holidays of Northern Ireland are taken for the ceiling; that they count is not confirmed.',
  },
  {
    ...common,
    id: 'NI-05-final',
    scope: 'incident',
    instruments: article('Art 89(5), in Northern Ireland', 'Art 84(5), in Northern Ireland'),
    title: 'Send the final report',
    when: all(
      IN_NORTHERN_IRELAND,
      MADE_AVAILABLE_THERE,
      REPORTABLE,
      named(
        'the investigation is concluded',
        'the investigation is not concluded yet',
        known('investigation.concludedOn'),
      ),
    ),
    duty: { type: 'report', form: 'MIR', kind: 'final', channel: 'mir' },
    addressee: { resolve: 'authority', country: 'XI' },
    timing: 'When the investigation is concluded; the law counts no days',
    clocks: [
      {
        id: 'promised',
        basis: 'next-report-promised',
        amount: 0,
        unit: 'calendar-day',
        direction: 'after',
        rounding: 'none',
      },
    ],
    evidence: ['final MIR'],
    certainty: 'secondary-source',
  },
  {
    ...common,
    id: 'NI-06',
    scope: 'field-action',
    instruments: article('Art 92(7), in Northern Ireland', 'Art 87(7), in Northern Ireland'),
    title: 'Report a field safety corrective action that touches Northern Ireland',
    when: all(
      IS_FIELD_SAFETY_ACTION,
      named(
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
      ),
    ),
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
