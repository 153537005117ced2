import { createRoute, z } from '@hono/zod-openapi'
import { change, create, type Entity, once, type Row, type Tx } from '@vigie/record'
import { sql } from 'kysely'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { API } from '../http/api-path.js'
import { access } from '../http/authenticate.js'
import { idPlace, pageOf, readCursor } from '../http/cursor.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { Problem } from '../problem/problem.js'
import {
  answer,
  body,
  id,
  idempotencyKey,
  idPath,
  ifMatch,
  page,
  pageQuery,
  reason,
  refusal,
  tenantId,
} from '../schemas.js'
import { changedProblem } from './conflict.js'
import { asJson, type Filter, type Kind } from './kind.js'
import { ofManyTenants } from './many-tenants.js'
import { mustWrite } from './writable.js'

/** Puts a noun on the server: its list, one of it, a new one, a change. Nothing is deleted; a state says that it ended. */
export function registerKind<E extends Entity, B extends z.ZodObject, F extends object>(
  app: Desk,
  s: Services,
  kind: Kind<E, B, F>,
): void {
  const keys = { id, tenantId: id, version: z.number().int() }
  const shown = z.looseObject({ ...keys, ...kind.body.shape, ...kind.moreSchema }).openapi(kind.name)
  const viewOf = (row: Row<E>) => shown.parse({ ...kind.keys(row), ...kind.fields(row), ...kind.more?.(row) })
  const tags = [kind.tag]
  const filters = Object.fromEntries(
    Object.entries(kind.filters ?? {}).map(([name, { schema }]) => [name, schema.optional()]),
  )

  const list = createRoute({
    method: 'get',
    path: kind.path,
    summary: `${kind.name}: the list, newest first`,
    tags,
    ...access(s, 'read'),
    request: { query: z.strictObject({ ...pageQuery, tenantId, ...filters }) },
    responses: { 200: answer(page(shown), 'A page.'), ...refusal },
  })
  app.openapi(list, async c => {
    const query: Readonly<Record<string, unknown>> = c.req.valid('query')
    const limit = Number(query['limit'])
    const after = readCursor(typeof query['cursor'] === 'string' ? query['cursor'] : undefined, idPlace)
    const narrow = [
      ...(after === undefined ? [] : [sql`id < ${after}`]),
      ...Object.entries(kind.filters ?? {}).flatMap(([name, filter]) =>
        query[name] === undefined ? [] : [conditionOf(filter, String(query[name]))],
      ),
    ]
    const where = narrow.length === 0 ? sql`true` : sql.join(narrow, sql` and `)
    const rows = await s.store.readTenant(c.get('principal').actor, async tx => {
      const found = ofManyTenants({
        columns: sql`*`,
        table: sql.table(kind.entity),
        tenant: sql.ref('tenant_id'),
        where,
        order: sql`id desc`,
        orderOfAll: sql`id desc`,
        limit: limit + 1,
        only: typeof query['tenantId'] === 'string' ? query['tenantId'] : undefined,
      })
      return (await sql<Row<E>>`${found}`.execute(tx.db)).rows
    })
    return c.json(
      pageOf(rows, limit, viewOf, last => [String(last['id'])]),
      200,
    )
  })

  const one = createRoute({
    method: 'get',
    path: `${kind.path}/{id}`,
    summary: `${kind.name}: one`,
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 200: answer(shown, 'It, with its version as ETag.'), ...refusal },
  })
  app.openapi(one, async c => {
    const row = await s.store.readTenant(c.get('principal').actor, tx =>
      rowOf<E>(tx, kind.entity, c.req.valid('param').id),
    )
    const view = viewOf(row)
    c.header('etag', etagOf(kind.keys(row).version))
    return c.json(view, 200)
  })

  const post = createRoute({
    method: 'post',
    path: kind.path,
    summary: `${kind.name}: a new one`,
    tags,
    ...access(s, 'write'),
    request: {
      headers: idempotencyKey,
      body: body(z.strictObject({ ...kind.body.shape, tenantId }).openapi(`New${kind.name}`)),
    },
    responses: { 201: answer(shown, 'Made.'), ...refusal },
  })
  app.openapi(post, async c => {
    const { actor } = c.get('principal')
    const sent: Readonly<Record<string, unknown>> = c.req.valid('json')
    const { tenantId: wanted, ...rest } = sent
    const fields = kind.body.parse(rest)
    kind.check?.(fields)
    const key = c.req.valid('header')['idempotency-key']
    const target = typeof wanted === 'string' ? wanted : actor.tenantId
    const result = await s.store.withTenant(actor, async tx => {
      const make = async () => {
        await mustWrite(tx, target)
        const made = await create(tx, { entity: kind.entity, tenantId: target }, kind.columns(fields))
        await kind.settled?.(tx, made.row)
        return asJson(viewOf(made.row))
      }
      if (key === undefined) return { ok: true as const, response: await make(), repeated: false }
      return once(tx, key, asJson({ method: 'POST', path: kind.path, sent }), make)
    })
    if (!result.ok) throw new Problem('other-request')
    const view = shown.parse(result.response)
    if (result.repeated) c.header('idempotency-replayed', 'true')
    c.header('etag', etagOf(Number(view['version'])))
    c.header('location', `${API}${kind.path}/${String(view['id'])}`)
    return c.json(view, 201)
  })

  const put = createRoute({
    method: 'put',
    path: `${kind.path}/{id}`,
    summary: `${kind.name}: a change; all fields are replaced`,
    tags,
    ...access(s, 'write'),
    request: {
      params: idPath,
      headers: ifMatch,
      body: body(z.strictObject({ ...kind.body.shape, reason }).openapi(`${kind.name}Change`)),
    },
    responses: { 200: answer(shown, 'Changed, with the new version as ETag.'), ...refusal },
  })
  app.openapi(put, async c => {
    const version = expectedVersion(c)
    const { id } = c.req.valid('param')
    const sent: Readonly<Record<string, unknown>> = c.req.valid('json')
    const { reason: why, ...rest } = sent
    const fields = kind.body.parse(rest)
    kind.check?.(fields)
    const row = await s.store.withTenant(c.get('principal').actor, async tx => {
      const seen = await rowToChange<E>(tx, kind.entity, id)
      const target = {
        entity: kind.entity,
        id,
        tenantId: kind.keys(seen).tenantId,
        expectedVersion: version,
        seen,
        ...(typeof why === 'string' ? { reason: why } : {}),
      }
      const result = await change(
        tx,
        target,
        now => kind.changes?.(fields, now, target.reason) ?? kind.columns(fields),
      )
      if (result.ok) {
        await kind.settled?.(tx, result.row)
        return result.row
      }
      if (result.why === 'not-found') throw new Problem('not-found')
      if (result.why === 'read-only') throw new Problem('forbidden')
      if (result.why === 'reason-needed') throw new Problem('reason-needed')
      const { current } = result
      const now = {
        version: kind.keys(current).version,
        body: asJson(kind.fields(current)),
        view: asJson(viewOf(current)),
      }
      throw await changedProblem(tx, result, { version, body: asJson(fields) }, now, kind.names ?? {})
    })
    const view = viewOf(row)
    c.header('etag', etagOf(kind.keys(row).version))
    return c.json(view, 200)
  })
}

function conditionOf(filter: Filter, value: string) {
  return 'column' in filter ? sql`${sql.ref(filter.column)} = ${value}` : filter.where(value)
}

/** The row with an id, in whichever tenant of those one may see; a problem when there is none. */
export async function rowOf<E extends Entity>(tx: Tx, entity: E, id: string): Promise<Row<E>> {
  const { rows } = await sql<Row<E>>`select * from ${sql.table(entity)} where id = ${id}`.execute(tx.db)
  const [row] = rows
  if (row === undefined) throw new Problem('not-found')
  return row
}

/** As {@link rowOf}, of a tenant one may write for: asked together. */
async function rowToChange<E extends Entity>(tx: Tx, entity: E, id: string): Promise<Row<E>> {
  const { rows } = await sql<Row<E> & { readonly may_write_here: boolean }>`
    select *, tenant_id = any (writable_tenants()) as may_write_here from ${sql.table(entity)} where id = ${id}`.execute(
    tx.db,
  )
  const [found] = rows
  if (found === undefined) throw new Problem('not-found')
  if (!found.may_write_here) throw new Problem('forbidden')
  Reflect.deleteProperty(found, 'may_write_here')
  return found
}
