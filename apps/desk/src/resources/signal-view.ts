import { z } from '@hono/zod-openapi'
import type { Row } from '@vigie/record'
import { signalBody, signalExtra, signalFields, signalMore } from '../routes/signals.js'
import { id } from '../schemas.js'

/** A signal as the routes answer it that make one. */
export const signalView = z
  .object({ id, tenantId: id, version: z.number().int(), ...signalBody.shape, ...signalMore })
  .openapi('TakenInSignal')

export const viewOfSignal = (row: Row<'signals'>): z.output<typeof signalView> => ({
  id: row.id,
  tenantId: row.tenant_id,
  version: row.version,
  ...signalFields(row),
  ...signalExtra(row),
})
