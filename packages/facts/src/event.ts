import * as z from 'zod'
import { countryInput } from './country.js'
import { duration } from './duration.js'
import { dayInput, fact, orUnknown, textFact, yesNo } from './fact.js'
import { address, contact } from './organisation.js'
import {
  DEVICE_LOCATIONS,
  describe,
  GENDERS,
  keysOf,
  OPERATORS,
  OUTCOMES,
  POTENTIALS,
  PROBLEMS,
  USAGES,
} from './vocabulary.js'

const text = (max: number) => z.string().min(1).max(max)
const codes = (most: number) => z.array(text(8)).max(most)

export const patient = z.strictObject({
  age: fact(duration).optional().meta({ description: 'Age when the event happened.' }),
  gender: z.enum(keysOf(GENDERS)).optional(),
  weightKg: fact(z.number().positive()).optional(),
  heightCm: fact(z.number().positive()).optional(),
  priorConditions: textFact(4000)
    .optional()
    .meta({ description: 'Earlier health conditions or medication, as far as they can matter. No names.' }),
})

export const initialReporter = z.strictObject({
  role: z.enum(['healthcare-professional', 'patient', 'lay-user', 'other']),
  roleText: text(200).optional(),
  facility: text(200).optional(),
  facilityReportNumber: text(50).optional(),
  ...contact.shape,
  ...address.shape,
  country: countryInput.optional(),
})

/** What happened, as told by those who were there. */
export const event = z.strictObject({
  description: text(4000).optional(),
  country: fact(countryInput).optional().meta({
    description:
      'Where it happened. XI for Northern Ireland, GB for England, Scotland or Wales; "UK" leaves open which of the two.',
  }),
  from: orUnknown(dayInput)
    .optional()
    .meta({ description: 'Day of the event, or the first day of its estimated range.' }),
  to: orUnknown(dayInput).optional(),
  problems: fact(z.array(z.enum(keysOf(PROBLEMS))).min(1))
    .optional()
    .meta({ description: `What went wrong. ${describe(PROBLEMS)}` }),
  useErrorFromDesign: fact(yesNo).optional().meta({
    description:
      'For a use error: was it caused by ergonomic features, the user interface or the instructions?',
  }),
  outcomes: fact(z.array(z.enum(keysOf(OUTCOMES))).min(1))
    .optional()
    .meta({ description: `What happened to people. ${describe(OUTCOMES)}` }),
  couldHaveLedTo: fact(z.enum(keysOf(POTENTIALS)))
    .optional()
    .meta({ description: `For a near miss or minor harm. ${describe(POTENTIALS)}` }),
  publicHealthThreat: fact(yesNo).optional().meta({
    description:
      'A serious public health threat: imminent danger of death, grave illness or decline that may need fast action, with high morbidity or an unusual or unexpected character?',
  }),
  forwardedByAuthority: fact(yesNo)
    .optional()
    .meta({ description: 'Did a competent authority pass on a report of a user or patient?' }),
  patients: orUnknown(z.int().min(0)).optional().meta({ description: 'Number of patients involved.' }),
  deviceLocation: z.enum(keysOf(DEVICE_LOCATIONS)).optional(),
  deviceLocationText: text(300).optional(),
  operator: z.enum(keysOf(OPERATORS)).optional(),
  operatorText: text(50).optional(),
  usage: z.enum(keysOf(USAGES)).optional(),
  usageText: text(50).optional(),
  remedialAction: textFact(4000)
    .optional()
    .meta({ description: 'What the facility, patient or user did after the event (MIR 3.2).' }),
  patient: patient.optional(),
  reporter: initialReporter.optional(),
  imdrf: z
    .strictObject({
      problem: codes(6).optional().meta({ description: 'Annex A, most relevant first.' }),
      problemMissing: text(300).optional(),
      signs: codes(6).optional().meta({ description: 'Annex E.' }),
      impact: codes(6).optional().meta({ description: 'Annex F.' }),
      healthMissing: text(200).optional(),
    })
    .optional(),
})
export type Event = z.infer<typeof event>
