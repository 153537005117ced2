import { createRoute, z } from '@hono/zod-openapi'
import { dayInZone } from '@vigie/kernel'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { downloadHeaders } from '../files/download.js'
import { access } from '../http/authenticate.js'
import { contentOf } from '../reports/content.js'
import { localTimeIn } from '../reports/local-time.js'
import { checkDraft } from '../reports/missing.js'
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
}
