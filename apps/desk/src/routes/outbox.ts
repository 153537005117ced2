import { createRoute, z } from '@hono/zod-openapi'
import type { Tx } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { idPlace, pageOf, readCursor } from '../http/cursor.js'
import { emlOf, message } from '../mail/message.js'
import { Problem } from '../problem/problem.js'
import { answer, id, page, pageQuery, refusal } from '../schemas.js'

const shown = z
  .object({
    id,
    subject: z.string(),
    to: z.array(z.string()),
    state: z.enum(['queued', 'sending', 'sent', 'failed']),
    attempts: z.number().int(),
    fault: z.string().nullable().openapi({ description: 'Why the last attempt did not work, as a code.' }),
    messageId: z.string().nullable(),
    entity: z.string().nullable(),
    entityId: id.nullable(),
    madeAt: z.string(),
    sentAt: z.string().nullable(),
  })
  .openapi('OutgoingMessage')

const tags = ['mail']

const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/outbox',
    summary: 'Messages of the own tenant that wait, were sent or failed, newest first',
    tags,
    ...access(s, 'write'),
    request: { query: z.strictObject(pageQuery) },
    responses: { 200: answer(page(shown), 'A page.'), ...refusal },
  })

const one = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/outbox/{id}',
    summary: 'One message; with `.eml` after the id, as a file for a mail program',
    tags,
    ...access(s, 'write'),
    request: {
      params: z.strictObject({
        id: z
          .string()
          .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.eml)?$/, 'not an id, with or without .eml'),
      }),
    },
    responses: {
      200: {
        description: 'The message.',
        content: {
          'application/json': { schema: shown },
          'message/rfc822': { schema: z.string().openapi({ format: 'binary' }) },
        },
      },
      ...refusal,
    },
  })

/** Messages on their way out. Those about people's notifications belong to these people and are not shown here. */
export function outboxRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const { actor } = c.get('principal')
    const { limit, cursor } = c.req.valid('query')
    const before = readCursor(cursor, idPlace)
    const rows = await s.store.withTenant(actor, tx => {
      const all = outgoing(tx)
      return (before === undefined ? all : all.where('id', '<', before))
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
    })
    return c.json(
      pageOf(rows, limit, viewOf, last => [last.id]),
      200,
    )
  })

  app.openapi(one(s), async c => {
    const [wanted = '', file] = c.req.valid('param').id.split('.')
    const row = await s.store.withTenant(c.get('principal').actor, tx =>
      outgoing(tx).where('id', '=', wanted).executeTakeFirst(),
    )
    if (row === undefined) throw new Problem('not-found')
    if (file === undefined) return c.json(viewOf(row), 200)
    const from = s.config.mailFrom ?? 'vigie@vigie.invalid'
    const bytes = await emlOf(row.id, from, message.parse(row.message), row.made_at)
    return new Response(Buffer.from(bytes), {
      headers: {
        'content-type': 'message/rfc822',
        'content-disposition': `attachment; filename="${row.id}.eml"`,
      },
    })
  })
}

/** Messages about a record of the tenant at work; a person's own notifications have none. */
const outgoing = (tx: Tx) =>
  tx.db
    .selectFrom('outbox')
    .selectAll()
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('entity', 'is not', null)

type Row = Awaited<ReturnType<ReturnType<typeof outgoing>['executeTakeFirstOrThrow']>>

function viewOf(row: Row): z.output<typeof shown> {
  const { subject, to } = message.parse(row.message)
  return {
    id: row.id,
    subject,
    to,
    state: row.state,
    attempts: row.attempts,
    fault: row.fault,
    messageId: row.message_id,
    entity: row.entity,
    entityId: row.entity_id,
    madeAt: row.made_at,
    sentAt: row.sent_at,
  }
}
