import { z } from '@hono/zod-openapi'
import { type Difference, mirTableOf, type Report } from '@vigie/forms'
import type { Row } from '@vigie/record'
import { finding, id } from '../schemas.js'
import { answer, contentOf, review } from './content.js'
import { KINDS } from './kinds.js'

export const draftView = z
  .object({
    id,
    tenantId: id,
    version: z.number().int(),
    chainId: id,
    caseId: id,
    kind: z.enum(KINDS),
    state: z.enum(['draft', 'in-review', 'approved', 'issued', 'abandoned']),
    form: z.string(),
    formVersion: z.string(),
    fields: z.record(z.string(), answer).openapi({ description: 'The answers by path of the field.' }),
    asked: z
      .record(z.string(), z.string())
      .openapi({ description: 'Fields somebody was asked for, with the day.' }),
    sources: z.record(z.string(), z.string()).openapi({ description: 'Where each answer comes from.' }),
    review: z.array(review).openapi({ description: 'Copied fields; true for those that were looked at.' }),
    notes: z.array(finding).openapi({ description: 'What to look at although it is filled.' }),
    unplaced: z.array(z.unknown()).openapi({ description: 'What an imported file held beside the form.' }),
  })
  .openapi('ReportDraft')

export function draftViewOf(row: Row<'report_drafts'>, caseId: string): z.output<typeof draftView> {
  const { report, sources, asked, review: reviewed, notes } = contentOf(row)
  return {
    id: row.id,
    tenantId: row.tenant_id,
    version: row.version,
    chainId: row.chain_id,
    caseId,
    kind: row.kind,
    state: row.state,
    form: report.form,
    formVersion: report.version,
    fields: z.record(z.string(), answer).parse(report.fields),
    asked,
    sources,
    review: reviewed,
    notes,
    unplaced: [...report.unplaced],
  }
}

export const difference = z
  .object({
    path: z.string(),
    place: z.string(),
    label: z.string(),
    section: z.string().openapi({ description: 'Title of the section of the form.' }),
    before: answer.nullable(),
    after: answer.nullable(),
  })
  .openapi('FieldDifference')

/** Differences of two reports as the page shows them side by side; list twins are left out, they follow their field. */
export function differencesOf(now: Report, found: readonly Difference[]): z.output<typeof difference>[] {
  const headings = new Map(mirTableOf(now).headings.map(h => [h.place, h.title]))
  return found
    .filter(d => !d.path.endsWith('LI'))
    .map(d => ({
      path: d.path,
      place: d.place,
      label: d.label,
      section: headings.get(d.place.replace(/\.[a-z]$/, '')) ?? '',
      before: d.before === undefined ? null : answer.parse(d.before),
      after: d.after === undefined ? null : answer.parse(d.after),
    }))
}
