import { type Certainty, country } from '@vigie/codes'
import type { Outcome, Problem } from '@vigie/facts'
import {
  all,
  any,
  type Condition,
  defined,
  inSet,
  is,
  named,
  not,
  oneOf,
  proven,
} from '../engine/condition.js'
import type { Clock, Rounding } from '../engine/rule.js'

/** Conditions that several rules of several jurisdictions share. Each is law; the citation stands at the rule. */

/** Serious deterioration of health (MDR Art 2(65)(b), MDCG 2023-3 Rev.2 Q2). */
export const SERIOUS_DETERIORATION: readonly Outcome[] = [
  'life-threatening',
  'permanent-impairment',
  'temporary-impairment',
  'hospitalisation',
  'intervention',
  'chronic-disease',
  'foetal-harm',
  'serious-deterioration',
]

/** Problems that make an incident by themselves, whatever the device. */
export const DEVICE_PROBLEMS: readonly Problem[] = [
  'malfunction',
  'deterioration',
  'erroneous-result',
  'inadequate-information',
  'security-compromise',
  'falsified',
]

export const SOMEBODY_DIED: Condition = is('event.outcomes', 'death')
export const HEALTH_DETERIORATED: Condition = oneOf('event.outcomes', SERIOUS_DETERIORATION)

/** Deterioration whose anticipation is not proven counts as unanticipated (MDCG 2023-3 Rev.2 Q12). */
export const DETERIORATED_UNANTICIPATED: Condition = all(
  HEALTH_DETERIORATED,
  not(proven(defined('EU-DEF-08'))),
)

export const NOT_INVESTIGATIONAL: Condition = named(
  'the device is not under clinical investigation outside its CE-marked purpose',
  'the device is used in a clinical investigation or performance study outside its CE-marked purpose; MDR Art 80 and IVDR Art 76 apply instead',
  not(is('device.investigational', true)),
)

export const MADE_AVAILABLE_THERE: Condition = named(
  'the device was made available there',
  'the device was not made available on that market',
  is('device.madeAvailableWhereUsed', true),
)

export const NOT_IN_PERIODIC_SUMMARY: Condition = named(
  'no agreement on periodic summary reports covers it',
  'an agreement on periodic summary reports with that authority covers it',
  not(is('assessment.coveredByPeriodicSummary', true)),
)

/** It happened in the EEA; for Liechtenstein, with a device placed there under EEA law. */
export const IN_EEA: Condition = named(
  'it happened in {event.country}',
  'it did not happen in the EU or EEA but in {event.country}',
  all(
    inSet('event.country', 'eea'),
    any(not(is('event.country', country('LI'))), is('device.liechtensteinRegime', 'EEA')),
  ),
)

/** The four clocks of MDR Art 87(3) to (5) and its sisters: 2, 10, 10 and 15 days. */
export function incidentClocks(rounding: Rounding, countingCertainty?: Certainty) {
  const common = {
    unit: 'calendar-day',
    direction: 'after',
    rounding,
    ...(countingCertainty === undefined ? {} : { countingCertainty }),
  } as const
  return {
    threat: {
      ...common,
      id: 'public-health-threat',
      classification: 'Serious public health threat',
      when: is('event.publicHealthThreat', true),
      basis: 'public-health-threat-learnt',
      amount: 2,
    },
    death: {
      ...common,
      id: 'death',
      classification: 'Death',
      when: SOMEBODY_DIED,
      basis: 'death-learnt',
      amount: 10,
    },
    unanticipated: {
      ...common,
      id: 'unanticipated',
      classification: 'Unanticipated serious deterioration in state of health',
      when: DETERIORATED_UNANTICIPATED,
      basis: 'serious-deterioration-learnt',
      amount: 10,
    },
    other: {
      ...common,
      id: 'other',
      classification: 'All other reportable incidents',
      basis: 'incident-learnt',
      amount: 15,
    },
  } as const satisfies Record<string, Clock>
}
