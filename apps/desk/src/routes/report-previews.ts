import { createRoute, z } from '@hono/zod-openapi'
import { dayInZone } from '@vigie/kernel'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { downloadHeaders } from '../files/download.js'
import { access } from '../http/authenticate.js'
import { localTimeIn } from '../local-time.js'
import { Problem } from '../problem/problem.js'
import { contentOf } from '../reports/content.js'
import { blocking, checkDraft, exported, schemaWord } from '../reports/missing.js'
import { rowOf } from '../resources/register.js'
import { idPath, refusal } from '../schemas.js'

const xml = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/drafts/{id}/preview.xml',
    summary: 'The XML of a draft as it would be exported now; nothing is issued',
    tags: ['reports'],
    ...access(s, 'read'),
    request: { params: idPath },
    responses: {
      200: { description: 'The XML.', content: { 'application/xml': { schema: z.string() } } },
      ...refusal,
    },
  })

const pdf = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/drafts/{id}/preview.pdf',
    summary: 'The PDF of a draft as it would be printed now, unsigned; nothing is issued',
    tags: ['reports'],
    ...access(s, 'read'),
    request: { params: idPath },
    responses: {
      200: {
        description: 'The PDF; every page says DRAFT while findings block.',
        content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
      },
      ...refusal,
    },
  })

/** Looking at a draft as the file it would become. */
export function reportPreviewRoutes(app: Desk, s: Services): void {
  app.openapi(xml(s), async c => {
    const { actor } = c.get('principal')
    const draft = await s.store.withTenant(actor, tx => rowOf(tx, 'report_drafts', c.req.valid('param').id))
    const now = s.clock()
    const { xml } = checkDraft(contentOf(draft), dayInZone(now, actor.zone), localTimeIn(now, actor.zone))
    const headers = downloadHeaders({ name: 'draft.xml', mediaType: 'application/xml', size: xml.length })
    return c.body(Uint8Array.from(xml), 200, headers)
  })
  app.openapi(pdf(s), async c => {
    const { actor } = c.get('principal')
    const draft = await s.store.withTenant(actor, tx => rowOf(tx, 'report_drafts', c.req.valid('param').id))
    const now = s.clock()
    const [today, time] = [dayInZone(now, actor.zone), localTimeIn(now, actor.zone)]
    const content = contentOf(draft)
    const checked = checkDraft(content, today, time)
    const printed = await s.printer.print({
      report: exported(content.report, time),
      schema: schemaWord(checked),
      blocking: blocking(checked.findings).length,
      on: today,
      signatures: [],
    })
    if (!printed.ok) throw new Problem('blocked', { findings: printed.findings })
    const headers = downloadHeaders({
      name: 'draft.pdf',
      mediaType: 'application/pdf',
      size: printed.pdf.length,
    })
    return c.body(Uint8Array.from(printed.pdf), 200, headers)
  })
}
