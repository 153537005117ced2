import * as z from 'zod'
import { countryInput } from './country.js'
import { fact, yesNo } from './fact.js'

const text = (max: number) => z.string().trim().min(1).max(max)

export const address = z.strictObject({
  street: text(200).optional(),
  number: text(200).optional(),
  complement: text(200).optional(),
  poBox: text(50).optional(),
  city: text(50).optional(),
  postcode: text(50).optional(),
})

export const contact = z.strictObject({
  firstName: text(50).optional(),
  lastName: text(50).optional(),
  email: text(255).optional(),
  phone: text(50).optional(),
})

export const organisation = z.strictObject({
  name: text(200),
  country: countryInput.meta({
    description: 'Country of the registered place of business, ISO 3166-1 alpha-2; XI for Northern Ireland.',
  }),
  srn: text(50).optional().meta({ description: 'EUDAMED single registration number, e.g. DE-MF-000012345.' }),
  chrn: text(50).optional().meta({ description: 'Swiss registration number, e.g. CHRN-AR-20000123.' }),
  address: address.optional(),
  contact: contact.optional(),
})
export type Organisation = z.infer<typeof organisation>

/** A representative with what the mandate says about reporting. */
export const representative = organisation.extend({
  submitsReports: fact(yesNo)
    .optional()
    .meta({ description: 'Does the mandate say that the representative submits the reports itself?' }),
  handlesComplaints: fact(yesNo).optional().meta({
    description:
      'Does the representative handle complaints for the manufacturer? Then what it learns counts as learnt by the manufacturer.',
  }),
})
export type Representative = z.infer<typeof representative>
