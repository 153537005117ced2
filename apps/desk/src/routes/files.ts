import { createRoute, z } from '@hono/zod-openapi'
import type { Row } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { downloadHeaders } from '../files/download.js'
import { incomingBody } from '../files/incoming.js'
import { FILE_OWNERS, recordFile } from '../files/keep.js'
import { brokenPromise, mediaTypeOf, SNIFFED } from '../files/media-type.js'
import { readKept } from '../files/read.js'
import { access } from '../http/authenticate.js'
import { idPlace, pageOf, readCursor } from '../http/cursor.js'
import { Problem } from '../problem/problem.js'
import { reportFindings } from '../reports/problems.js'
import { rowOf } from '../resources/register.js'
import { mustWrite } from '../resources/writable.js'
import { answer, id, idPath, page, pageQuery, refusal } from '../schemas.js'

const tags = ['files']
const NAME = /^[^\p{Cc}/\\]+$/u
/** Files up to this size are checked as a whole before the first byte goes out; larger ones while they flow. */
const CHECKED_WHOLE = 16 * 1_048_576

export const fileView = z
  .object({
    id,
    tenantId: id,
    name: z.string(),
    mediaType: z.string().openapi({ description: 'By its content.' }),
    size: z.number().int(),
    sha256: z.string(),
    entity: z.string().nullable(),
    entityId: id.nullable(),
  })
  .openapi('File')

const viewOf = (row: Row<'files'>): z.output<typeof fileView> => ({
  id: row.id,
  tenantId: row.tenant_id,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  sha256: row.sha256,
  entity: row.entity,
  entityId: row.entity_id,
})

const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/files',
    summary: 'Keep a file with a record. The body is the file itself; what it is is told by its content',
    tags,
    ...access(s, 'write'),
    request: {
      query: z.strictObject({
        entity: z.enum(FILE_OWNERS),
        entityId: id,
        name: z.string().min(1).max(200).regex(NAME, 'not a file name without folders'),
      }),
      body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
    },
    responses: { 201: answer(fileView, 'Kept.'), ...refusal },
  })

const list = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/files',
    summary: 'Files, newest first',
    tags,
    ...access(s, 'read'),
    request: {
      query: z.strictObject({
        ...pageQuery,
        entity: z.enum(FILE_OWNERS).optional(),
        entityId: id.optional(),
      }),
    },
    responses: { 200: answer(page(fileView), 'A page.'), ...refusal },
  })

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/files/{id}',
    summary: 'A file as it was given, to save',
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: {
      200: {
        description: 'Its bytes; their hash is checked.',
        content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
      },
      ...refusal,
    },
  })

/** Files that belong to records. */
export function fileRoutes(app: Desk, s: Services): void {
  app.openapi(post(s), async c => {
    const { actor } = c.get('principal')
    const { entity, entityId, name } = c.req.valid('query')
    const tenantId = await s.store.withTenant(actor, async tx => {
      const owner: { readonly tenant_id: string } = await rowOf(tx, entity, entityId)
      await mustWrite(tx, owner.tenant_id)
      return owner.tenant_id
    })
    const { first, bytes } = await incomingBody(c.req.raw, s.config.fileLimit, SNIFFED)
    const found = mediaTypeOf(first, name)
    const says = first.length === 0 ? 'The file is empty.' : brokenPromise(name, found)
    if (says !== undefined) {
      const mend = 'Give the file that is meant, or its right name.'
      const findings = [reportFindings.make.FILE({ path: 'name', place: 'query' }, { says, mend })]
      throw new Problem('unsupported-file', { findings })
    }
    const stored = await s.files.put(tenantId, bytes, s.config.fileLimit)
    const file = { ...stored, name, mediaType: found.mediaType }
    const row = await s.store.withTenant(actor, tx =>
      recordFile(tx, tenantId, file, { entity, id: entityId }),
    )
    c.header('location', `/files/${row.id}`)
    return c.json(viewOf(row), 201)
  })
  app.openapi(list(s), async c => {
    const { limit, cursor, entity, entityId } = c.req.valid('query')
    const after = readCursor(cursor, idPlace)
    const rows = await s.store.withTenant(c.get('principal').actor, tx => {
      let query = tx.db.selectFrom('files').selectAll()
      if (after !== undefined) query = query.where('id', '<', after)
      if (entity !== undefined) query = query.where('entity', '=', entity)
      if (entityId !== undefined) query = query.where('entity_id', '=', entityId)
      return query
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
    })
    return c.json(
      pageOf(rows, limit, viewOf, last => [last.id]),
      200,
    )
  })
  app.openapi(get(s), async c => {
    const row = await s.store.withTenant(c.get('principal').actor, tx =>
      rowOf(tx, 'files', c.req.valid('param').id),
    )
    const headers = downloadHeaders({ name: row.name, mediaType: row.media_type, size: row.size })
    if (row.size <= CHECKED_WHOLE) {
      const bytes = await readKept(s.files, row.tenant_id, row.sha256)
      return c.body(Uint8Array.from(bytes), 200, headers)
    }
    const flow = await s.files.get(row.tenant_id, row.sha256)
    if (flow === undefined) throw new Problem('file-damaged')
    return c.body(ReadableStream.from(flow), 200, headers)
  })
}
