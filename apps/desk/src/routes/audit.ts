import { createRoute, z } from '@hono/zod-openapi'
import { verifyChain, verifyRecords } from '@vigie/record'
import { exportAudit } from '../audit/export.js'
import { auditFilter, eventsOf } from '../audit/filter.js'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { pageOf, readCursor } from '../http/cursor.js'
import { event, eventView, seqPlace } from '../resources/event.js'
import { namesOf } from '../resources/names.js'
import { answer, page, pageQuery, refusal } from '../schemas.js'

const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/audit',
    summary: 'The audit trail of the own tenant, newest first: all of it, or what fits',
    tags: ['audit'],
    ...access(s, 'audit'),
    request: {
      query: z.strictObject({ ...pageQuery, ...auditFilter, order: z.enum(['desc', 'asc']).default('desc') }),
    },
    responses: { 200: answer(page(event), 'A page.'), ...refusal },
  })

const verification = z
  .object({
    ok: z.boolean(),
    events: z.number().int().nullable(),
    head: z
      .object({ seq: z.number().int(), hash: z.string() })
      .nullable()
      .openapi({ description: 'Note it outside the database: a later check can be held against it.' }),
    seal: z.enum(['valid', 'none']).nullable(),
    clockWentBack: z.array(z.number().int()),
    firstBad: z.object({ seq: z.number().int(), why: z.string(), sentence: z.string() }).nullable(),
    recordFaults: z.array(z.object({ entity: z.string(), id: z.string(), why: z.string() })),
  })
  .openapi('Verification')

const verify = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/audit/verification',
    summary: 'Check the chain of the own tenant, and each record against its last event',
    tags: ['audit'],
    ...access(s, 'audit'),
    responses: { 200: answer(verification, 'What was found.'), ...refusal },
  })

const exported = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/audit/export',
    summary: 'The audit trail, or what fits of it, as one JSON document; the export is noted in the trail',
    tags: ['audit'],
    ...access(s, 'audit'),
    request: { query: z.strictObject(auditFilter) },
    responses: {
      200: { description: 'The document, oldest event first, with the state of the chain.' },
      ...refusal,
    },
  })

export function auditRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const { actor } = c.get('principal')
    const { limit, cursor, order, ...filter } = c.req.valid('query')
    const after = readCursor(cursor, seqPlace)
    const place = { order, limit: limit + 1, ...(after === undefined ? {} : { after }) }
    const { rows, names } = await s.store.readTenant(actor, async tx => {
      const rows = await eventsOf(tx, actor.tenantId, filter, place)
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
  app.openapi(exported(s), async c => {
    const { actor } = c.get('principal')
    const document = await exportAudit(s.store, actor, c.req.valid('query'))
    const day = new Date(s.clock()).toISOString().slice(0, 10)
    return c.body(document, 200, {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="audit-${day}.json"`,
    })
  })
  app.openapi(verify(s), async c => {
    const { actor } = c.get('principal')
    const { chain, faults } = await s.store.readTenant(actor, async tx => ({
      chain: await verifyChain(tx, actor.tenantId),
      faults: await verifyRecords(tx, actor.tenantId),
    }))
    const found = chain.ok
      ? {
          events: chain.events,
          head: chain.head,
          seal: chain.seal,
          clockWentBack: [...chain.clockWentBack],
          firstBad: null,
        }
      : {
          events: null,
          head: null,
          seal: null,
          clockWentBack: [],
          firstBad: { seq: chain.seq, why: chain.why, sentence: chain.sentence },
        }
    return c.json({ ok: chain.ok && faults.length === 0, ...found, recordFaults: [...faults] }, 200)
  })
}
