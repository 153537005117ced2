import { createRoute, z } from '@hono/zod-openapi'
import { mirTableOf, rowsByPath, textAt } from '@vigie/forms'
import type { Row, Tx } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { Problem } from '../problem/problem.js'
import { detailsOf } from '../reports/chain.js'
import { changeDraft } from '../reports/change-draft.js'
import { contentOf } from '../reports/content.js'
import { type Copied, copyInto } from '../reports/copy.js'
import { refused } from '../reports/problems.js'
import { rowOf } from '../resources/register.js'
import { mustWrite } from '../resources/writable.js'
import { answer, id, ifMatch, refusal } from '../schemas.js'

const field = z.object({ path: z.string(), place: z.string(), label: z.string() })

const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/drafts/{id}/copy-from/{reportId}',
    summary:
      'Copy what stays the same from an issued report of the same device; each copied field waits for a review',
    tags: ['reports'],
    ...access(s, 'write'),
    request: { params: z.strictObject({ id, reportId: id }), headers: ifMatch },
    responses: {
      200: answer(
        z
          .object({
            id,
            version: z.number().int(),
            copied: z.array(field).openapi({ description: 'To review, one by one.' }),
            left: z.array(field.extend({ why: z.string() })),
          })
          .openapi('CopiedFields'),
        'Copied, with the new version as ETag.',
      ),
      ...refusal,
    },
  })

/** Copying from an earlier report of the same device. */
export function reportCopyRoutes(app: Desk, s: Services): void {
  app.openapi(post(s), async c => {
    const version = expectedVersion(c)
    const { id, reportId } = c.req.valid('param')
    const { row, done } = await s.store.withTenant(c.get('principal').actor, async tx => {
      const draft = await rowOf(tx, 'report_drafts', id)
      await mustWrite(tx, draft.tenant_id)
      const from = await rowOf(tx, 'reports', reportId)
      if (from.tenant_id !== draft.tenant_id) throw new Problem('not-found')
      await mustBeSameDevice(tx, draft, from)
      let done: Copied | undefined
      const row = await changeDraft(tx, draft, version, now => {
        done = copyInto(now, { id: from.id, report: contentOf(from).report })
        return done
      })
      return { row, done }
    })
    const rows = rowsByPath(mirTableOf(contentOf(row).report))
    const named = (path: string) => {
      const found = rows.get(path)?.row
      return { path, place: found?.place ?? '', label: found?.label ?? path }
    }
    c.header('etag', etagOf(row.version))
    return c.json(
      {
        id: row.id,
        version: row.version,
        copied: (done?.copied ?? []).map(named),
        left: (done?.left ?? []).map(l => ({ ...named(l.path), why: l.why })),
      },
      200,
    )
  })
}

/** The same UDI-DI, or the same name where neither report has one. */
async function mustBeSameDevice(tx: Tx, draft: Row<'report_drafts'>, from: Row<'reports'>): Promise<void> {
  const udiOf = (row: { readonly content: Row<'reports'>['content'] }) =>
    textAt(contentOf(row).report, 'device_info/udiDI')
  const [here, there] = [udiOf(draft), udiOf(from)]
  if (here !== undefined && there !== undefined) {
    if (here === there) return
  } else {
    const [a, b] = [
      await rowOf(tx, 'report_chains', draft.chain_id),
      await rowOf(tx, 'report_chains', from.chain_id),
    ]
    if (detailsOf(a).device === detailsOf(b).device) return
  }
  throw refused('wrong-state', 'FIELD', 'reportId', {
    says: 'That report is about another device.',
    mend: 'Choose a report with the same UDI-DI or the same device.',
  })
}
