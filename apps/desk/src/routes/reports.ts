import { createRoute, z } from '@hono/zod-openapi'
import type { Row, Tx } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { downloadHeaders } from '../files/download.js'
import { readKept } from '../files/read.js'
import { access } from '../http/authenticate.js'
import { expectedVersion } from '../http/etag.js'
import { Problem } from '../problem/problem.js'
import { mustBeVersion } from '../reports/change-draft.js'
import { issue, makeReady, mustBeApproved } from '../reports/issue.js'
import { submissionViews } from '../reports/load-chains.js'
import { signatureViews } from '../reports/signatures-view.js'
import { issuedFile, issuedReport, reportView } from '../reports/views.js'
import { rowOf } from '../resources/register.js'
import { mustWrite } from '../resources/writable.js'
import { answer, id, idPath, ifMatch, refusal } from '../schemas.js'

const tags = ['reports']

const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/drafts/{id}/issue',
    summary: 'Issue an approved draft: its XML and PDF are written once and kept',
    tags,
    ...access(s, 'write'),
    request: { params: idPath, headers: ifMatch },
    responses: { 201: answer(issuedReport, 'Issued.'), ...refusal },
  })

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/reports/{id}',
    summary: 'An issued report with its files and submissions',
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 200: answer(issuedReport, 'It; it never changes.'), ...refusal },
  })

const file = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/reports/{id}/files/{name}',
    summary: 'A file of an issued report, byte for byte as it was issued; its hash is checked each time',
    tags,
    ...access(s, 'read'),
    request: { params: z.strictObject({ id, name: z.enum(['report.xml', 'report.pdf']) }) },
    responses: {
      200: {
        description: 'Its bytes.',
        content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
      },
      ...refusal,
    },
  })

async function viewOf(tx: Tx, row: Row<'reports'>) {
  return reportView(row, await submissionViews(tx, row.tenant_id, [row]))
}

/** Issued reports and their files. */
export function reportRoutes(app: Desk, s: Services): void {
  app.openapi(post(s), async c => {
    const { actor } = c.get('principal')
    const version = expectedVersion(c)
    const { draft, signatures } = await s.store.withTenant(actor, async tx => {
      const draft = await rowOf(tx, 'report_drafts', c.req.valid('param').id)
      await mustWrite(tx, draft.tenant_id)
      await mustBeVersion(tx, draft, version)
      return { draft, signatures: await signatureViews(tx, draft) }
    })
    mustBeApproved(draft, signatures)
    const ready = await makeReady(s, draft, signatures, actor.zone)
    const view = await s.store.withTenant(actor, async tx => viewOf(tx, await issue(tx, s, ready)))
    c.header('location', `/reports/${view.id}`)
    return c.json(view, 201)
  })
  app.openapi(get(s), async c => {
    const view = await s.store.withTenant(c.get('principal').actor, async tx =>
      viewOf(tx, await rowOf(tx, 'reports', c.req.valid('param').id)),
    )
    return c.json(view, 200)
  })
  app.openapi(file(s), async c => {
    const { id, name } = c.req.valid('param')
    const row = await s.store.withTenant(c.get('principal').actor, tx => rowOf(tx, 'reports', id))
    const found = issuedFile
      .array()
      .parse(row.files)
      .find(f => f.name === name)
    if (found === undefined) throw new Problem('not-found')
    const bytes = await readKept(s.files, row.tenant_id, found.sha256)
    return c.body(Uint8Array.from(bytes), 200, downloadHeaders(found))
  })
}
