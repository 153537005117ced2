import { z } from '@hono/zod-openapi'
import { parseAuthorityId } from '@vigie/codes'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { inOrder } from '../resources/fault.js'
import type { Kind } from '../resources/kind.js'
import { registerKind } from '../resources/register.js'
import { country, day, id, line } from '../schemas.js'

const body = z.object({
  deviceId: id,
  country: country.openapi({ description: 'XI for Northern Ireland, GB for Great Britain.' }),
  validFrom: day.nullable().default(null).openapi({ description: 'First day on this market.' }),
  validTo: day.nullable().default(null).openapi({ description: 'Last day units were placed on it.' }),
  importerId: id.nullable().default(null),
  authority: z
    .string()
    .refine(t => parseAuthorityId(t) !== undefined, 'not the id of an authority (GET /authorities)')
    .nullable()
    .default(null)
    .openapi({ example: 'DE-BfArM' }),
  registrationNumber: line(100)
    .nullable()
    .default(null)
    .openapi({ description: 'Number of the registration there.' }),
})
type Fields = z.output<typeof body>

const kind: Kind<'markets', typeof body, Fields> = {
  path: '/markets',
  tag: 'devices',
  name: 'Market',
  entity: 'markets',
  body,
  check: f => inOrder(['validFrom', f.validFrom], ['validTo', f.validTo]),
  columns: f => ({
    device_id: f.deviceId,
    country: f.country,
    valid_from: f.validFrom,
    valid_to: f.validTo,
    importer_id: f.importerId,
    authority: f.authority,
    registration_number: f.registrationNumber,
  }),
  keys: row => ({ id: row.id, tenantId: row.tenant_id, version: row.version }),
  fields: row => ({
    deviceId: row.device_id,
    country: row.country,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    importerId: row.importer_id,
    authority: row.authority,
    registrationNumber: row.registration_number,
  }),
  filters: {
    deviceId: { schema: id, column: 'device_id' },
    country: { schema: country, column: 'country' },
  },
}

/** Markets: where a device is made available, from when to when. */
export function marketRoutes(app: Desk, s: Services): void {
  registerKind(app, s, kind)
}
