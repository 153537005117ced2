import { z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import type { Kind } from '../resources/kind.js'
import { registerKind } from '../resources/register.js'
import { id, line } from '../schemas.js'

const some = (max: number) => line(max).nullable().default(null)
const body = z.object({
  caseId: id,
  deviceId: id,
  lot: some(200),
  serial: some(200),
  softwareVersion: some(50),
  state: z.enum(['linked', 'unlinked']).default('linked'),
})
type Fields = z.output<typeof body>

export { body as caseDeviceBody }

const kind: Kind<'case_devices', typeof body, Fields> = {
  path: '/case-devices',
  tag: 'cases',
  name: 'CaseDevice',
  entity: 'case_devices',
  body,
  columns: f => ({
    case_id: f.caseId,
    device_id: f.deviceId,
    lot: f.lot,
    serial: f.serial,
    software_version: f.softwareVersion,
    state: f.state,
  }),
  keys: row => ({ id: row.id, tenantId: row.tenant_id, version: row.version }),
  fields: row => ({
    caseId: row.case_id,
    deviceId: row.device_id,
    lot: row.lot,
    serial: row.serial,
    softwareVersion: row.software_version,
    state: row.state,
  }),
  filters: {
    caseId: { schema: id, column: 'case_id' },
    deviceId: { schema: id, column: 'device_id' },
    state: { schema: body.shape.state.removeDefault(), column: 'state' },
  },
}

/** Which registered devices a case is about, with the lot and serial of the unit. */
export function caseDeviceRoutes(app: Desk, s: Services): void {
  registerKind(app, s, kind)
}
