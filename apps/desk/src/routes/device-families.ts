import { z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import type { Kind } from '../resources/kind.js'
import { registerKind } from '../resources/register.js'
import { readTraits, traits } from '../resources/traits.js'
import { id, line } from '../schemas.js'

const body = z.object({
  manufacturerId: id.openapi({ description: 'The organisation that is the manufacturer.' }),
  basicUdiDi: line(50).nullable().default(null),
  name: line(200),
  law: z.enum(['mdr', 'ivdr', 'mdd', 'aimdd', 'ivdd', 'other']),
  riskClass: line(20).nullable().default(null),
  emdn: line(20).nullable().default(null),
  traits: traits.default({}),
  state: z.enum(['active', 'ended']).default('active'),
})
type Fields = z.output<typeof body>

export { body as deviceFamilyBody }

const kind: Kind<'device_families', typeof body, Fields> = {
  path: '/device-families',
  tag: 'devices',
  name: 'DeviceFamily',
  entity: 'device_families',
  body,
  columns: f => ({
    manufacturer_id: f.manufacturerId,
    basic_udi_di: f.basicUdiDi,
    name: f.name,
    law: f.law,
    risk_class: f.riskClass,
    emdn: f.emdn,
    details: JSON.stringify({ traits: f.traits }),
    state: f.state,
  }),
  keys: row => ({ id: row.id, tenantId: row.tenant_id, version: row.version }),
  fields: row => ({
    manufacturerId: row.manufacturer_id,
    basicUdiDi: row.basic_udi_di,
    name: row.name,
    law: row.law,
    riskClass: row.risk_class,
    emdn: row.emdn,
    traits: readTraits(row.details),
    state: row.state,
  }),
  filters: { manufacturerId: { schema: id, column: 'manufacturer_id' } },
}

/** Device families: what shares a Basic UDI-DI. */
export function deviceFamilyRoutes(app: Desk, s: Services): void {
  registerKind(app, s, kind)
}
