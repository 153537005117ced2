import { createRoute, z } from '@hono/zod-openapi'
import { note, type Row } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { idPlace, pageOf, readCursor } from '../http/cursor.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { findAdministered } from '../people/find.js'
import { administeredBy, mustKeepAdministrator } from '../people/last-administrator.js'
import { peopleOf } from '../people/of-tenant.js'
import { person, personBody, personFields, personView } from '../people/person.js'
import { Problem } from '../problem/problem.js'
import { changeRecord } from '../resources/change-record.js'
import { asJson } from '../resources/kind.js'
import { answer, body, idPath, ifMatch, page, pageQuery, reason, refusal, tenantId } from '../schemas.js'
import { endSessions } from '../sign-in/sessions.js'
import { revokeTokensOf } from '../sign-in/tokens.js'

const tags = ['people']
const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/people',
    summary: 'The people of a tenant with their roles, newest first',
    tags,
    ...access(s, 'read'),
    request: { query: z.strictObject({ ...pageQuery, tenantId }) },
    responses: { 200: answer(page(person), 'A page.'), ...refusal },
  })
const one = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/people/{id}',
    summary: 'A person of the own tenant',
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 200: answer(person, 'The person, with the version as ETag.'), ...refusal },
  })
const put = (s: Services) =>
  createRoute({
    method: 'put',
    path: '/people/{id}',
    summary: 'Change name or zone, deactivate or activate; sessions and tokens of who is deactivated end',
    tags,
    ...access(s, ['admin', 'installation']),
    request: {
      params: idPath,
      headers: ifMatch,
      body: body(z.strictObject({ ...personBody.shape, reason }).openapi('PersonChange')),
    },
    responses: { 200: answer(person, 'Changed, with the new version as ETag.'), ...refusal },
  })

export function peopleRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const principal = c.get('principal')
    const { limit, cursor, tenantId = principal.actor.tenantId } = c.req.valid('query')
    const before = readCursor(cursor, idPlace)
    const which = { limit: limit + 1, ...(before === undefined ? {} : { before }) }
    // The installation sees every account; others see what the walls let through.
    const rows = await (principal.scopes.has('installation')
      ? s.store.withInstallation(principal.actor, tx => peopleOf(tx, tenantId, which))
      : s.store.withTenant(principal.actor, tx => peopleOf(tx, tenantId, which)))
    return c.json(
      pageOf(
        rows,
        limit,
        row => personView(row, row.roles),
        last => [last.id],
      ),
      200,
    )
  })
  app.openapi(one(s), async c => {
    const { actor } = c.get('principal')
    const { id } = c.req.valid('param')
    const [row] = await s.store.withTenant(actor, tx => peopleOf(tx, actor.tenantId, { only: id, limit: 1 }))
    if (row === undefined) throw new Problem('not-found')
    c.header('etag', etagOf(row.version))
    return c.json(personView(row, row.roles), 200)
  })
  app.openapi(put(s), async c => {
    const version = expectedVersion(c)
    const { id } = c.req.valid('param')
    const { reason: why, ...fields } = c.req.valid('json')
    const { actor } = await findAdministered(s, c.get('principal'), 'people', id)
    const { tenantId } = actor
    const row = await s.store.withInstallation(actor, async tx => {
      const target = { entity: 'people', id, tenantId, expectedVersion: version } as const
      const shown = {
        sent: asJson(fields),
        version: (row: Row<'people'>) => row.version,
        fields: personFields,
        view: (row: Row<'people'>) => asJson(personView(row, [])),
      }
      const reasoned = why === undefined ? target : { ...target, reason: why }
      const row = await changeRecord(tx, reasoned, () => fields, shown)
      if (row.state === 'deactivated') {
        const gone = { tenantId, id }
        for (const tenant of await administeredBy(tx, gone)) await mustKeepAdministrator(tx, tenant)
        const sessions = await endSessions(tx, gone, {})
        const tokens = await revokeTokensOf(tx, gone, s.clock())
        if (sessions + tokens > 0) {
          await note(tx, { entity: 'people', id, reason: 'Sessions and tokens ended with the account' })
        }
      }
      const [whole] = await peopleOf(tx, tenantId, { only: id, limit: 1 })
      return whole ?? { ...row, roles: [] }
    })
    c.header('etag', etagOf(row.version))
    return c.json(personView(row, row.roles), 200)
  })
}
