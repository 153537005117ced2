import { z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { inOrder } from '../resources/fault.js'
import type { Kind } from '../resources/kind.js'
import { registerKind } from '../resources/register.js'
import { day, id, line } from '../schemas.js'

const body = z.object({
  familyId: id,
  notifiedBodyId: id
    .nullable()
    .default(null)
    .openapi({ description: 'The organisation that is the notified body.' }),
  number: line(100),
  kind: line(100).openapi({ description: 'For example "EU quality management system (Annex IX)".' }),
  validFrom: day.nullable().default(null),
  validTo: day.nullable().default(null),
  state: z.enum(['valid', 'suspended', 'withdrawn', 'expired']).default('valid'),
})
type Fields = z.output<typeof body>

const kind: Kind<'certificates', typeof body, Fields> = {
  path: '/certificates',
  tag: 'devices',
  name: 'Certificate',
  entity: 'certificates',
  body,
  check: f => inOrder(['validFrom', f.validFrom], ['validTo', f.validTo]),
  columns: f => ({
    family_id: f.familyId,
    notified_body_id: f.notifiedBodyId,
    number: f.number,
    kind: f.kind,
    valid_from: f.validFrom,
    valid_to: f.validTo,
    state: f.state,
  }),
  keys: row => ({ id: row.id, tenantId: row.tenant_id, version: row.version }),
  fields: row => ({
    familyId: row.family_id,
    notifiedBodyId: row.notified_body_id,
    number: row.number,
    kind: row.kind,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    state: row.state,
  }),
  filters: {
    familyId: { schema: id, column: 'family_id' },
    number: { schema: z.string().min(1).max(100), column: 'number' },
    state: { schema: body.shape.state.removeDefault(), column: 'state' },
  },
}

/** Certificates of device families. */
export function certificateRoutes(app: Desk, s: Services): void {
  registerKind(app, s, kind)
}
