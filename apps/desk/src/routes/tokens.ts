import { createRoute, z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { Problem } from '../problem/problem.js'
import { answer, body, id, idPath, line, refusal } from '../schemas.js'
import { SCOPES } from '../sign-in/scopes.js'
import { makeToken, revokeToken, tokensOf } from '../sign-in/tokens.js'

const DAY = 86_400_000
const LONGEST = 366

const token = z
  .object({
    id,
    name: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    madeAt: z.string(),
    endsAt: z.string(),
    revokedAt: z.string().nullable(),
  })
  .openapi('Token')

const common = (s: Services) => ({ tags: ['sign-in'], ...access(s, 'session') })

const list = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'get',
    path: '/tokens',
    summary: 'The own tokens',
    responses: {
      200: answer(z.object({ items: z.array(token) }), 'Newest first, without secrets.'),
      ...refusal,
    },
  })
const post = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'post',
    path: '/tokens',
    summary: 'Make a token for a program; its secret is shown this once',
    request: {
      body: body(
        z
          .strictObject({
            name: line(100),
            scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
            days: z.number().int().min(1).max(LONGEST).default(90),
          })
          .openapi('NewToken'),
      ),
    },
    responses: { 201: answer(token.extend({ secret: z.string() }), 'Made.'), ...refusal },
  })
const remove = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'delete',
    path: '/tokens/{id}',
    summary: 'Revoke a token of the own',
    request: { params: idPath },
    responses: { 204: { description: 'Revoked.' }, ...refusal },
  })

export function tokenRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const principal = c.get('principal')
    const items = await s.store.withInstallation(principal.actor, tx => tokensOf(tx, principal))
    return c.json({ items: items.map(t => ({ ...t, scopes: [...t.scopes] })) }, 200)
  })
  app.openapi(post(s), async c => {
    const principal = c.get('principal')
    const { name, scopes, days } = c.req.valid('json')
    if (scopes.some(scope => !principal.scopes.has(scope))) throw new Problem('forbidden')
    const now = s.clock()
    const wanted = { name, scopes: [...new Set(scopes)], endsAt: new Date(now + days * DAY).toISOString() }
    const made = await s.store.withInstallation(principal.actor, tx =>
      makeToken(tx, principal, wanted, now, s.random),
    )
    return c.json({ ...made, scopes: [...made.scopes] }, 201)
  })
  app.openapi(remove(s), async c => {
    const principal = c.get('principal')
    const { id } = c.req.valid('param')
    const done = await s.store.withInstallation(principal.actor, tx =>
      revokeToken(tx, principal, id, s.clock()),
    )
    if (!done) throw new Problem('not-found')
    return c.body(null, 204)
  })
}
