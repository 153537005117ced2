import { createRoute, z } from '@hono/zod-openapi'
import { AUTHORITIES, type Authority, holdsOn, nameOn } from '@vigie/codes'
import { dayInZone, parseDay } from '@vigie/kernel'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { asJson } from '../resources/kind.js'
import { answer, country, day, refusal } from '../schemas.js'

const authority = z
  .object({
    id: z.string(),
    country: z.string(),
    short: z.string(),
    name: z.string(),
    timeZone: z.string(),
    calendar: z.string(),
    asOf: z.string(),
    note: z.string().nullable(),
    territories: z.array(z.unknown()),
    channels: z
      .array(z.unknown())
      .openapi({ description: 'Those in use on the day, with source and certainty.' }),
    userLanguages: z.unknown(),
    formLanguages: z.unknown(),
  })
  .openapi('Authority')

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/authorities',
    summary: 'Authorities: for which countries, in which zone and languages, by which channels',
    tags: ['law'],
    ...access(s, 'read'),
    request: {
      query: z.strictObject({
        country: country.optional().openapi({ description: 'Only those that answer for this country.' }),
        on: day.optional().openapi({ description: 'As of this day; today when absent.' }),
      }),
    },
    responses: { 200: answer(z.object({ items: z.array(authority) }), 'By country.'), ...refusal },
  })

export function authorityRoutes(app: Desk, s: Services): void {
  app.openapi(get(s), async c => {
    const { country: wanted, on } = c.req.valid('query')
    const today = parseDay(on ?? '') ?? dayInZone(s.clock(), c.get('principal').actor.zone)
    const fits = (a: Authority) =>
      wanted === undefined || a.territories.some(t => t.country === wanted && holdsOn(t, today))
    const items = AUTHORITIES.filter(fits).map((a): z.output<typeof authority> => {
      const { short, full } = nameOn(a, today)
      return {
        id: a.id,
        country: a.country,
        short,
        name: full,
        timeZone: a.timeZone,
        calendar: a.calendar,
        asOf: a.asOf,
        note: a.note ?? null,
        territories: a.territories.filter(t => holdsOn(t, today)).map(asJson),
        channels: a.channels.filter(ch => holdsOn(ch, today)).map(asJson),
        userLanguages: asJson(a.userLanguages),
        formLanguages: a.formLanguages === undefined ? null : asJson(a.formLanguages),
      }
    })
    return c.json({ items }, 200)
  })
}
