import { z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { followLinks } from '../resources/follow-links.js'
import type { Kind } from '../resources/kind.js'
import { registerKind } from '../resources/register.js'
import { id } from '../schemas.js'

const body = z.object({
  caseId: id,
  signalId: id,
  state: z.enum(['linked', 'unlinked']).default('linked'),
})
type Fields = z.output<typeof body>

export { body as caseSignalBody }

const kind: Kind<'case_signals', typeof body, Fields> = {
  path: '/case-signals',
  tag: 'signals',
  name: 'CaseSignal',
  entity: 'case_signals',
  body,
  columns: f => ({ case_id: f.caseId, signal_id: f.signalId, state: f.state }),
  keys: row => ({ id: row.id, tenantId: row.tenant_id, version: row.version }),
  fields: row => ({ caseId: row.case_id, signalId: row.signal_id, state: row.state }),
  filters: {
    caseId: { schema: id, column: 'case_id' },
    signalId: { schema: id, column: 'signal_id' },
    state: { schema: body.shape.state.removeDefault(), column: 'state' },
  },
  settled: followLinks,
}

/** Which signals a case is about. A link is never removed; it is unlinked. */
export function caseSignalRoutes(app: Desk, s: Services): void {
  registerKind(app, s, kind)
}
