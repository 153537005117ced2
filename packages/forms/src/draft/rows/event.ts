import { DEVICE_LOCATIONS, GENDERS, OPERATORS, USAGES } from '@vigie/facts'
import type { DraftContext } from '../context.js'
import { copy, decimalText, type Given, type MappingRow, mapped } from '../mapping-row.js'
import { leafAt } from '../table-facts.js'
import { countryText } from './country.js'
import { DURATION, number } from './device.js'
import { imdrfRows } from './imdrf.js'

const EVENT = 'incident_info/clinical_event_info'
const PATIENT = 'incident_info/patient_info'
const REPORTER = 'incident_info/initial_reporter_info'

/** Sections 3.1 and 3.2. */
export const eventRows: readonly MappingRow[] = [
  copy(`${EVENT}/eventDescription`, 'event.description', x => x.file.event?.description),
  ...imdrfRows(`${EVENT}/imdrfCodeChoice`, 6, 'event.imdrf.problem', x => x.file.event?.imdrf?.problem),
  copy(`${EVENT}/imdrfCodeMissing`, 'event.imdrf.problemMissing', x => x.file.event?.imdrf?.problemMissing),
  copy(`${EVENT}/numPatientsInvolved`, 'event.patients', x => number(x.file.event?.patients)),
  copy(`${EVENT}/currentDeviceLocation`, 'event.deviceLocation', x =>
    word(x.file.event?.deviceLocation, DEVICE_LOCATIONS),
  ),
  copy(`${EVENT}/currentDeviceLocationOtherText`, 'event.deviceLocationText', x =>
    x.file.event?.deviceLocation === 'other' ? x.file.event.deviceLocationText : undefined,
  ),
  copy(`${EVENT}/deviceOperatorAtEvent`, 'event.operator', x => word(x.file.event?.operator, OPERATORS)),
  copy(`${EVENT}/deviceOperatorAtEventOther`, 'event.operatorText', x =>
    x.file.event?.operator === 'other' ? x.file.event.operatorText : undefined,
  ),
  copy(`${EVENT}/deviceUsage`, 'event.usage', x => word(x.file.event?.usage, USAGES)),
  copy(`${EVENT}/deviceUsageOther`, 'event.usageText', x =>
    x.file.event?.usage === 'other' ? x.file.event.usageText : undefined,
  ),
  copy(`${EVENT}/patientRemedialAction`, 'event.remedialAction', x => x.file.event?.remedialAction),
]

/** Section 3.3. */
export const patientRows: readonly MappingRow[] = [
  ...imdrfRows(`${PATIENT}/imdrfClinicalCodeChoice`, 6, 'event.imdrf.signs', x => x.file.event?.imdrf?.signs),
  ...imdrfRows(`${PATIENT}/imdrfHealthCodeChoice`, 6, 'event.imdrf.impact', x => x.file.event?.imdrf?.impact),
  copy(
    `${PATIENT}/imdrfMissingCodeHealthEffect`,
    'event.imdrf.healthMissing',
    x => x.file.event?.imdrf?.healthMissing,
  ),
  ...(['years', 'months', 'days'] as const).map(unit =>
    copy(
      `${PATIENT}/patientAgeAtEvent/${DURATION[unit]}`,
      x =>
        x.file.event?.patient?.age?.state === 'known' ? `event.patient.age.${unit}` : 'event.patient.age',
      x => {
        const age = x.file.event?.patient?.age
        // That the age is not known is said once, not for years, months and days.
        return age?.state === 'known' || unit === 'years' ? mapped(age, a => number(a[unit])) : undefined
      },
    ),
  ),
  copy(`${PATIENT}/Gender`, 'event.patient.gender', x => word(x.file.event?.patient?.gender, GENDERS)),
  copy(`${PATIENT}/massKG`, 'event.patient.weightKg', x =>
    measure(x, `${PATIENT}/massKG`, x.file.event?.patient?.weightKg),
  ),
  copy(`${PATIENT}/heightCM`, 'event.patient.heightCm', x =>
    measure(x, `${PATIENT}/heightCM`, x.file.event?.patient?.heightCm),
  ),
  copy(
    `${PATIENT}/patientPriorMedication`,
    'event.patient.priorConditions',
    x => x.file.event?.patient?.priorConditions,
  ),
]

const ROLES = {
  'healthcare-professional': 'Healthcare professional',
  patient: 'Patient',
  'lay-user': 'Lay user',
  other: 'Other',
} as const

/** Section 3.4. */
export const reporterRows: readonly MappingRow[] = [
  copy(`${REPORTER}/initialReporterRole`, 'event.reporter.role', x =>
    word(x.file.event?.reporter?.role, ROLES),
  ),
  copy(`${REPORTER}/initialReporterRoleOther`, 'event.reporter.roleText', x =>
    x.file.event?.reporter?.role === 'other' ? x.file.event.reporter.roleText : undefined,
  ),
  copy(`${REPORTER}/healthcareFacilityCountry`, 'event.reporter.country', x =>
    countryText(x, `${REPORTER}/healthcareFacilityCountry`, x.file.event?.reporter?.country),
  ),
  ...Object.entries({
    healthcareFacilityName: 'facility',
    healthcareFacilityRepNum: 'facilityReportNumber',
    healthcareFacilityContactPersonFirstName: 'firstName',
    healthcareFacilityContactPersonSecondName: 'lastName',
    healthcareFacilityAddress: 'complement',
    healthcareFacilityPhone: 'phone',
    healthcareFacilityEmail: 'email',
    healthcareFacilityStreet: 'street',
    healthcareFacilityStreetNum: 'number',
    healthcareFacilityCity: 'city',
    healthcareFacilityPOBox: 'poBox',
    healthcareFacilityPostcode: 'postcode',
  } as const).map(([element, part]) =>
    copy(`${REPORTER}/${element}`, `event.reporter.${part}`, x => x.file.event?.reporter?.[part]),
  ),
]

/** The word of the form for a choice of the case. "Unknown" and "Not applicable" are states, not values. */
function word<T extends string>(choice: T | undefined, words: Readonly<Record<T, string>>): Given {
  if (choice === undefined) return undefined
  const state: string = choice
  if (state === 'unknown' || state === 'not-applicable') return { state }
  return words[choice]
}

/** A weight or height: whole in a field that takes whole numbers only, unless it would become nothing. */
function measure(x: DraftContext, path: string, fact: Parameters<typeof mapped<number>>[0]): Given {
  const whole = leafAt(x.table, path)?.type.base === 'integer'
  return mapped(fact, n => {
    if (!whole) return decimalText(n)
    return Math.round(n) === 0 ? undefined : decimalText(Math.round(n))
  })
}
