import { createRoute, z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { pageOf, readCursor } from '../http/cursor.js'
import { event, eventView, seqPlace } from '../resources/event.js'
import { namesOf } from '../resources/names.js'
import { rowOf } from '../resources/register.js'
import { answer, idPath, page, pageQuery, refusal } from '../schemas.js'

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/cases/{id}/history',
    summary: 'How a case came to what it is: every change of its facts and obligations, newest first',
    tags: ['cases'],
    ...access(s, 'read'),
    request: { params: idPath, query: z.strictObject(pageQuery) },
    responses: { 200: answer(page(event), 'A page.'), ...refusal },
  })

export function historyRoutes(app: Desk, s: Services): void {
  app.openapi(get(s), async c => {
    const { id } = c.req.valid('param')
    const { limit, cursor } = c.req.valid('query')
    const before = readCursor(cursor, seqPlace) ?? Number.MAX_SAFE_INTEGER
    const { rows, names } = await s.store.readTenant(c.get('principal').actor, async tx => {
      const { tenant_id } = await rowOf(tx, 'cases', id)
      const obligations = tx.db
        .selectFrom('obligations')
        .select('id')
        .where('tenant_id', '=', tenant_id)
        .where('case_id', '=', id)
      const rows = await tx.db
        .selectFrom('audit_events')
        .selectAll()
        .where('tenant_id', '=', tenant_id)
        .where('seq', '<', before)
        .where(eb =>
          eb.or([
            eb.and([eb('entity', '=', 'cases'), eb('entity_id', '=', id)]),
            eb.and([eb('entity', '=', 'obligations'), eb('entity_id', 'in', obligations)]),
          ]),
        )
        .orderBy('seq', 'desc')
        .limit(limit + 1)
        .execute()
      return { rows, names: await namesOf(tx, rows) }
    })
    return c.json(
      pageOf(
        rows,
        limit,
        row => eventView(row, names),
        last => [last.seq],
      ),
      200,
    )
  })
}
