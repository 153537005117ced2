import { createRoute, z } from '@hono/zod-openapi'
import { note } from '@vigie/record'
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { Desk } from '../desk.js'
import type { DeskEnv, Services } from '../env.js'
import { access, cookieName } from '../http/authenticate.js'
import { addressKey } from '../http/limiter.js'
import { needsSecure, refuseCrossSite, remoteAddress } from '../http/origin.js'
import { Problem } from '../problem/problem.js'
import { answer, body, email, id, refusal } from '../schemas.js'
import { accountOf, homeOf } from '../sign-in/principal.js'
import { SCOPES } from '../sign-in/scopes.js'
import { csrfToken } from '../sign-in/secret.js'
import { endSessions, type NewSession } from '../sign-in/sessions.js'
import { signIn } from '../sign-in/sign-in.js'

export const who = z
  .object({
    tenantId: id,
    personId: id,
    tenantName: z.string(),
    room: id.openapi({
      description: 'The tenant looked at: the same, or a manufacturer whose mandate the tenant has.',
    }),
    roomName: z.string(),
    name: z.string(),
    zone: z.string(),
    roles: z.array(z.string()),
    scopes: z.array(z.enum(SCOPES)),
    csrfToken: z
      .string()
      .nullable()
      .openapi({ description: 'For the header X-CSRF-Token; null with a token.' }),
  })
  .openapi('Who')

const tags = ['sign-in']
const post = createRoute({
  method: 'post',
  path: '/session',
  summary: 'Sign in with a password',
  tags,
  request: {
    body: body(
      z
        .strictObject({ email, password: z.string().min(1).max(1000), tenantId: id.optional() })
        .openapi('SignIn'),
    ),
  },
  responses: {
    201: answer(z.object({ csrfToken: z.string() }), 'Signed in; the session is in a cookie.'),
    ...refusal,
  },
})
const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/session',
    summary: 'Who is signed in',
    tags,
    ...access(s, 'read'),
    responses: { 200: answer(who, 'The person, the tenant and what they may do.'), ...refusal },
  })
const gone = { 204: { description: 'Done.' }, ...refusal }
const remove = (s: Services) =>
  createRoute({
    method: 'delete',
    path: '/session',
    summary: 'Sign out',
    tags,
    ...access(s, 'session'),
    responses: gone,
  })
const removeAll = (s: Services) =>
  createRoute({
    method: 'delete',
    path: '/sessions',
    summary: 'Sign out everywhere, here too',
    tags,
    ...access(s, 'session'),
    responses: gone,
  })

export function sessionRoutes(app: Desk, s: Services): void {
  app.openapi(post, async c => {
    refuseCrossSite(c, s.config.origins)
    const wait = s.signInLimit.take(addressKey(remoteAddress(c)))
    if (wait !== undefined) throw new Problem('too-many-requests', { retryAfter: wait })
    const session = await signIn(s, c.req.valid('json'))
    if (session === undefined) throw new Problem('sign-in-failed')
    giveCookie(c, session, s)
    return c.json({ csrfToken: csrfToken(session.secret) }, 201)
  })
  app.openapi(get(s), async c => {
    const { actor, name, roles, scopes, session } = c.get('principal')
    const { tenantId, actorId: personId, zone } = actor
    const may = SCOPES.filter(scope => scopes.has(scope))
    const csrf = session?.csrfToken ?? null
    // A mandate may have ended since the room was entered: what the walls hide is left.
    const names = await s.store.withTenant(actor, async tx => {
      const wanted = [tenantId, session?.room ?? tenantId]
      const rows = await tx.db
        .selectFrom('tenants')
        .select(['id', 'name'])
        .where('id', 'in', wanted)
        .execute()
      return new Map(rows.map(r => [r.id, r.name]))
    })
    const room = names.has(session?.room ?? '') ? (session?.room ?? tenantId) : tenantId
    const place = { tenantId, tenantName: names.get(tenantId) ?? '', room, roomName: names.get(room) ?? '' }
    return c.json({ ...place, personId, name, zone, roles: [...roles], scopes: may, csrfToken: csrf }, 200)
  })
  app.openapi(remove(s), async c => {
    const id = c.get('principal').session?.id
    await end(c, s, id === undefined ? {} : { only: id }, 'Signed out')
    return c.body(null, 204)
  })
  app.openapi(removeAll(s), async c => {
    await end(c, s, {}, 'Signed out everywhere')
    return c.body(null, 204)
  })
}

async function end(c: Context<DeskEnv>, s: Services, which: { only: string } | object, reason: string) {
  const principal = c.get('principal')
  const person = accountOf(principal)
  await s.store.withInstallation(homeOf(principal), async tx => {
    await endSessions(tx, person, which)
    await note(tx, { entity: 'people', id: person.id, reason })
  })
  deleteCookie(c, cookieName(c), { path: '/', secure: needsSecure(c) })
}

/** The cookie goes with the browser's session; the server ends it earlier when it is idle. */
export function giveCookie(c: Context<DeskEnv>, { secret }: NewSession, s: Services): void {
  setCookie(c, cookieName(c), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: needsSecure(c),
    maxAge: Math.floor(s.config.sessionLife / 1000),
  })
}
