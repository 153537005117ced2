import { z } from '@hono/zod-openapi'
import type { EventRow, Tx } from '@vigie/record'
import { sql } from 'kysely'
import { id } from '../schemas.js'

const instant = z.iso.datetime({ offset: true })

/** What narrows the audit trail; all given must fit. */
export const auditFilter = {
  entity: z.string().max(50).optional().openapi({ example: 'cases' }),
  entityId: id.optional(),
  actorId: id.optional(),
  action: z.enum(['create', 'change', 'note']).optional(),
  from: instant.optional().openapi({ description: 'The first instant.', example: '2026-11-01T00:00:00Z' }),
  until: instant.optional().openapi({ description: 'The first instant that is no more in it.' }),
  text: z
    .string()
    .min(2)
    .max(100)
    .optional()
    .openapi({ description: 'Found in the reason or in a value before or after; case does not matter.' }),
}
const filterSchema = z.object(auditFilter)
export type AuditFilter = z.output<typeof filterSchema>

/** Events of a tenant that fit, in the order of the chain from a place on. */
export async function eventsOf(
  tx: Tx,
  tenantId: string,
  filter: AuditFilter,
  page: {
    readonly order: 'asc' | 'desc'
    readonly after?: number
    readonly upTo?: number
    readonly limit: number
  },
): Promise<readonly EventRow[]> {
  const { entity, entityId, actorId, action, from, until, text } = filter
  let query = tx.db.selectFrom('audit_events').selectAll().where('tenant_id', '=', tenantId)
  if (page.after !== undefined) query = query.where('seq', page.order === 'asc' ? '>' : '<', page.after)
  if (page.upTo !== undefined) query = query.where('seq', '<=', page.upTo)
  if (entity !== undefined) query = query.where('entity', '=', entity)
  if (entityId !== undefined) query = query.where('entity_id', '=', entityId)
  if (actorId !== undefined) query = query.where('actor_id', '=', actorId)
  if (action !== undefined) query = query.where('action', '=', action)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (until !== undefined) query = query.where('at', '<', until)
  if (text !== undefined) {
    const part = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
    query = query.where(eb => eb.or([eb('reason', 'ilike', part), eb(sql`changes::text`, 'ilike', part)]))
  }
  return query.orderBy('seq', page.order).limit(page.limit).execute()
}
