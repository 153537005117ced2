import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
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

/** Lets through who is signed in and has a scope; `session` in place of a scope wants a person at the page. */
function needs(s: Services, want: Scope | 'session'): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const principal = await principalOfRequest(c, s)
    if (principal === undefined) throw new Problem('not-signed-in')
    if (principal.session !== undefined && !READING.has(c.req.method)) {
      refuseCrossSite(c, s.config.origins)
      if (c.req.header('x-csrf-token') !== principal.session.csrfToken) throw new Problem('csrf-token')
    }
    if (want === 'session' ? principal.session === undefined : !principal.scopes.has(want)) {
      throw new Problem(want === 'session' ? 'session-needed' : 'forbidden')
    }
    c.set('principal', principal)
    await next()
  }
}

/** The parts of a route's description that say who may call it, and the check itself. */
export function access(s: Services, want: Scope | 'session') {
  const security: Record<string, string[]>[] =
    want === 'session' ? [{ session: [] }] : [{ token: [want] }, { session: [want] }]
  const middleware: [MiddlewareHandler<DeskEnv>] = [needs(s, want)]
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
