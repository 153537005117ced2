import { createRoute, z } from '@hono/zod-openapi'
import { type EventRow, note } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { Problem } from '../problem/problem.js'
import { namesOf } from '../resources/names.js'
import { answer, body, id, line, refusal } from '../schemas.js'

const REASON = 'Trail reviewed'
const review = z
  .object({
    seq: z.number().int().openapi({ description: 'The event of the review itself.' }),
    at: z.string(),
    actorId: id,
    actorName: z.string().nullable(),
    entity: z.string(),
    entityId: id,
    upTo: z.number().int().openapi({ description: 'The last event that was looked at.' }),
    comment: z.string().nullable(),
  })
  .openapi('AuditReview')
const about = { entity: z.string().min(1).max(50), entityId: id }

const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/audit/reviews',
    summary: 'Who looked through trails, newest first; of one record when it is named',
    tags: ['audit'],
    ...access(s, 'audit'),
    request: {
      query: z.strictObject({ entity: about.entity.optional(), entityId: about.entityId.optional() }),
    },
    responses: { 200: answer(z.object({ items: z.array(review) }), 'At most 200.'), ...refusal },
  })
const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/audit/reviews',
    summary: 'Mark the trail of a record as reviewed up to an event; the mark is an event itself',
    tags: ['audit'],
    ...access(s, 'audit', { person: true }),
    request: {
      body: body(
        z
          .strictObject({
            ...about,
            upTo: z.number().int().min(1),
            comment: line(2000).nullable().default(null),
          })
          .openapi('NewAuditReview'),
      ),
    },
    responses: { 201: answer(review, 'Marked.'), ...refusal },
  })

const kept = z.array(z.object({ path: z.string(), after: z.unknown().optional() }))

function view(row: EventRow, names: ReadonlyMap<string, string>): z.output<typeof review> {
  const values = new Map(kept.parse(row.changes).map(c => [c.path, c.after]))
  const comment = values.get('/comment')
  return {
    seq: row.seq,
    at: row.at,
    actorId: row.actor_id,
    actorName: names.get(row.actor_id) ?? null,
    entity: row.entity,
    entityId: row.entity_id,
    upTo: Number(values.get('/upTo')),
    comment: typeof comment === 'string' ? comment : null,
  }
}

export function auditReviewRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const { actor } = c.get('principal')
    const { entity, entityId } = c.req.valid('query')
    const { rows, names } = await s.store.withTenant(actor, async tx => {
      let query = tx.db
        .selectFrom('audit_events')
        .selectAll()
        .where('tenant_id', '=', actor.tenantId)
        .where('action', '=', 'note')
        .where('reason', '=', REASON)
      if (entity !== undefined) query = query.where('entity', '=', entity)
      if (entityId !== undefined) query = query.where('entity_id', '=', entityId)
      const rows = await query.orderBy('seq', 'desc').limit(200).execute()
      return { rows, names: await namesOf(tx, rows) }
    })
    return c.json({ items: rows.map(row => view(row, names)) }, 200)
  })
  app.openapi(post(s), async c => {
    const { actor } = c.get('principal')
    const { entity, entityId, upTo, comment } = c.req.valid('json')
    const shown = await s.store.withTenant(actor, async tx => {
      const seen = await tx.db
        .selectFrom('audit_events')
        .select('seq')
        .where('tenant_id', '=', actor.tenantId)
        .where('entity', '=', entity)
        .where('entity_id', '=', entityId)
        .where('seq', '=', upTo)
        .executeTakeFirst()
      if (seen === undefined) throw new Problem('not-found')
      const said = comment === null ? [] : [{ path: '/comment', after: comment }]
      const row = await note(tx, { entity, id: entityId, reason: REASON }, [
        { path: '/upTo', after: upTo },
        ...said,
      ])
      return view(row, await namesOf(tx, [row]))
    })
    return c.json(shown, 201)
  })
}
