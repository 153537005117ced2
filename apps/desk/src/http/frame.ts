import { newId } from '@vigie/record'
import type { Context, ErrorHandler, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import type { DeskEnv, Services } from '../env.js'
import { errorFields } from '../log.js'
import { problemOf } from '../problem/of-error.js'
import { Problem, problemResponse } from '../problem/problem.js'

/**
 * Headers of every answer. The policy lets a page load from this server alone, and nobody frame it. An answer may say
 * itself how long it keeps; all others are not kept.
 */
export function headers(): MiddlewareHandler {
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'blob:', 'data:'],
      connectSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      objectSrc: ["'none'"],
    },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
  })
  return async (c, next) => {
    let own: string | null = null
    await secure(c, async () => {
      await next()
      own = c.res.headers.get('content-security-policy')
    })
    // A download has a stricter policy of its own.
    if (own !== null) c.header('content-security-policy', own)
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  }
}

/** Gives each request an id of ours (a client's own could carry anything into the log), counts it and logs it. */
export function observed(s: Services): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const began = s.clock()
    const requestId = newId(began)
    c.set('requestId', requestId)
    await next()
    c.header('x-request-id', requestId)
    // The pattern of the route, never the address as it was sent: people put names into addresses.
    const route = routePath(c, -1)
    const about = { method: c.req.method, route, status: c.res.status }
    s.metrics.count('requests', { method: about.method, route, status: String(about.status) })
    const principal = c.get('principal')
    const who =
      principal === undefined ? {} : { actor: principal.actor.actorId, tenant: principal.actor.tenantId }
    s.log({ level: 'info', event: 'request', requestId, ...about, ...who, ms: s.clock() - began })
  }
}

/** Turns whatever was thrown into a problem; only what nobody foresaw is logged as an error. */
export function onError(s: Services): ErrorHandler<DeskEnv> {
  return (error, c) => {
    const requestId = c.get('requestId') ?? ''
    const problem = problemOf(error)
    if (problem.code === 'internal' || problem.code === 'unavailable') {
      s.log({ level: 'error', event: problem.code, requestId, ...errorFields(error) })
    }
    s.metrics.count('problems', { code: problem.code })
    return problemResponse(problem, requestId)
  }
}

export function notFound(s: Services): (c: Context<DeskEnv>) => Response {
  return c => {
    s.metrics.count('problems', { code: 'not-found' })
    return problemResponse(new Problem('not-found'), c.get('requestId') ?? '')
  }
}
