import { createRoute, z } from '@hono/zod-openapi'
import { note } from '@vigie/record'
import { calendarOf, clocksOf } from '../calendar/events.js'
import { endFeed, feedMadeAt, principalOfFeed, renewFeed } from '../calendar/feed.js'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { Problem } from '../problem/problem.js'
import { answer, refusal } from '../schemas.js'

const tags = ['calendar']

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/calendar',
    summary: 'Whether you have a calendar in this tenant',
    tags,
    ...access(s, 'session'),
    responses: {
      200: answer(z.object({ madeAt: z.string().nullable() }), 'Since when; null for none.'),
      ...refusal,
    },
  })

const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/calendar',
    summary: 'Make or renew your private calendar; its address is shown this once, and the one before ends',
    tags,
    ...access(s, 'session'),
    responses: { 201: answer(z.object({ path: z.string() }), 'Made.'), ...refusal },
  })

const remove = (s: Services) =>
  createRoute({
    method: 'delete',
    path: '/calendar',
    summary: 'End your calendar',
    tags,
    ...access(s, 'session'),
    responses: { 204: { description: 'Ended.' }, ...refusal },
  })

const feed = createRoute({
  method: 'get',
  path: '/calendar/{file}',
  summary: 'The calendar behind a secret address that ends in .ics',
  tags,
  request: { params: z.strictObject({ file: z.string().max(200) }) },
  responses: {
    200: { description: 'The calendar (RFC 5545).', content: { 'text/calendar': { schema: z.string() } } },
    ...refusal,
  },
})

/** The private calendar of a person: targets and ceilings, readable without a session by who has its address. */
export function calendarRoutes(app: Desk, s: Services): void {
  app.openapi(get(s), async c => {
    const principal = c.get('principal')
    const madeAt = await s.store.withInstallation(principal.actor, tx => feedMadeAt(tx, principal))
    return c.json({ madeAt: madeAt ?? null }, 200)
  })

  app.openapi(post(s), async c => {
    const principal = c.get('principal')
    const secret = await s.store.withInstallation(principal.actor, async tx => {
      const made = await renewFeed(tx, principal, s.clock(), s.random)
      await note(tx, { entity: 'people', id: principal.actor.actorId, reason: 'Calendar address made' })
      return made
    })
    return c.json({ path: `/calendar/${secret}.ics` }, 201)
  })

  app.openapi(remove(s), async c => {
    const principal = c.get('principal')
    await s.store.withInstallation(principal.actor, async tx => {
      await endFeed(tx, principal)
      await note(tx, { entity: 'people', id: principal.actor.actorId, reason: 'Calendar address ended' })
    })
    return c.body(null, 204)
  })

  app.openapi(feed, async c => {
    const secret = /^([\w-]{43})\.ics$/.exec(c.req.valid('param').file)?.[1]
    const principal = secret === undefined ? undefined : await principalOfFeed(s.store, secret)
    if (principal?.scopes.has('read') !== true) throw new Problem('not-found')
    const rows = await s.store.withTenant(principal.actor, tx => clocksOf(tx, s.clock()))
    return new Response(calendarOf(rows, s.clock()), {
      headers: { 'content-type': 'text/calendar; charset=utf-8' },
    })
  })
}
