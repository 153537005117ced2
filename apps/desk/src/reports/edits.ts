import { z } from '@hono/zod-openapi'
import { type Answer, editAnswer, editableLeaf, mirTableOf } from '@vigie/forms'
import type { Finding } from '@vigie/kernel'
import { deskFindings } from '../problem/findings.js'
import { Problem } from '../problem/problem.js'
import { day } from '../schemas.js'
import type { DraftContent } from './content.js'
import { reportFindings } from './problems.js'

const GIVEN = ['value', 'unknown', 'notApplicable', 'askedOn', 'reviewed'] as const

/** One edit of one field: what the answer is now, or that it was looked at. */
export const edit = z
  .strictObject({
    path: z.string().min(1).max(300),
    value: z
      .union([z.string().max(100_000), z.array(z.string().max(100_000)).max(1000)])
      .nullable()
      .optional()
      .openapi({
        description: 'The answer; several texts for a field that repeats; null takes the answer away.',
      }),
    unknown: z.literal(true).optional().openapi({ description: 'Asked, and nobody knows.' }),
    notApplicable: z.literal(true).optional().openapi({ description: 'The question does not arise.' }),
    reason: z.string().max(2000).optional().openapi({ description: 'Why it is unknown or does not apply.' }),
    askedOn: day
      .optional()
      .openapi({ description: 'Somebody was asked on this day; there is no answer yet.' }),
    reviewed: z.boolean().optional().openapi({ description: 'A copied answer was looked at.' }),
  })
  .refine(e => GIVEN.filter(name => e[name] !== undefined).length === 1, {
    message: `exactly one of ${GIVEN.join(', ')}`,
  })
  .openapi('FieldEdit')
export type Edit = z.output<typeof edit>

/** What XML 1.0 (2.2) cannot hold. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** The content after some edits. A problem with all faults where a field is none of the form, or a text cannot be kept. */
export function applyEdits(content: DraftContent, edits: readonly Edit[]): DraftContent {
  const table = mirTableOf(content.report)
  const faults = edits.flatMap((e, i) => faultsOf(content, e, `changes[${i}]`))
  if (faults.length > 0) throw new Problem('invalid-body', { findings: faults })
  let { report, sources, asked, review } = content
  for (const e of edits) {
    review = review.map(r =>
      e.path in r.fields ? { ...r, fields: { ...r.fields, [e.path]: e.reviewed ?? true } } : r,
    )
    if (e.reviewed !== undefined) continue
    report = editAnswer(table, report, e.path, answerOf(e))
    const { [e.path]: _, ...others } = asked
    asked = e.askedOn === undefined ? others : { ...others, [e.path]: e.askedOn }
    sources = { ...sources, [e.path]: 'person' }
  }
  return { ...content, report, sources, asked, review }
}

function answerOf(e: Edit): Answer | undefined {
  const reason = e.reason === undefined ? {} : { reason: e.reason }
  if (e.unknown) return { state: 'unknown', ...reason }
  if (e.notApplicable) return { state: 'not-applicable', ...reason }
  const [first, ...more] = [e.value ?? []].flat()
  return first === undefined || (first === '' && more.length === 0)
    ? undefined
    : { state: 'answered', texts: [first, ...more] }
}

function faultsOf(content: DraftContent, e: Edit, at: string): readonly Finding[] {
  const table = mirTableOf(content.report)
  const where = { path: `${at}.path`, place: 'body' }
  const no = (says: string, mend: string) => [reportFindings.make.FIELD(where, { says, mend })]
  const leaf = editableLeaf(table, e.path)
  if (leaf === undefined) {
    return no(
      `MIR ${table.version} has no field ${e.path} to write.`,
      'GET /drafts/{id}/form lists the fields of this form.',
    )
  }
  if (e.reviewed !== undefined) {
    return content.review.some(r => e.path in r.fields)
      ? []
      : no(`"${leaf.label}" was not copied, so there is nothing to review.`, 'Leave it out.')
  }
  if (e.path === table.typeField) {
    return no('The type of report follows the kind of the draft.', 'Send the field kind instead.')
  }
  const texts = [e.value ?? []].flat()
  if (texts.length > 1 && !leaf.repeats) {
    return no(
      `"${leaf.label}" takes one value.`,
      'Send one text; where the form takes several, with ; between them.',
    )
  }
  return [...texts, e.reason ?? ''].flatMap(text => {
    const bad = NOT_IN_XML.exec(text)?.[0]?.codePointAt(0)
    if (bad === undefined) return []
    const fault = `U+${bad.toString(16).toUpperCase().padStart(4, '0')}`
    return [deskFindings.make.CHARACTER({ path: `${at}.value`, place: 'body' }, { fault })]
  })
}
