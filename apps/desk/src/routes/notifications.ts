import { createRoute, z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { idPlace, pageOf, readCursor } from '../http/cursor.js'
import { mailWish } from '../jobs/notification-mail.js'
import { sentenceOf } from '../notifications/sentence.js'
import { Problem } from '../problem/problem.js'
import { answer, body, id, idPath, page, pageQuery, refusal } from '../schemas.js'

const notification = z
  .object({
    id,
    kind: z.enum(['clock-near', 'clock-over', 'clock-moved', 'sending-failed', 'alarm']),
    sentence: z.string(),
    entity: z.string().nullable(),
    entityId: id.nullable(),
    details: z.unknown(),
    at: z.string(),
    readAt: z.string().nullable(),
  })
  .openapi('Notification')

const settings = z
  .strictObject({
    mail: z
      .enum(['immediately', 'daily', 'off'])
      .openapi({ description: 'When mails tell the same; `daily` is one in the morning.' }),
  })
  .openapi('NotificationSettings')

const tags = ['notifications']

const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/notifications',
    summary: 'What the desk told you in this tenant, newest first',
    tags,
    ...access(s, 'read'),
    request: {
      query: z.strictObject({
        ...pageQuery,
        unread: z.enum(['true']).optional().openapi({ description: 'Only those not yet read.' }),
      }),
    },
    responses: { 200: answer(page(notification), 'A page.'), ...refusal },
  })

const read = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/notifications/{id}/read',
    summary: 'Mark one as read',
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 204: { description: 'Marked.' }, ...refusal },
  })

const getSettings = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/notification-settings',
    summary: 'How you are told by mail',
    tags,
    ...access(s, 'read'),
    responses: { 200: answer(settings, 'What you chose.'), ...refusal },
  })

const putSettings = (s: Services) =>
  createRoute({
    method: 'put',
    path: '/notification-settings',
    summary: 'Choose how you are told by mail',
    tags,
    ...access(s, 'session'),
    request: { body: body(settings) },
    responses: { 200: answer(settings, 'Kept.'), ...refusal },
  })

/** What a person is told, in the page and by mail. Everybody reads and marks only what was told to them. */
export function notificationRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const { actor } = c.get('principal')
    const { limit, cursor, unread } = c.req.valid('query')
    const before = readCursor(cursor, idPlace)
    const rows = await s.store.withTenant(actor, tx => {
      let query = tx.db
        .selectFrom('notifications')
        .selectAll()
        .where('tenant_id', '=', actor.tenantId)
        .where('person_id', '=', actor.actorId)
      if (before !== undefined) query = query.where('id', '<', before)
      if (unread !== undefined) query = query.where('read_at', 'is', null)
      return query
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
    })
    return c.json(
      pageOf(
        rows,
        limit,
        (n): z.output<typeof notification> => ({
          id: n.id,
          kind: n.kind,
          sentence: sentenceOf(n.kind, n.details),
          entity: n.entity,
          entityId: n.entity_id,
          details: n.details,
          at: n.at,
          readAt: n.read_at,
        }),
        last => [last.id],
      ),
      200,
    )
  })

  app.openapi(read(s), async c => {
    const { actor } = c.get('principal')
    const { id } = c.req.valid('param')
    const found = await s.store.withTenant(actor, async tx => {
      const mine = tx.db
        .updateTable('notifications')
        .where('tenant_id', '=', actor.tenantId)
        .where('person_id', '=', actor.actorId)
        .where('id', '=', id)
      const at = new Date(s.clock()).toISOString()
      // The first time counts; marking it again is no fault.
      const rows = await mine
        .set(eb => ({ read_at: eb.fn.coalesce('read_at', eb.val(at)) }))
        .returning('id')
        .execute()
      return rows.length > 0
    })
    if (!found) throw new Problem('not-found')
    return c.body(null, 204)
  })

  app.openapi(getSettings(s), async c => {
    const { actor } = c.get('principal')
    return c.json({ mail: await s.store.withTenant(actor, tx => mailWish(tx, actor.actorId)) }, 200)
  })

  app.openapi(putSettings(s), async c => {
    const { actor } = c.get('principal')
    const wish = c.req.valid('json')
    await s.store.withTenant(actor, tx =>
      tx.db
        .insertInto('notification_settings')
        .values({ tenant_id: actor.tenantId, person_id: actor.actorId, ...wish })
        .onConflict(c => c.columns(['tenant_id', 'person_id']).doUpdateSet(wish))
        .execute(),
    )
    return c.json(wish, 200)
  })
}
