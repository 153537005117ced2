import { z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { inOrder } from '../resources/fault.js'
import type { Kind } from '../resources/kind.js'
import { registerKind } from '../resources/register.js'
import { refuseOverlap } from '../resources/sales-overlap.js'
import { country, day, id, line } from '../schemas.js'

const body = z.object({
  deviceId: id,
  country,
  periodFrom: day,
  periodTo: day.openapi({ description: 'Last day, included.' }),
  measure: z.enum(['units', 'tests', 'procedures', 'patients']),
  quantity: z.int().min(0).openapi({ description: 'A whole number.' }),
  source: line(200).nullable().default(null).openapi({ description: 'Where the figure comes from.' }),
})
type Fields = z.output<typeof body>

const kind: Kind<'sales', typeof body, Fields> = {
  path: '/sales',
  tag: 'devices',
  name: 'Sales',
  entity: 'sales',
  body,
  check: f => inOrder(['periodFrom', f.periodFrom], ['periodTo', f.periodTo]),
  columns: f => ({
    device_id: f.deviceId,
    country: f.country,
    period_from: f.periodFrom,
    period_to: f.periodTo,
    measure: f.measure,
    quantity: f.quantity,
    source: f.source,
  }),
  keys: row => ({ id: row.id, tenantId: row.tenant_id, version: row.version }),
  fields: row => ({
    deviceId: row.device_id,
    country: row.country,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    measure: row.measure,
    quantity: row.quantity,
    source: row.source,
  }),
  filters: {
    deviceId: { schema: id, column: 'device_id' },
    country: { schema: country, column: 'country' },
    measure: { schema: body.shape.measure, column: 'measure' },
  },
  settled: refuseOverlap,
}

/** Sales and other denominators by period: no two figures of a device, country and measure share a day. */
export function salesRoutes(app: Desk, s: Services): void {
  registerKind(app, s, kind)
}
