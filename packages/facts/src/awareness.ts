import * as z from 'zod'
import { countryInput } from './country.js'
import { fact, momentInput, yesNo } from './fact.js'
import { describe, KNOWLEDGE, keysOf, ROLES } from './vocabulary.js'

/** Somebody learnt something: the raw material of every day 0. */
export const awareness = z.strictObject({
  of: z.enum(keysOf(KNOWLEDGE)).meta({ description: `What was learnt. ${describe(KNOWLEDGE)}` }),
  at: momentInput,
  by: z
    .enum(keysOf(ROLES))
    .default('manufacturer')
    .meta({ description: `Who learnt it. ${describe(ROLES)}` }),
  country: countryInput
    .optional()
    .meta({ description: 'Where that person or organisation is; wanted for importers and distributors.' }),
  actsForManufacturer: fact(yesNo).optional().meta({
    description:
      'Does this person or organisation act for the manufacturer, for example take its complaints? Then day 0 is the day it learnt. Not needed for the manufacturer itself.',
  }),
  regulatoryResponsibility: fact(yesNo).optional().meta({
    description:
      'Has the person management, supervisory or regulatory responsibility? Wanted for the US 5-day report only.',
  }),
  note: z.string().optional(),
})
export type Awareness = z.infer<typeof awareness>
