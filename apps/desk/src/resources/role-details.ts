import { z } from '@hono/zod-openapi'
import { id } from '../schemas.js'

/** Fields of a role beside its columns. */
export const roleFields = {
  actsForId: id
    .nullable()
    .default(null)
    .openapi({ description: 'The organisation it acts for: the manufacturer of a representative.' }),
  reporting: z
    .enum(['representative-reports', 'manufacturer-reports', 'copy-only'])
    .nullable()
    .default(null)
    .openapi({ description: 'Of a representative: who sends the reports, as its mandate says.' }),
} as const

/** Reads them from the record. */
export const roleDetails = (value: unknown) => z.object(roleFields).parse(value)
