import type { Context, MiddlewareHandler } from 'hono'
import type { DeskEnv } from '../env.js'
import { Problem } from '../problem/problem.js'
import { addressKey, type Limiter } from './limiter.js'

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])
const LOOPBACK_ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

/** The network address of the other end; empty when it is not known. */
export function remoteAddress(c: Context<DeskEnv>): string {
  return c.env?.incoming?.socket.remoteAddress ?? ''
}

/** Whether the request comes from this very machine. What a proxy passed on does not count, wherever it came from. */
export function fromThisMachine(c: Context<DeskEnv>): boolean {
  return LOOPBACK_ADDRESSES.has(remoteAddress(c)) && FORWARDED.every(h => c.req.header(h) === undefined)
}

/**
 * Holds back a network address that asks too often. This machine is not counted: from it come the person who runs the
 * desk, and all there are when a proxy stands before it, which then does this counting.
 */
export function notTooOften(limit: Limiter): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const address = remoteAddress(c)
    const wait =
      address === '' || LOOPBACK_ADDRESSES.has(address) ? undefined : limit.take(addressKey(address))
    if (wait !== undefined) throw new Problem('too-many-requests', { retryAfter: wait })
    await next()
  }
}

/** Whether a cookie must be marked Secure: always, except where the page itself comes from this machine. */
export function needsSecure(c: Context<DeskEnv>): boolean {
  return !LOOPBACK_NAMES.has(new URL(c.req.url).hostname)
}

/** Refuses host names that are not ours: a foreign name that points here (DNS rebinding) gets no answer. */
export function ownHost(origins: readonly string[]): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const { host } = new URL(c.req.url)
    if (!origins.some(o => new URL(o).host === host)) throw new Problem('wrong-host')
    await next()
  }
}

/**
 * Refuses a change that another site's page started. Browsers send Sec-Fetch-Site and Origin and pages cannot forge
 * them; where neither is there, the request comes from no browser that keeps our cookie.
 */
export function refuseCrossSite(c: Context<DeskEnv>, origins: readonly string[]): void {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('cross-site')
  if (origin !== undefined && !origins.includes(origin)) throw new Problem('cross-site')
}
