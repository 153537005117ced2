import { note } from '@vigie/record'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { routePath } from 'hono/route'
import type { DeskEnv, Services } from '../env.js'
import { Problem } from '../problem/problem.js'
import type { Principal } from '../sign-in/principal.js'
import type { Scope } from '../sign-in/scopes.js'
import { principalOfSession } from '../sign-in/sessions.js'
import { PREFIX, principalOfToken } from '../sign-in/tokens.js'
import { needsSecure, refuseCrossSite } from './origin.js'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The name of the session's cookie; with `__Host-` a browser takes it only when Secure and for this host alone. */
export const cookieName = (c: Context<DeskEnv>): string =>
  needsSecure(c) ? '__Host-vigie-session' : 'vigie-session'

/** What a route wants: one of some scopes, or a person at the page, whatever their scopes. */
type Want = Scope | readonly Scope[] | 'session'

/** Lets through who is signed in, not too often, and has one of the scopes. */
function needs(s: Services, scopes: readonly Scope[], person: boolean): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const principal = await principalOfRequest(c, s)
    if (principal === undefined) throw new Problem('not-signed-in')
    const wait = s.principalLimit.take(principal.actor.actorId)
    if (wait !== undefined) throw new Problem('too-many-requests', { retryAfter: wait })
    if (principal.session !== undefined && !READING.has(c.req.method)) {
      refuseCrossSite(c, s.config.origins)
      if (c.req.header('x-csrf-token') !== principal.session.csrfToken) throw new Problem('csrf-token')
    }
    if (person && principal.session === undefined) throw new Problem('session-needed')
    c.set('principal', principal)
    if (scopes.length > 0 && !scopes.some(scope => principal.scopes.has(scope))) {
      await noteRefusal(s, principal, `${c.req.method} ${routePath(c)}`)
      throw new Problem('forbidden')
    }
    await next()
  }
}

/** The trail tells who tried what the roles do not allow; of one person a few times a minute, so that it is not flooded. */
async function noteRefusal(s: Services, { actor }: Principal, route: string): Promise<void> {
  if (s.refusalLimit.take(actor.actorId) !== undefined) return
  await s.store.withTenant(actor, tx =>
    note(tx, { entity: 'people', id: actor.actorId, reason: 'Access refused' }, [
      { path: '/route', after: route },
    ]),
  )
}

/**
 * The parts of a route's description that say who may call it, and the check itself.
 *
 * @param options.person a signed-in person only: what a program's token must never do
 */
export function access(s: Services, want: Want, options: { readonly person?: boolean } = {}) {
  const person = want === 'session' || options.person === true
  const scopes = want === 'session' ? [] : [want].flat()
  const kinds = person ? ['session'] : ['token', 'session']
  const security: Record<string, string[]>[] =
    scopes.length === 0
      ? kinds.map(kind => ({ [kind]: [] }))
      : kinds.flatMap(kind => scopes.map(scope => ({ [kind]: [scope] })))
  const middleware: [MiddlewareHandler<DeskEnv>] = [needs(s, scopes, person)]
  return { security, middleware }
}

/** A token in Authorization goes before a cookie; a wrong one is not made good by a cookie beside it. */
async function principalOfRequest(c: Context<DeskEnv>, s: Services): Promise<Principal | undefined> {
  const header = c.req.header('authorization')
  if (header !== undefined) {
    const token = /^Bearer (\S+)$/i.exec(header)?.[1]
    return token?.startsWith(PREFIX) ? principalOfToken(s.store, token, s.clock()) : undefined
  }
  const cookie = getCookie(c, cookieName(c))
  return cookie === undefined ? undefined : principalOfSession(s.store, cookie, s.clock(), s.config)
}
