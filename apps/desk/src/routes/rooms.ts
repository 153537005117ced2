import { createRoute, z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { answer, id, refusal } from '../schemas.js'

export const room = z
  .object({
    tenantId: id,
    name: z.string(),
    kind: z.string(),
    own: z.boolean(),
    mayWrite: z.boolean(),
  })
  .openapi('Room')

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/rooms',
    summary: 'The tenants you may look into: your own, then those whose mandates you hold, by name',
    tags: ['organisations'],
    ...access(s, 'read'),
    responses: { 200: answer(z.object({ items: z.array(room) }), 'The rooms.'), ...refusal },
  })

interface RoomRow {
  readonly tenant_id: string
  readonly name: string
  readonly kind: string
  readonly may_write: boolean
}

export function roomRoutes(app: Desk, s: Services): void {
  app.openapi(get(s), async c => {
    const { actor } = c.get('principal')
    const rows = await s.store.withTenant(actor, async tx => {
      const found = await sql<RoomRow>`
        select tenant_id, name, kind, tenant_id = any (writable_tenants()) as may_write from tenants
        where tenant_id = any (readable_tenants())
        order by (tenant_id = ${actor.tenantId}) desc, name, tenant_id`.execute(tx.db)
      return found.rows
    })
    const items = rows.map(row => ({
      tenantId: row.tenant_id,
      name: row.name,
      kind: row.kind,
      own: row.tenant_id === actor.tenantId,
      mayWrite: row.may_write,
    }))
    return c.json({ items }, 200)
  })
}
