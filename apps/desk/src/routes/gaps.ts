import { createRoute, z } from '@hono/zod-openapi'
import { dayInZone } from '@vigie/kernel'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { gapsOf } from '../intake/gaps/find.js'
import { loadRegistry } from '../intake/gaps/load.js'
import { answer, finding, id, refusal, tenantId } from '../schemas.js'

const makerGaps = z
  .object({ tenantId: id, organisationId: id, name: z.string(), gaps: z.array(finding) })
  .openapi('ManufacturerGaps')

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/gaps',
    summary:
      'What is missing about each manufacturer: numbers, representatives, contacts, identifiers, markets',
    tags: ['organisations'],
    ...access(s, 'read'),
    request: { query: z.strictObject({ tenantId }) },
    responses: {
      200: answer(z.object({ items: z.array(makerGaps), gaps: z.number().int() }), 'Most gaps first.'),
      ...refusal,
    },
  })

export function gapRoutes(app: Desk, s: Services): void {
  app.openapi(get(s), async c => {
    const { actor } = c.get('principal')
    const on = dayInZone(s.clock(), actor.zone)
    const { tenantId: wanted } = c.req.valid('query')
    const registry = await s.store.withTenant(actor, tx => loadRegistry(tx, wanted, on))
    const items = gapsOf(registry, on).map(m => ({ ...m, gaps: [...m.gaps] }))
    return c.json({ items, gaps: items.reduce((n, m) => n + m.gaps.length, 0) }, 200)
  })
}
