import { createRoute, z } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { addressKey } from '../http/limiter.js'
import { refuseCrossSite, remoteAddress } from '../http/origin.js'
import { openInvitation, rolesOf } from '../people/invitations.js'
import { join } from '../people/join.js'
import { Problem } from '../problem/problem.js'
import { answer, body, refusal } from '../schemas.js'
import { ROLES } from '../sign-in/scopes.js'
import { SYSTEM } from '../sign-in/system.js'

const secret = z.string().min(1).max(200).openapi({ description: 'What stands behind # in the link.' })
const tags = ['sign-in']
const look = createRoute({
  method: 'post',
  path: '/join/invitation',
  summary: 'What an invitation is for, before it is taken',
  tags,
  request: { body: body(z.strictObject({ secret }).openapi('InvitationSecret')) },
  responses: {
    200: answer(
      z
        .object({
          kind: z.enum(['account', 'credential']),
          tenantName: z.string(),
          email: z.string(),
          name: z.string(),
          roles: z.array(z.enum(ROLES)),
          endsAt: z.string(),
        })
        .openapi('InvitationShown'),
      'It is open.',
    ),
    ...refusal,
  },
})
const take = createRoute({
  method: 'post',
  path: '/join',
  summary: 'Take an invitation: with a new password, or with the one of the account you have; then sign in',
  tags,
  request: {
    body: body(z.strictObject({ secret, password: z.string().min(1).max(1000) }).openapi('Join')),
  },
  responses: { 204: { description: 'Done; now sign in.' }, ...refusal },
})

export function joinRoutes(app: Desk, s: Services): void {
  app.openapi(look, async c => {
    const wait = s.signInLimit.take(addressKey(remoteAddress(c)))
    if (wait !== undefined) throw new Problem('too-many-requests', { retryAfter: wait })
    const shown = await s.store.withInstallation(SYSTEM, async tx => {
      const row = await openInvitation(tx, c.req.valid('json').secret, s.clock())
      if (row === undefined) throw new Problem('invitation-over')
      const { name: tenantName } = await tx.db
        .selectFrom('tenants')
        .select('name')
        .where('tenant_id', '=', row.tenant_id)
        .executeTakeFirstOrThrow()
      const { kind, email, name, ends_at: endsAt } = row
      return { kind, tenantName, email, name, roles: [...rolesOf(row)], endsAt }
    })
    return c.json(shown, 200)
  })
  app.openapi(take, async c => {
    refuseCrossSite(c, s.config.origins)
    const wait = s.signInLimit.take(addressKey(remoteAddress(c)))
    if (wait !== undefined) throw new Problem('too-many-requests', { retryAfter: wait })
    const { secret, password } = c.req.valid('json')
    await join(s, secret, password)
    return c.body(null, 204)
  })
}
