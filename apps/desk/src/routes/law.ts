import { createRoute, z } from '@hono/zod-openapi'
import { lawRecord } from '@vigie/law'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { cursorText, readCursor } from '../http/cursor.js'
import { findLaw } from '../law/find.js'
import { packView, viewOfPack } from '../law/pack-view.js'
import { JURISDICTIONS, lawRecordView, lawSummary, STATUSES, TYPES, viewOfLaw } from '../law/view.js'
import { Problem } from '../problem/problem.js'
import { answer, day, page, pageQuery, refusal } from '../schemas.js'

const text = z.string().min(1).max(200)
const query = z.strictObject({
  ...pageQuery,
  jurisdiction: z.enum(JURISDICTIONS).optional(),
  type: z.enum(TYPES).optional(),
  instrument: text
    .optional()
    .openapi({ description: 'A part of a citation, for example "MDR" or "Art 87".' }),
  subject: z.enum(['incident', 'field-action', 'trend', 'supply', 'request', 'operator']).optional(),
  status: z.enum(STATUSES).optional(),
  certainty: z.enum(['verified', 'secondary-source', 'not-confirmed', 'requires-confirmation']).optional(),
  on: day.optional().openapi({ description: 'Only what holds on this day.' }),
  q: text.optional().openapi({ description: 'Words of title, citation or content.' }),
})

const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/law/rules',
    summary: 'The law library: rules, definitions and notes of the release in use',
    tags: ['law'],
    ...access(s, 'read'),
    request: { query },
    responses: { 200: answer(page(lawSummary).extend({ total: z.number().int() }), 'A page.'), ...refusal },
  })

const one = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/law/rules/{rule}',
    summary: 'One record of law, everything readable',
    tags: ['law'],
    ...access(s, 'read'),
    request: { params: z.strictObject({ rule: z.string().min(1).max(100) }) },
    responses: { 200: answer(lawRecordView, 'The record.'), ...refusal },
  })

const pack = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/law',
    summary: 'The release of law in use: what it holds, its forms and calendars',
    tags: ['law'],
    ...access(s, 'read'),
    responses: { 200: answer(packView, 'The release.'), ...refusal },
  })

const indexPlace = (place: unknown): number | undefined => {
  const at: unknown = Array.isArray(place) && place.length === 1 ? place[0] : undefined
  return typeof at === 'number' && Number.isSafeInteger(at) && at > 0 ? at : undefined
}

/** The law library. It holds nothing of a tenant: whoever is signed in may read it. */
export function lawRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const { limit, cursor, ...wanted } = c.req.valid('query')
    const found = findLaw(s.law, wanted)
    const from = readCursor(cursor, indexPlace) ?? 0
    const items = found.slice(from, from + limit)
    const nextCursor = found.length > from + limit ? cursorText([from + limit]) : null
    return c.json({ items, nextCursor, total: found.length }, 200)
  })
  app.openapi(one(s), async c => {
    const record = lawRecord(c.req.valid('param').rule, s.law)
    if (record === undefined) throw new Problem('not-found')
    return c.json(viewOfLaw(record, s.law), 200)
  })
  app.openapi(pack(s), async c => c.json(viewOfPack(s.law), 200))
}
