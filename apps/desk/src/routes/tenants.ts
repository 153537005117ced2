import { createRoute, z } from '@hono/zod-openapi'
import { create, INSTALLATION, newId, type Row } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { idPlace, pageOf, readCursor } from '../http/cursor.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { findAdministered } from '../people/find.js'
import { Problem } from '../problem/problem.js'
import { changeRecord } from '../resources/change-record.js'
import { asJson } from '../resources/kind.js'
import { answer, body, id, idPath, ifMatch, line, page, pageQuery, reason, refusal } from '../schemas.js'

const kind = z.enum(['manufacturer', 'representative', 'other'])
const tenant = z
  .object({
    id,
    version: z.number().int(),
    name: z.string(),
    kind: z.enum([...kind.options, 'installation']),
    state: z.enum(['active', 'closed']),
  })
  .openapi('Tenant')
const view = ({ id, version, name, kind, state }: Row<'tenants'>) => ({ id, version, name, kind, state })
const fields = ({ name, state }: Row<'tenants'>) => asJson({ name, state })

const tags = ['tenants']
const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/tenants',
    summary: 'Every tenant of the installation, newest first',
    tags,
    ...access(s, 'installation'),
    request: { query: z.strictObject(pageQuery) },
    responses: { 200: answer(page(tenant), 'A page.'), ...refusal },
  })
const one = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/tenants/{id}',
    summary: 'One tenant',
    tags,
    ...access(s, 'installation'),
    request: { params: idPath },
    responses: { 200: answer(tenant, 'It, with its version as ETag.'), ...refusal },
  })
const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/tenants',
    summary: 'Make a tenant; nobody is in it until somebody is invited (POST /invitations with its id)',
    tags,
    ...access(s, 'installation'),
    request: { body: body(z.strictObject({ name: line(200), kind }).openapi('NewTenant')) },
    responses: { 201: answer(tenant, 'Made.'), ...refusal },
  })
const put = (s: Services) =>
  createRoute({
    method: 'put',
    path: '/tenants/{id}',
    summary: 'Rename, close or open a tenant; into a closed one nobody gets, and nothing in it is deleted',
    tags,
    ...access(s, 'installation'),
    request: {
      params: idPath,
      headers: ifMatch,
      body: body(
        z
          .strictObject({ name: line(200), state: z.enum(['active', 'closed']), reason })
          .openapi('TenantChange'),
      ),
    },
    responses: { 200: answer(tenant, 'Changed, with the new version as ETag.'), ...refusal },
  })

/** Rooms for organisations. Only the installation makes them; what is inside stays behind their walls for it too. */
export function tenantRoutes(app: Desk, s: Services): void {
  app.openapi(list(s), async c => {
    const { limit, cursor } = c.req.valid('query')
    const before = readCursor(cursor, idPlace)
    const rows = await s.store.withInstallation(c.get('principal').actor, tx => {
      const all = tx.db.selectFrom('tenants').selectAll().orderBy('id', 'desc')
      return (before === undefined ? all : all.where('id', '<', before)).limit(limit + 1).execute()
    })
    return c.json(
      pageOf(rows, limit, view, last => [last.id]),
      200,
    )
  })
  app.openapi(one(s), async c => {
    const { row } = await findAdministered(s, c.get('principal'), 'tenants', c.req.valid('param').id)
    c.header('etag', etagOf(row.version))
    return c.json(view(row), 200)
  })
  app.openapi(post(s), async c => {
    const { actor } = c.get('principal')
    const tenantId = newId(s.clock())
    const { row } = await s.store.withInstallation({ ...actor, tenantId }, tx =>
      create(tx, { entity: 'tenants', id: tenantId }, c.req.valid('json')),
    )
    c.header('etag', etagOf(row.version))
    c.header('location', `/tenants/${row.id}`)
    return c.json(view(row), 201)
  })
  app.openapi(put(s), async c => {
    const version = expectedVersion(c)
    const { reason: why, ...sent } = c.req.valid('json')
    const { id } = c.req.valid('param')
    const { actor } = await findAdministered(s, c.get('principal'), 'tenants', id)
    if (id === INSTALLATION && sent.state === 'closed') throw new Problem('state-order')
    const target = { entity: 'tenants', id, tenantId: id, expectedVersion: version } as const
    const shown = {
      sent: asJson(sent),
      version: (row: Row<'tenants'>) => row.version,
      fields,
      view: (row: Row<'tenants'>) => asJson(view(row)),
    }
    const row = await s.store.withInstallation(actor, tx =>
      changeRecord(tx, why === undefined ? target : { ...target, reason: why }, () => sent, shown),
    )
    c.header('etag', etagOf(row.version))
    return c.json(view(row), 200)
  })
}
