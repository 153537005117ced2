import { createRoute, z } from '@hono/zod-openapi'
import { note } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { Problem } from '../problem/problem.js'
import { body, refusal } from '../schemas.js'
import { emailOf } from '../sign-in/account-email.js'
import { passwordFindings, setPassword } from '../sign-in/passwords.js'
import { endSessions } from '../sign-in/sessions.js'

const put = (s: Services) =>
  createRoute({
    method: 'put',
    path: '/password',
    summary: 'Change the own password; all other sessions end',
    tags: ['sign-in'],
    ...access(s, 'session'),
    request: {
      body: body(
        z
          .strictObject({ current: z.string().min(1).max(1000), new: z.string().min(1).max(1000) })
          .openapi('PasswordChange'),
      ),
    },
    responses: { 204: { description: 'Done.' }, ...refusal },
  })

export function passwordRoutes(app: Desk, s: Services): void {
  app.openapi(put(s), async c => {
    const { actor, personTenantId, session } = c.get('principal')
    const given = c.req.valid('json')
    // Guessing the current password from a stolen session is held back as sign-in is.
    const wait = s.signInLimit.take(actor.actorId)
    if (wait !== undefined) throw new Problem('too-many-requests', { retryAfter: wait })
    const home = { ...actor, tenantId: personTenantId }
    const person = { tenantId: personTenantId, id: actor.actorId }
    const { hash, email } = await s.store.withInstallation(home, async tx => {
      const stored = await tx.db
        .selectFrom('passwords')
        .select('hash')
        .where('person_tenant_id', '=', person.tenantId)
        .where('person_id', '=', person.id)
        .executeTakeFirstOrThrow()
      return { hash: stored.hash, email: await emailOf(tx, person) }
    })
    const right = await s.hasher.verify(hash, given.current)
    const about = { entity: 'people', id: person.id }
    if (!right) {
      await s.store.withInstallation(home, tx => note(tx, { ...about, reason: 'Password change refused' }))
      throw new Problem('sign-in-failed')
    }
    const findings = passwordFindings(given.new, email, 'new')
    if (findings.length > 0) throw new Problem('invalid-body', { findings })
    const next = await s.hasher.hash(given.new)
    await s.store.withInstallation(home, async tx => {
      await setPassword(tx, person, next, s.clock())
      await endSessions(tx, person, session === undefined ? {} : { keep: session.id })
      await note(tx, { ...about, reason: 'Password changed' })
    })
    return c.body(null, 204)
  })
}
