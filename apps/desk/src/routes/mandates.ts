import { createRoute, z } from '@hono/zod-openapi'
import { create, type Row, type Tx } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { idPlace, pageOf, readCursor } from '../http/cursor.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { findAdministered } from '../people/find.js'
import {
  checkMandate,
  mandate,
  mandateBody,
  mandateChange,
  mandateColumns,
  mandateFields,
  mandateView,
} from '../people/mandate.js'
import { Problem } from '../problem/problem.js'
import { changeRecord } from '../resources/change-record.js'
import { asJson } from '../resources/kind.js'
import { rowOf } from '../resources/register.js'
import { answer, body, id, idPath, ifMatch, page, pageQuery, reason, refusal, tenantId } from '../schemas.js'
import { administratorOf } from '../sign-in/administers.js'

const tags = ['mandates']
const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/mandates',
    summary: 'Mandates given and received, newest first',
    tags,
    ...access(s, 'read'),
    request: { query: z.strictObject({ ...pageQuery, tenantId, representativeTenantId: id.optional() }) },
    responses: { 200: answer(page(mandate), 'A page.'), ...refusal },
  })
const one = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/mandates/{id}',
    summary: 'One mandate',
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 200: answer(mandate, 'It, with its version as ETag.'), ...refusal },
  })
const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/mandates',
    summary: 'Give a mandate to a representative; only the manufacturer, or the installation for it',
    tags,
    ...access(s, ['admin', 'installation']),
    request: {
      body: body(
        z.strictObject({ ...mandateBody.shape, representativeTenantId: id, tenantId }).openapi('NewMandate'),
      ),
    },
    responses: { 201: answer(mandate, 'Given.'), ...refusal },
  })
const put = (s: Services) =>
  createRoute({
    method: 'put',
    path: '/mandates/{id}',
    summary: 'Change or terminate a mandate; all fields are replaced, the representative stays',
    tags,
    ...access(s, ['admin', 'installation']),
    request: {
      params: idPath,
      headers: ifMatch,
      body: body(z.strictObject({ ...mandateBody.shape, reason }).openapi('MandateChange')),
    },
    responses: { 200: answer(mandate, 'Changed, with the new version as ETag.'), ...refusal },
  })

export function mandateRoutes(app: Desk, s: Services): void {
  const today = () => new Date(s.clock()).toISOString().slice(0, 10)
  app.openapi(list(s), async c => {
    const { limit, cursor, tenantId, representativeTenantId } = c.req.valid('query')
    const before = readCursor(cursor, idPlace)
    const { rows, names } = await s.store.withTenant(c.get('principal').actor, async tx => {
      let query = tx.db.selectFrom('mandates').selectAll()
      if (before !== undefined) query = query.where('id', '<', before)
      if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId)
      if (representativeTenantId !== undefined) {
        query = query.where('representative_tenant_id', '=', representativeTenantId)
      }
      const rows = await query
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
      return { rows, names: await tenantNames(tx, rows) }
    })
    return c.json(
      pageOf(
        rows,
        limit,
        row => mandateView(row, names, today()),
        last => [last.id],
      ),
      200,
    )
  })
  app.openapi(one(s), async c => {
    const view = await s.store.withTenant(c.get('principal').actor, async tx => {
      const row = await rowOf(tx, 'mandates', c.req.valid('param').id)
      return mandateView(row, await tenantNames(tx, [row]), today())
    })
    c.header('etag', etagOf(view.version))
    return c.json(view, 200)
  })
  app.openapi(post(s), async c => {
    const { tenantId, representativeTenantId, ...fields } = c.req.valid('json')
    const actor = administratorOf(c.get('principal'), tenantId)
    checkMandate(fields)
    if (fields.state === 'terminated' || representativeTenantId === actor.tenantId) {
      throw new Problem('state-order')
    }
    const view = await s.store.withInstallation(actor, async tx => {
      const values = { ...mandateColumns(fields), representative_tenant_id: representativeTenantId }
      const { row } = await create(tx, { entity: 'mandates' }, values)
      return mandateView(row, await tenantNames(tx, [row]), today())
    })
    c.header('etag', etagOf(view.version))
    c.header('location', `/mandates/${view.id}`)
    return c.json(view, 201)
  })
  app.openapi(put(s), async c => {
    const version = expectedVersion(c)
    const { id } = c.req.valid('param')
    const { reason: why, ...fields } = c.req.valid('json')
    const { actor } = await findAdministered(s, c.get('principal'), 'mandates', id)
    checkMandate(fields)
    const view = await s.store.withInstallation(actor, async tx => {
      const target = { entity: 'mandates', id, tenantId: actor.tenantId, expectedVersion: version } as const
      const shown = {
        sent: asJson(fields),
        version: (row: Row<'mandates'>) => row.version,
        fields: (row: Row<'mandates'>) => asJson(mandateFields(row)),
        view: (row: Row<'mandates'>) => asJson(mandateView(row, new Map(), today())),
      }
      const reasoned = why === undefined ? target : { ...target, reason: why }
      const row = await changeRecord(tx, reasoned, now => mandateChange(fields, now), shown)
      return mandateView(row, await tenantNames(tx, [row]), today())
    })
    c.header('etag', etagOf(view.version))
    return c.json(view, 200)
  })
}

/** The names of both sides, as far as the one at work may see them. */
async function tenantNames(tx: Tx, rows: readonly Row<'mandates'>[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(r => [r.tenant_id, r.representative_tenant_id]))]
  if (ids.length === 0) return new Map()
  const found = await tx.db.selectFrom('tenants').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(found.map(r => [r.id, r.name]))
}
