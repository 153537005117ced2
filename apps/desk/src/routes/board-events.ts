import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { changesBetween, headsOf } from '../events-stream/changes.js'
import { type Place, placeText, readPlace } from '../events-stream/place.js'
import { access } from '../http/authenticate.js'
import { errorFields } from '../log.js'
import { Problem } from '../problem/problem.js'
import { refusal } from '../schemas.js'

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/board/events',
    summary: 'Which cases and clocks of the tenants you may see change, as server-sent events',
    description:
      'Event `start` gives the place to come back to. Event `changed` names ids, no contents: {"cases": [], "obligations": []}. Event `reload` says that more changed than is named here, or that the place you came back with is not known: load the board anew. Send Last-Event-ID to miss nothing.',
    tags: ['cases'],
    ...access(s, 'read'),
    responses: {
      200: { description: 'A stream.', content: { 'text/event-stream': { schema: z.string() } } },
      ...refusal,
    },
  })

/** Proxies cut a connection that says nothing for a minute. */
const HEARTBEAT = 25_000

/**
 * Changes on the board as they happen. Each stream looks at the heads of the audit chains, which works for any number of
 * server processes; it ends after some minutes, so that the page comes back and proves again who it is.
 */
export function boardEventRoutes(app: Desk, s: Services): void {
  const open = new Map<string, number>()
  const { poll, life, perPerson } = s.config.boardEvents
  app.openapi(get(s), async c => {
    const { actor } = c.get('principal')
    const here = open.get(actor.actorId) ?? 0
    if (here >= perPerson) throw new Problem('too-many-requests', { retryAfter: 60 })
    const came = c.req.header('last-event-id')
    const look = (from: Place) =>
      s.store.withTenant(actor, async tx => {
        const now = await headsOf(tx)
        return { now, changes: await changesBetween(tx, from, now) }
      })
    // Counted before anything is waited for: many at the same time do not pass the limit.
    open.set(actor.actorId, here + 1)
    let closed = false
    const release = () => {
      if (closed) return
      closed = true
      const left = (open.get(actor.actorId) ?? 1) - 1
      if (left === 0) open.delete(actor.actorId)
      else open.set(actor.actorId, left)
    }
    const now = await s.store.withTenant(actor, headsOf).catch(error => {
      release()
      throw error
    })
    return streamSSE(
      c,
      async stream => {
        stream.onAbort(release)
        try {
          const from = came === undefined ? now : readPlace(came, now)
          if (from === undefined) await stream.writeSSE({ event: 'reload', data: '{}', id: placeText(now) })
          else await stream.writeSSE({ event: 'start', data: '{}', id: placeText(from) })
          let place = from ?? now
          let silent = 0
          for (let age = 0; age < life && !stream.aborted && !stream.closed; age += poll) {
            const seen = await look(place)
            if (seen.changes !== undefined) {
              const many = seen.changes === 'too-many'
              const data = many ? '{}' : JSON.stringify(seen.changes)
              await stream.writeSSE({ event: many ? 'reload' : 'changed', data, id: placeText(seen.now) })
              silent = 0
            } else if (silent >= HEARTBEAT) {
              await stream.write(': still here\n\n')
              silent = 0
            }
            place = seen.now
            silent += poll
            await stream.sleep(poll)
          }
        } finally {
          release()
        }
      },
      async error => s.log({ level: 'warn', event: 'board-events', ...errorFields(error) }),
    )
  })
}
