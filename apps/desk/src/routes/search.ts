import { createRoute, z } from '@hono/zod-openapi'
import { type RawBuilder, sql } from 'kysely'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { wordsCondition } from '../resources/words.js'
import { answer, id, refusal } from '../schemas.js'

const KINDS = ['case', 'signal', 'device', 'device-family', 'organisation'] as const
type Kind = (typeof KINDS)[number]

const hit = z
  .object({
    kind: z.enum(KINDS),
    id,
    tenantId: id,
    title: z.string(),
    detail: z.string().nullable().openapi({ description: 'A reference, an identifier or a country.' }),
    state: z.string(),
  })
  .openapi('SearchHit')

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/search',
    summary: 'Search in cases, signals, devices, families and organisations by the beginnings of words',
    tags: ['search'],
    ...access(s, 'read'),
    request: {
      query: z.strictObject({
        q: z
          .string()
          .min(1)
          .max(200)
          .openapi({ description: 'Words of at least two letters; each must begin a word of the record.' }),
        kind: z.enum(KINDS).optional(),
        limit: z.coerce.number().int().min(1).max(100).default(10).openapi({ description: 'Of each kind.' }),
      }),
    },
    responses: {
      200: answer(
        z.object({
          items: z.array(hit),
          more: z.array(z.enum(KINDS)).openapi({ description: 'Kinds with more than are shown.' }),
        }),
        'By kind, newest first.',
      ),
      ...refusal,
    },
  })

interface HitRow {
  readonly id: string
  readonly tenant_id: string
  readonly title: string
  readonly detail: string | null
  readonly state: string
}

const TABLES: Readonly<Record<Kind, { readonly table: string; readonly columns: RawBuilder<unknown> }>> = {
  case: { table: 'cases', columns: sql`title, reference as detail` },
  signal: { table: 'signals', columns: sql`coalesce(subject, reference) as title, reference as detail` },
  device: { table: 'devices', columns: sql`name as title, coalesce(udi_di, catalogue_number) as detail` },
  'device-family': { table: 'device_families', columns: sql`name as title, basic_udi_di as detail` },
  organisation: {
    table: 'organisations',
    columns: sql`name as title, coalesce(srn, chrn, country) as detail`,
  },
}

export function searchRoutes(app: Desk, s: Services): void {
  app.openapi(get(s), async c => {
    const { q, kind, limit } = c.req.valid('query')
    const kinds = kind === undefined ? KINDS : [kind]
    const found = await s.store.withTenant(c.get('principal').actor, async tx => {
      const all: { readonly kind: Kind; readonly rows: readonly HitRow[] }[] = []
      for (const one of kinds) {
        const { table, columns } = TABLES[one]
        const { rows } = await sql<HitRow>`select id, tenant_id, state, ${columns} from ${sql.table(table)}
          where ${wordsCondition(table, q)} order by id desc limit ${limit + 1}`.execute(tx.db)
        all.push({ kind: one, rows })
      }
      return all
    })
    const items = found.flatMap(({ kind: of, rows }) =>
      rows.slice(0, limit).map(r => ({
        kind: of,
        id: r.id,
        tenantId: r.tenant_id,
        title: r.title,
        detail: r.detail,
        state: r.state,
      })),
    )
    return c.json({ items, more: found.filter(f => f.rows.length > limit).map(f => f.kind) }, 200)
  })
}
