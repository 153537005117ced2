import { createRoute, z } from '@hono/zod-openapi'
import { emdn, type ImdrfEntry, imdrf, replacementText, searchEmdn, searchImdrf } from '@vigie/codes'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { Problem } from '../problem/problem.js'
import { answer, refusal } from '../schemas.js'

const words = z.string().min(1).max(200)
const limit = z.coerce.number().int().min(1).max(100).default(20)
const annexes = z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G'])

const code = z
  .object({
    code: z.string(),
    annex: z.string().nullable(),
    term: z.string(),
    path: z.array(z.string()).openapi({ description: 'The terms above it, from the top down.' }),
    level: z.number().int(),
    selectable: z
      .boolean()
      .openapi({ description: 'Whether it may be chosen: no mere heading, not retired.' }),
    status: z.string().nullable(),
    replacement: z.string().nullable().openapi({ description: 'What to use in place of a retired code.' }),
    children: z.number().int().openapi({ description: 'How many codes lie directly below it.' }),
  })
  .openapi('Code')
const codes = z.object({ release: z.string(), provenance: z.string(), items: z.array(code) }).openapi('Codes')

const imdrfRoute = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/codes/imdrf',
    summary: 'IMDRF terms: by own words (q), or the tree: below a code (under), or the top of an annex',
    tags: ['codes'],
    ...access(s, 'read'),
    request: {
      query: z.strictObject({
        q: words.optional(),
        annex: annexes.optional(),
        under: words.optional(),
        limit,
      }),
    },
    responses: { 200: answer(codes, 'Best first, or in the order of the codes.'), ...refusal },
  })

const emdnRoute = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/codes/emdn',
    summary: 'EMDN codes: by own words (q), or the tree: below a code (under), or the categories',
    tags: ['codes'],
    ...access(s, 'read'),
    request: {
      query: z.strictObject({
        q: words.optional(),
        under: words.optional(),
        terminalOnly: z.enum(['true', 'false']).optional(),
        limit,
      }),
    },
    responses: { 200: answer(codes, 'Best first, or in the order of the codes.'), ...refusal },
  })

function imdrfCode(entry: ImdrfEntry): z.output<typeof code> {
  const release = imdrf()
  return {
    code: entry.code,
    annex: entry.annex,
    term: entry.term,
    path: release
      .path(entry.code)
      .slice(0, -1)
      .map(e => e.term),
    level: entry.level,
    selectable: entry.selectable,
    status: entry.status,
    replacement: entry.replacement === undefined ? null : replacementText(entry.replacement),
    children: release.children(entry.code).length,
  }
}

function emdnCode(text: string): z.output<typeof code> | undefined {
  const release = emdn()
  const entry = release.get(text)
  if (entry === undefined) return undefined
  return {
    code: entry.code,
    annex: null,
    term: entry.term,
    path: release
      .path(entry.code)
      .slice(0, -1)
      .map(e => e.term),
    level: entry.level,
    selectable: entry.terminal,
    status: null,
    replacement: null,
    children: release.children(entry.code).length,
  }
}

/** Code lists with their release. An unknown code is not found, never an empty list. */
export function codeRoutes(app: Desk, s: Services): void {
  app.openapi(imdrfRoute(s), async c => {
    const { q, annex, under, limit: most } = c.req.valid('query')
    const release = imdrf()
    const found = (): readonly ImdrfEntry[] => {
      if (q !== undefined) {
        const hits = searchImdrf(q, { limit: most, ...(annex === undefined ? {} : { annex }) })
        return hits.flatMap(h => release.get(h.code) ?? [])
      }
      if (under !== undefined) {
        if (release.get(under) === undefined) throw new Problem('not-found')
        return release.children(under)
      }
      const keys = annex === undefined ? annexes.options : [annex]
      return keys.flatMap(a => release.roots(a))
    }
    const { provenance } = release
    const items = found().map(imdrfCode)
    return c.json({ release: release.id, provenance: provenance.source, items }, 200)
  })
  app.openapi(emdnRoute(s), async c => {
    const { q, under, terminalOnly, limit: most } = c.req.valid('query')
    const release = emdn()
    const found = (): readonly string[] => {
      if (q !== undefined) {
        return searchEmdn(q, { limit: most, terminalOnly: terminalOnly === 'true' }).map(h => h.code)
      }
      if (under === undefined) return release.entries.filter(e => e.level === 1).map(e => e.code)
      if (release.get(under) === undefined) throw new Problem('not-found')
      return release.children(under).map(e => e.code)
    }
    const items = found().flatMap(text => emdnCode(text) ?? [])
    return c.json({ release: release.id, provenance: release.provenance.source, items }, 200)
  })
}
