import { type Certainty, country } from '@vigie/codes'
import { type Problem, SERIOUS_DETERIORATION } from '@vigie/facts'
import {
  all,
  any,
  type Condition,
  defined,
  inSet,
  is,
  known,
  named,
  not,
  oneOf,
  proven,
  unless,
} from '../engine/condition.js'
import type { Clock, Rounding } from '../engine/rule.js'

/** Conditions that several rules of several jurisdictions share. Each is law; the citation stands at the rule. */

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

export const NOT_INVESTIGATIONAL: Condition = unless(
  'the device is not under clinical investigation outside its CE-marked purpose',
  'the device is used in a clinical investigation or performance study outside its CE-marked purpose; MDR Art 80 and IVDR Art 76 apply instead',
  not(is('device.investigational', true)),
)

export const MADE_AVAILABLE_THERE: Condition = named(
  'the device was made available there',
  'the device was not made available on that market',
  is('device.madeAvailableWhereUsed', true),
)

/** A public health threat is reported at once, whatever was agreed about similar incidents. */
export const IN_PERIODIC_SUMMARY: Condition = all(
  is('assessment.coveredByPeriodicSummary', true),
  not(is('event.publicHealthThreat', true)),
)

export const NOT_IN_PERIODIC_SUMMARY: Condition = unless(
  'no agreement on periodic summary reports covers it',
  'an agreement on periodic summary reports covers it',
  not(IN_PERIODIC_SUMMARY),
)

/** For the summary itself. */
export const COVERED_BY_SUMMARY: Condition = named(
  'an agreement on periodic summary reports covers it',
  'no agreement on periodic summary reports covers it',
  IN_PERIODIC_SUMMARY,
)

export const CONCLUDED: Condition = named(
  'the investigation is concluded',
  'the investigation is not concluded yet',
  known('investigation.concludedOn'),
)

export const FORWARDED: Condition = named(
  'an authority passed on a report',
  'no authority passed on a report',
  is('event.forwardedByAuthority', true),
)

/** The opposite of what a jurisdiction reports: for statements, and for closing a report sent in doubt. */
export const isNotReportable = (reportable: Condition): Condition =>
  named('it is not a reportable serious incident', 'it is a reportable serious incident', not(reportable))

export const INITIAL_SENT: Condition = named(
  'an initial report was sent',
  'no initial report was sent',
  is('report.initialSent', true),
)

/** The day promised for the next report. */
export const PROMISED: Clock = {
  id: 'promised',
  basis: 'next-report-promised',
  amount: 0,
  unit: 'calendar-day',
  direction: 'after',
  rounding: 'none',
}

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
