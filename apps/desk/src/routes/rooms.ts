import { createRoute, z } from '@hono/zod-openapi'
import { note } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { Problem } from '../problem/problem.js'
import { answer, body, day, id, refusal } from '../schemas.js'
import { placeIn } from '../sign-in/enter.js'
import { accountOf } from '../sign-in/principal.js'
import { roomsOf } from '../sign-in/rooms.js'
import { ROLES } from '../sign-in/scopes.js'
import { moveSession } from '../sign-in/sessions.js'
import { SYSTEM } from '../sign-in/system.js'

export const room = z
  .object({
    tenantId: id,
    name: z.string(),
    kind: z.enum(['installation', 'manufacturer', 'representative', 'other']),
    via: z.enum(['own', 'membership', 'mandate']).openapi({
      description:
        'own: it keeps the account. membership: a role there. mandate: through the tenant it named.',
    }),
    roles: z.array(z.enum(ROLES)),
    mandate: z
      .object({
        id,
        representativeTenantId: id,
        role: z.string(),
        mayWrite: z.boolean(),
        validTo: day.nullable(),
        readableUntil: day.nullable(),
      })
      .nullable(),
  })
  .openapi('Room')

const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/rooms',
    summary: 'Every tenant the person may look into, and by what right',
    tags: ['sign-in'],
    ...access(s, 'read'),
    responses: { 200: answer(z.object({ items: z.array(room) }), 'The own one first.'), ...refusal },
  })
const put = (s: Services) =>
  createRoute({
    method: 'put',
    path: '/session/room',
    summary: 'Go to another room with this session; with a mandate one stays in the own role and looks there',
    tags: ['sign-in'],
    ...access(s, 'session'),
    request: { body: body(z.strictObject({ tenantId: id }).openapi('RoomChange')) },
    responses: {
      200: answer(
        z.object({ tenantId: id, room: id }).openapi('Place'),
        'Where one works, and what one looks at; GET /session tells the roles there.',
      ),
      ...refusal,
    },
  })

export function roomRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const principal = c.get('principal')
    const rooms = await s.store.withInstallation(SYSTEM, tx => roomsOf(tx, accountOf(principal)))
    // A token is for one tenant; what else its person may enter is not its business.
    const seen =
      principal.session === undefined ? rooms.filter(r => of(r) === principal.actor.tenantId) : rooms
    return c.json({ items: seen.map(r => ({ ...r, roles: [...r.roles] })) }, 200)
  })
  app.openapi(put(s), async c => {
    const principal = c.get('principal')
    const { tenantId } = c.req.valid('json')
    const sessionId = principal.session?.id ?? ''
    const place = await s.store.withInstallation(SYSTEM, async tx => {
      const place = await placeIn(tx, accountOf(principal), tenantId)
      if (place === undefined) throw new Problem('not-found')
      await moveSession(tx, sessionId, place)
      return place
    })
    // The room itself must know who came; where a mandate opens it, the representative's own trail tells.
    const there = { ...principal.actor, tenantId: place.tenantId }
    await s.store.withInstallation(there, tx =>
      note(tx, { entity: 'people', id: principal.actor.actorId, reason: 'Entered the room' }, [
        { path: '/room', after: place.room },
      ]),
    )
    return c.json(place, 200)
  })
}

const of = (r: { tenantId: string; mandate: { representativeTenantId: string } | null }) =>
  r.mandate?.representativeTenantId ?? r.tenantId
