import { z } from '@hono/zod-openapi'
import { mirTableOf, type Report, reportTypeOf } from '@vigie/forms'
import type { Json } from '@vigie/kernel'
import { asJson } from '../resources/kind.js'
import { day, finding } from '../schemas.js'

export const answer = z
  .discriminatedUnion('state', [
    z.strictObject({ state: z.literal('answered'), texts: z.tuple([z.string()], z.string()) }),
    z.strictObject({ state: z.literal('unknown'), reason: z.string().exactOptional() }),
    z.strictObject({ state: z.literal('not-applicable'), reason: z.string().exactOptional() }),
    z.strictObject({ state: z.literal('not-answered') }),
  ])
  .openapi('FieldAnswer')

const report = z.strictObject({
  form: z.literal('MIR'),
  version: z.string(),
  attributes: z.record(z.string(), z.string()),
  fields: z.record(z.string(), answer),
  emptyGroups: z.array(z.string()),
  unplaced: z.array(
    z.strictObject({
      kind: z.enum(['element', 'text', 'comment', 'instruction', 'attribute']),
      in: z.string(),
      after: z.string().exactOptional(),
      xml: z.string(),
    }),
  ),
})

/** Fields that were copied from an earlier report, each until a person has looked at it. */
export const review = z.strictObject({
  reportId: z.string(),
  fields: z.record(z.string(), z.boolean()),
})

/** What a draft holds beside its row: the report, and where each answer comes from. */
export const draftContent = z.strictObject({
  report,
  /** By path: `case: devices[0].udiDi`, `report: <id>`, `import: <file>` or `person`. */
  sources: z.record(z.string(), z.string()),
  /** Fields for which somebody was asked, with the day. */
  asked: z.record(z.string(), day),
  review: z.array(review),
  /** What a person should look at although it is filled, as the drafting told it. */
  notes: z.array(finding.extend({ place: z.string().exactOptional() })),
})

export type DraftContent = Omit<z.output<typeof draftContent>, 'report'> & { readonly report: Report }

/** The content of a draft as the record keeps it. Throws for a row that this program did not write. */
export function contentOf(row: { readonly content: Json }): DraftContent {
  return draftContent.parse(row.content)
}

export const contentJson = (content: DraftContent): Json => asJson(content)

/** The key of the report type, as the field table uses it. */
export function typeKeyOf(r: Report): string | undefined {
  return reportTypeOf(mirTableOf(r), r)?.key
}

/** The paths of copied fields that nobody has looked at yet. */
export function notReviewed(content: DraftContent): readonly string[] {
  return content.review.flatMap(r => Object.entries(r.fields).flatMap(([path, seen]) => (seen ? [] : [path])))
}
