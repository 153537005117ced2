import { timingSafeEqual } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { fromThisMachine, refuseCrossSite } from '../http/origin.js'
import { Problem } from '../problem/problem.js'
import { answer, body, email, id, line, refusal, zone } from '../schemas.js'
import { passwordFindings } from '../sign-in/passwords.js'
import { secretHash } from '../sign-in/secret.js'
import { makeFirstAdministrator } from '../sign-in/setup.js'

export const setupBody = z
  .strictObject({
    code: z.string().min(1).max(100).openapi({ description: 'The code the server printed at start.' }),
    organisation: line(200),
    kind: z.enum(['manufacturer', 'representative', 'other']),
    name: line(200),
    email,
    zone,
    password: z.string().min(1).max(1000),
  })
  .openapi('Setup')

const get = createRoute({
  method: 'get',
  path: '/setup',
  summary: 'Whether the first administrator is still to be made, and may be from where you are',
  tags: ['sign-in'],
  responses: { 200: answer(z.object({ needed: z.boolean(), here: z.boolean() }), 'Both.'), ...refusal },
})

const post = createRoute({
  method: 'post',
  path: '/setup',
  summary: 'Make the first tenant and its administrator, on this machine, once',
  tags: ['sign-in'],
  request: {
    body: body(setupBody),
  },
  responses: { 201: answer(z.object({ tenantId: id, personId: id }), 'Made; now sign in.'), ...refusal },
})

export function setupRoutes(app: Desk, s: Services): void {
  const { setupCode } = s.config
  let used = false
  app.openapi(get, c => c.json({ needed: setupCode !== undefined && !used, here: fromThisMachine(c) }, 200))
  app.openapi(post, async c => {
    refuseCrossSite(c, s.config.origins)
    if (setupCode === undefined || used || !fromThisMachine(c)) throw new Problem('setup-refused')
    const wait = s.signInLimit.take('setup')
    if (wait !== undefined) throw new Problem('too-many-requests', { retryAfter: wait })
    const { code, password, ...first } = c.req.valid('json')
    if (!timingSafeEqual(Buffer.from(secretHash(code)), Buffer.from(secretHash(setupCode)))) {
      throw new Problem('setup-refused')
    }
    const findings = passwordFindings(password, first.email)
    if (findings.length > 0) throw new Problem('invalid-body', { findings })
    const passwordHash = await s.hasher.hash(password)
    const made = await makeFirstAdministrator(s.store, { ...first, passwordHash }, s.clock())
    used = true
    if (made === undefined) throw new Problem('setup-refused')
    return c.json(made, 201)
  })
}
