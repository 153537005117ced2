import { z } from '@hono/zod-openapi'
import { line } from '../schemas.js'

const some = (max: number) => line(max).optional()

/** Fields of an organisation beside its columns; the lengths are those of a case file, which they go into. */
export const organisationDetails = {
  notifiedBodyNumber: z
    .string()
    .regex(/^\d{4}$/, 'a notified body number has four digits')
    .nullable()
    .default(null),
  address: z
    .strictObject({
      street: some(200),
      number: some(200),
      complement: some(200),
      poBox: some(50),
      city: some(50),
      postcode: some(50),
    })
    .nullable()
    .default(null),
  contact: z
    .strictObject({ firstName: some(50), lastName: some(50), email: some(255), phone: some(50) })
    .nullable()
    .default(null),
} as const

/** Reads them from the record. */
export const readOrganisationDetails = (value: unknown) => z.object(organisationDetails).parse(value)
