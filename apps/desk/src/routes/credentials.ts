import { createRoute } from '@hono/zod-openapi'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { findAdministered } from '../people/find.js'
import { makeInvitation } from '../people/invitations.js'
import { holdSigning, releaseSigning, signingHeldBy } from '../people/signing-hold.js'
import { Problem } from '../problem/problem.js'
import { answer, idPath, refusal } from '../schemas.js'
import { invitationView, invitationWithLink, linkOf } from './invitations.js'

const common = (s: Services) => ({
  tags: ['people'],
  ...access(s, ['admin', 'installation'], { person: true }),
  request: { params: idPath },
})
const link = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'post',
    path: '/people/{id}/password-link',
    summary:
      'A link with which a person sets a new password; the person signs nothing until another lets them',
    responses: { 201: answer(invitationWithLink, 'Made.'), ...refusal },
  })
const release = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'delete',
    path: '/people/{id}/signing-hold',
    summary: 'Let a person sign again after a new password; not for who made the link, nor for oneself',
    responses: { 204: { description: 'Done.' }, ...refusal },
  })

/** Lost passwords. Nobody sets another's password: the person does, by a link. */
export function credentialRoutes(app: Desk, s: Services): void {
  app.openapi(link(s), async c => {
    const { row, actor } = await findAdministered(s, c.get('principal'), 'people', c.req.valid('param').id)
    if (row.state !== 'active' || row.service) throw new Problem('state-order')
    const now = s.clock()
    const account = { tenantId: row.tenant_id, id: row.id }
    const { email, name, zone } = row
    const made = await s.store.withInstallation(actor, async tx => {
      await holdSigning(tx, account, now)
      const moment = { now, life: s.config.invitationLife, random: s.random }
      return makeInvitation(tx, { email, name, zone, roles: [], account }, moment)
    })
    const { secret } = made
    return c.json({ ...invitationView(made.row, now), secret, link: linkOf(s, secret) }, 201)
  })
  app.openapi(release(s), async c => {
    const principal = c.get('principal')
    const { row, actor } = await findAdministered(s, principal, 'people', c.req.valid('param').id)
    const account = { tenantId: row.tenant_id, id: row.id }
    await s.store.withInstallation(actor, async tx => {
      const by = await signingHeldBy(tx, account)
      if (by === undefined) throw new Problem('not-found')
      if (by === actor.actorId || row.id === actor.actorId) throw new Problem('forbidden')
      await releaseSigning(tx, account)
    })
    return c.body(null, 204)
  })
}
