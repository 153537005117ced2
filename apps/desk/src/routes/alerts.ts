import { createRoute, z } from '@hono/zod-openapi'
import type { Row } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { idPlace, pageOf, readCursor } from '../http/cursor.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { changeRecord } from '../resources/change-record.js'
import { asJson } from '../resources/kind.js'
import { answer, body, id, idPath, ifMatch, line, page, pageQuery, refusal } from '../schemas.js'

const alert = z
  .object({
    id,
    version: z.number().int(),
    kind: z.enum(['sign-in-burst', 'signing-burst']),
    personId: id.nullable().openapi({ description: 'Whose account; null where nobody has it.' }),
    at: z.string(),
    state: z.enum(['open', 'acknowledged']),
    comment: z.string().nullable(),
  })
  .openapi('Alert')
const view = ({ id, version, kind, person_id, at, state, comment }: Row<'alerts'>) => ({
  id,
  version,
  kind,
  personId: person_id,
  at,
  state,
  comment,
})

const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/alerts',
    summary: 'Failed bursts at sign-in and signing in the room one is in, newest first',
    tags: ['people'],
    ...access(s, 'admin'),
    request: { query: z.strictObject({ ...pageQuery, state: z.enum(['open', 'acknowledged']).optional() }) },
    responses: { 200: answer(page(alert), 'A page.'), ...refusal },
  })
const put = (s: Services) =>
  createRoute({
    method: 'put',
    path: '/alerts/{id}',
    summary: 'Acknowledge an alert, and say what was found',
    tags: ['people'],
    ...access(s, 'admin'),
    request: {
      params: idPath,
      headers: ifMatch,
      body: body(z.strictObject({ comment: line(2000) }).openapi('AlertAcknowledgement')),
    },
    responses: { 200: answer(alert, 'Acknowledged.'), ...refusal },
  })

export function alertRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const { limit, cursor, state } = c.req.valid('query')
    const before = readCursor(cursor, idPlace)
    const rows = await s.store.withTenant(c.get('principal').actor, tx => {
      let query = tx.db.selectFrom('alerts').selectAll()
      if (before !== undefined) query = query.where('id', '<', before)
      if (state !== undefined) query = query.where('state', '=', state)
      return query
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
    })
    return c.json(
      pageOf(rows, limit, view, last => [last.id]),
      200,
    )
  })
  app.openapi(put(s), async c => {
    const version = expectedVersion(c)
    const { actor } = c.get('principal')
    const { id } = c.req.valid('param')
    const { comment } = c.req.valid('json')
    const target = { entity: 'alerts', id, tenantId: actor.tenantId, expectedVersion: version } as const
    const shown = {
      sent: { comment },
      version: (row: Row<'alerts'>) => row.version,
      fields: (row: Row<'alerts'>) => ({ comment: row.comment }),
      view: (row: Row<'alerts'>) => asJson(view(row)),
    }
    const row = await s.store.withTenant(actor, tx =>
      changeRecord(tx, target, () => ({ comment, state: 'acknowledged' as const }), shown),
    )
    c.header('etag', etagOf(row.version))
    return c.json(view(row), 200)
  })
}
