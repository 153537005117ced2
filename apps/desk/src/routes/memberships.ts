import { createRoute, z } from '@hono/zod-openapi'
import { create, type Row, type Tx } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { idPlace, pageOf, readCursor } from '../http/cursor.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { findAdministered } from '../people/find.js'
import { mustKeepAdministrator } from '../people/last-administrator.js'
import { Problem } from '../problem/problem.js'
import { changeRecord } from '../resources/change-record.js'
import { asJson } from '../resources/kind.js'
import { answer, body, id, idPath, ifMatch, page, pageQuery, reason, refusal, tenantId } from '../schemas.js'
import { administratorOf } from '../sign-in/administers.js'
import type { Principal } from '../sign-in/principal.js'
import { ROLES } from '../sign-in/scopes.js'

const membership = z
  .object({
    id,
    tenantId: id,
    version: z.number().int(),
    personId: id,
    personTenantId: id,
    role: z.enum(ROLES),
    state: z.enum(['active', 'ended']),
  })
  .openapi('Membership')
const view = (row: Row<'memberships'>) => ({
  id: row.id,
  tenantId: row.tenant_id,
  version: row.version,
  personId: row.person_id,
  personTenantId: row.person_tenant_id,
  role: row.role,
  state: row.state,
})

const common = (s: Services) => ({ tags: ['people'], ...access(s, ['admin', 'installation']) })
const list = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'get',
    path: '/memberships',
    summary: 'The roles that people have or had in a tenant, newest first',
    request: { query: z.strictObject({ ...pageQuery, tenantId }) },
    responses: { 200: answer(page(membership), 'A page.'), ...refusal },
  })
const post = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'post',
    path: '/memberships',
    summary: 'Give a role to somebody who is of the tenant or has a role there; others are invited',
    request: {
      body: body(z.strictObject({ personId: id, role: z.enum(ROLES), tenantId }).openapi('NewMembership')),
    },
    responses: { 201: answer(membership, 'Given.'), ...refusal },
  })
const put = (s: Services) =>
  createRoute({
    ...common(s),
    method: 'put',
    path: '/memberships/{id}',
    summary: 'End a role, or give it back with a reason',
    request: {
      params: idPath,
      headers: ifMatch,
      body: body(z.strictObject({ state: z.enum(['active', 'ended']), reason }).openapi('MembershipChange')),
    },
    responses: { 200: answer(membership, 'Changed, with the new version as ETag.'), ...refusal },
  })

export function membershipRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const { limit, cursor, tenantId } = c.req.valid('query')
    const actor = administratorOf(c.get('principal'), tenantId)
    const before = readCursor(cursor, idPlace)
    const rows = await s.store.withInstallation(actor, tx => {
      const all = tx.db.selectFrom('memberships').selectAll().where('tenant_id', '=', actor.tenantId)
      const from = before === undefined ? all : all.where('id', '<', before)
      return from
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
    })
    return c.json(
      pageOf(rows, limit, view, last => [last.id]),
      200,
    )
  })
  app.openapi(post(s), async c => {
    const principal = c.get('principal')
    const { personId, role, tenantId } = c.req.valid('json')
    const actor = administratorOf(principal, tenantId)
    const row = await s.store.withInstallation(actor, async tx => {
      const personTenant = await tenantOfPerson(tx, principal, personId)
      const values = { person_tenant_id: personTenant, person_id: personId, role }
      return (await create(tx, { entity: 'memberships' }, values)).row
    })
    c.header('etag', etagOf(row.version))
    c.header('location', `/memberships/${row.id}`)
    return c.json(view(row), 201)
  })
  app.openapi(put(s), async c => {
    const version = expectedVersion(c)
    const { reason: why, state } = c.req.valid('json')
    const { id } = c.req.valid('param')
    const { actor } = await findAdministered(s, c.get('principal'), 'memberships', id)
    const target = { entity: 'memberships', id, tenantId: actor.tenantId, expectedVersion: version } as const
    const shown = {
      sent: { state },
      version: (row: Row<'memberships'>) => row.version,
      fields: (row: Row<'memberships'>) => ({ state: row.state }),
      view: (row: Row<'memberships'>) => asJson(view(row)),
    }
    const row = await s.store.withInstallation(actor, async tx => {
      const reasoned = why === undefined ? target : { ...target, reason: why }
      const row = await changeRecord(tx, reasoned, () => ({ state }), shown)
      if (row.role === 'administrator' && state === 'ended') await mustKeepAdministrator(tx, actor.tenantId)
      return row
    })
    c.header('etag', etagOf(row.version))
    return c.json(view(row), 200)
  })
}

/**
 * Where the account of somebody is kept whom one may give a role. Who has nothing to do with the tenant is not found:
 * a role for a person of another tenant takes that person's own hand, through an invitation.
 */
async function tenantOfPerson(tx: Tx, principal: Principal, personId: string): Promise<string> {
  const { tenantId } = tx.actor
  const person = await tx.db
    .selectFrom('people')
    .select(['tenant_id', 'id'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (person === undefined) throw new Problem('not-found')
  if (person.tenant_id === tenantId || principal.scopes.has('installation')) return person.tenant_id
  const known = await tx.db
    .selectFrom('memberships')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst()
  if (known === undefined) throw new Problem('not-found')
  return person.tenant_id
}
