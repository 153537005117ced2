import { z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import type { Kind } from '../resources/kind.js'
import { registerKind } from '../resources/register.js'
import { id, line } from '../schemas.js'

const body = z.object({
  familyId: id,
  udiDi: line(50).nullable().default(null),
  issuingAgency: z.enum(['gs1', 'hibcc', 'iccbba', 'ifa', 'eudamed']).nullable().default(null),
  name: line(200),
  catalogueNumber: line(100).nullable().default(null),
  state: z.enum(['active', 'ended']).default('active'),
})
type Fields = z.output<typeof body>

export { body as deviceBody }

const kind: Kind<'devices', typeof body, Fields> = {
  path: '/devices',
  tag: 'devices',
  name: 'Device',
  entity: 'devices',
  body,
  columns: f => ({
    family_id: f.familyId,
    udi_di: f.udiDi,
    issuing_agency: f.issuingAgency,
    name: f.name,
    catalogue_number: f.catalogueNumber,
    state: f.state,
  }),
  keys: row => ({ id: row.id, tenantId: row.tenant_id, version: row.version }),
  fields: row => ({
    familyId: row.family_id,
    udiDi: row.udi_di,
    issuingAgency: row.issuing_agency,
    name: row.name,
    catalogueNumber: row.catalogue_number,
    state: row.state,
  }),
  filters: {
    familyId: { schema: id, column: 'family_id' },
    udiDi: { schema: z.string().min(1).max(50), column: 'udi_di' },
    catalogueNumber: { schema: z.string().min(1).max(100), column: 'catalogue_number' },
  },
}

/** Devices: what has a UDI-DI. */
export function deviceRoutes(app: Desk, s: Services): void {
  registerKind(app, s, kind)
}
