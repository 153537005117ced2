import { createRoute, z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { namesOf } from '../resources/names.js'
import { answer, id, refusal } from '../schemas.js'

export const boardChoices = z
  .object({
    authorities: z.array(z.string()),
    jurisdictions: z.array(z.string()),
    classes: z.array(z.string()),
    people: z.array(z.object({ id, name: z.string().nullable() })),
  })
  .openapi('BoardChoices')

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/board/choices',
    summary: 'What the board can be narrowed to: the values that stand on it now',
    tags: ['cases'],
    ...access(s, 'read'),
    request: { query: z.strictObject({ manufacturer: id.optional() }) },
    responses: { 200: answer(boardChoices, 'The values, in order.'), ...refusal },
  })

interface ChoiceRow {
  readonly authority: string | null
  readonly jurisdiction: string
  readonly class: string | null
  readonly owner_id: string | null
}

export function boardChoiceRoutes(app: Desk, s: Services): void {
  app.openapi(get(s), async c => {
    const { manufacturer } = c.req.valid('query')
    const found = await s.store.withTenant(c.get('principal').actor, async tx => {
      const { rows } = await sql<ChoiceRow>`
        select distinct o.authority, o.jurisdiction, o.trace ->> 'riskClass' as class, c.owner_id
        from obligations o join cases c on c.tenant_id = o.tenant_id and c.id = o.case_id
        where o.state = 'open' and ${manufacturer === undefined ? sql`true` : sql`o.tenant_id = ${manufacturer}`}`.execute(
        tx.db,
      )
      const owners = sorted(rows.map(r => r.owner_id))
      return {
        rows,
        owners,
        names: await namesOf(
          tx,
          owners.map(actor_id => ({ actor_id })),
        ),
      }
    })
    const people = found.owners.map(owner => ({ id: owner, name: found.names.get(owner) ?? null }))
    return c.json(
      {
        authorities: sorted(found.rows.map(r => r.authority)),
        jurisdictions: sorted(found.rows.map(r => r.jurisdiction)),
        classes: sorted(found.rows.map(r => r.class)),
        people,
      },
      200,
    )
  })
}

const sorted = (values: readonly (string | null)[]) =>
  [...new Set(values.filter(v => v !== null))].sort((a, b) => a.localeCompare(b))
