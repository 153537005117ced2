import { createRoute, z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { Problem } from '../problem/problem.js'
import { answer, refusal } from '../schemas.js'

const health = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the server and the record work',
  tags: ['server'],
  responses: {
    200: answer(
      z.object({ status: z.literal('ok'), engine: z.string(), migration: z.number(), durable: z.boolean() }),
      'Both work.',
    ),
    ...refusal,
  },
})

const metrics = createRoute({
  method: 'get',
  path: '/metrics',
  summary: 'Counts, in the text format of Prometheus',
  tags: ['server'],
  responses: {
    200: { description: 'The counts.', content: { 'text/plain': { schema: z.string() } } },
    ...refusal,
  },
})

export function healthRoutes(app: Desk, s: Services): void {
  app.openapi(health, async c => {
    const found = await s.store.health().catch(() => {
      throw new Problem('unavailable')
    })
    const { engine, migration, durable } = found
    return c.json({ status: 'ok' as const, engine, migration, durable }, 200)
  })
  app.openapi(metrics, c => c.text(s.metrics.text(), 200))
}
