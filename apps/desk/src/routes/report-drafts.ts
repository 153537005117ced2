import { createRoute, z } from '@hono/zod-openapi'
import { answerFindings, diffMirs, editorForm, mirTableOf } from '@vigie/forms'
import { dayInZone } from '@vigie/kernel'
import type { Row } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { access } from '../http/authenticate.js'
import { etagOf, expectedVersion } from '../http/etag.js'
import { localTimeIn } from '../local-time.js'
import { changeDraft } from '../reports/change-draft.js'
import { mustBeNext, withKind } from '../reports/change-kind.js'
import { comparedWith } from '../reports/compared-with.js'
import { contentOf } from '../reports/content.js'
import { difference, differencesOf, draftView, draftViewOf } from '../reports/draft-view.js'
import { applyEdits, edit } from '../reports/edits.js'
import { formSchema } from '../reports/form-schema.js'
import { KINDS, keyOfKind } from '../reports/kinds.js'
import { checkDraft, missingItem, missingItems } from '../reports/missing.js'
import { rowOf } from '../resources/register.js'
import { mustWrite } from '../resources/writable.js'
import { answer, body, finding, id, idPath, ifMatch, reason, refusal } from '../schemas.js'

const tags = ['reports']
const MOST_EDITS = 500

const get = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/drafts/{id}',
    summary: 'A draft with its answers',
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: { 200: answer(draftView, 'It, with its version as ETag.'), ...refusal },
  })

const saved = z
  .object({
    id,
    version: z.number().int(),
    kind: z.enum(KINDS),
    findings: z.array(finding).openapi({
      description: 'What does not fit in the fields that were written. They are kept all the same.',
    }),
  })
  .openapi('DraftSaved')

const patch = (s: Services) =>
  createRoute({
    method: 'patch',
    path: '/drafts/{id}',
    summary: 'Write some fields of a draft; what is not named stays. Never refused for being incomplete',
    tags,
    ...access(s, 'write'),
    request: {
      params: idPath,
      headers: ifMatch,
      body: body(
        z
          .strictObject({
            changes: z.array(edit).max(MOST_EDITS).default([]),
            kind: z.enum(KINDS).optional().openapi({ description: 'Another kind of report.' }),
            reason,
          })
          .openapi('DraftEdits'),
      ),
    },
    responses: { 200: answer(saved, 'Kept, with the new version as ETag.'), ...refusal },
  })

const form = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/drafts/{id}/form',
    summary:
      'The form of a draft as a page needs it: sections, fields, help, types, lists, what the report type needs',
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: {
      200: answer(formSchema, 'From the field table of the version.'),
      ...refusal,
    },
  })

const missing = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/drafts/{id}/missing',
    summary: 'What is missing or wrong: what blocks the export, what may stay unknown, what is recommended',
    tags,
    ...access(s, 'read'),
    request: { params: idPath },
    responses: {
      200: answer(
        z
          .object({
            version: z.number().int(),
            schemaValid: z
              .boolean()
              .nullable()
              .openapi({ description: 'Of the official schema alone; null where it is not known here.' }),
            counts: z.object({
              blocks: z.number().int(),
              mayStayUnknown: z.number().int(),
              recommended: z.number().int(),
            }),
            items: z.array(missingItem),
          })
          .openapi('Missing'),
        'The gravest first, then in the order of the form.',
      ),
      ...refusal,
    },
  })

const differences = (s: Services) =>
  createRoute({
    method: 'get',
    path: '/drafts/{id}/diff',
    summary: 'A draft side by side with an issued report or another draft, field by field',
    tags,
    ...access(s, 'read'),
    request: {
      params: idPath,
      query: z.strictObject({
        against: id.optional().openapi({
          description:
            'A report or draft. Absent: the report issued last in the chain, else the draft as first filled.',
        }),
      }),
    },
    responses: {
      200: answer(
        z.object({
          against: z.object({
            kind: z.enum(['report', 'draft', 'first-version']),
            id,
            number: z.number().int().nullable(),
          }),
          items: z.array(difference),
        }),
        'In the order of the form.',
      ),
      ...refusal,
    },
  })

/** Drafts of reports: their answers, their form, what is missing, how they differ. */
export function reportDraftRoutes(app: Desk, s: Services): void {
  app.openapi(get(s), async c => {
    const { draft, chain } = await s.store.withTenant(c.get('principal').actor, async tx => {
      const draft = await rowOf(tx, 'report_drafts', c.req.valid('param').id)
      return { draft, chain: await rowOf(tx, 'report_chains', draft.chain_id) }
    })
    c.header('etag', etagOf(draft.version))
    return c.json(draftViewOf(draft, chain.case_id), 200)
  })
  app.openapi(patch(s), async c => {
    const version = expectedVersion(c)
    const { changes, kind, reason: why } = c.req.valid('json')
    const row = await s.store.withTenant(c.get('principal').actor, async tx => {
      const draft = await rowOf(tx, 'report_drafts', c.req.valid('param').id)
      await mustWrite(tx, draft.tenant_id)
      if (kind !== undefined) await mustBeNext(tx, await rowOf(tx, 'report_chains', draft.chain_id), kind)
      return changeDraft(
        tx,
        draft,
        version,
        now => {
          const edited = applyEdits(now, changes)
          return kind === undefined ? { content: edited } : { content: withKind(edited, kind), kind }
        },
        why,
      )
    })
    const { report } = contentOf(row)
    const paths = [...new Set(changes.map(e => e.path))]
    const findings = paths.flatMap(path => answerFindings(mirTableOf(report), report, path))
    c.header('etag', etagOf(row.version))
    return c.json({ id: row.id, version: row.version, kind: row.kind, findings }, 200)
  })
  const read = (principal: { readonly actor: Parameters<typeof s.store.withTenant>[0] }, draftId: string) =>
    s.store.withTenant(
      principal.actor,
      (tx): Promise<Row<'report_drafts'>> => rowOf(tx, 'report_drafts', draftId),
    )
  app.openapi(form(s), async c => {
    const draft = await read(c.get('principal'), c.req.valid('param').id)
    const { report } = contentOf(draft)
    return c.json(formSchema.parse(editorForm(mirTableOf(report), keyOfKind(draft.kind))), 200)
  })
  app.openapi(missing(s), async c => {
    const { actor } = c.get('principal')
    const draft = await read(c.get('principal'), c.req.valid('param').id)
    const content = contentOf(draft)
    const now = s.clock()
    const checked = checkDraft(content, dayInZone(now, actor.zone), localTimeIn(now, actor.zone))
    const items = missingItems(content.report, checked.findings)
    const count = (severity: string) => items.filter(i => i.severity === severity).length
    const counts = {
      blocks: count('blocks'),
      mayStayUnknown: count('may-stay-unknown'),
      recommended: count('recommended'),
    }
    c.header('etag', etagOf(draft.version))
    const { version } = draft
    return c.json({ version, schemaValid: checked.schemaValid, counts, items: [...items] }, 200)
  })
  app.openapi(differences(s), async c => {
    const { against } = c.req.valid('query')
    const { draft, other } = await s.store.withTenant(c.get('principal').actor, async tx => {
      const draft = await rowOf(tx, 'report_drafts', c.req.valid('param').id)
      return { draft, other: await comparedWith(tx, draft, against) }
    })
    const { report } = contentOf(draft)
    const items = differencesOf(report, diffMirs(other.content.report, report))
    const { kind, id, number } = other
    return c.json({ against: { kind, id, number }, items }, 200)
  })
}
