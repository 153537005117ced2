import { z } from '@hono/zod-openapi'
import type { NotDue, ReportDue } from '@vigie/law'
import type { Row } from '@vigie/record'
import { id } from '../schemas.js'

/** The answer of the law, with what was asked. */
export interface Trace {
  readonly key: string
  /** The day asked for. */
  readonly at: string
  readonly caseVersion: number
  readonly riskClass: string | null
  readonly report: ReportDue | NotDue
}

export const obligation = z
  .object({
    id,
    tenantId: id,
    caseId: id,
    version: z.number().int(),
    rule: z.string(),
    subject: z.string(),
    jurisdiction: z.string(),
    authority: z.string().nullable(),
    outcome: z.enum(['due', 'not-due', 'undetermined']),
    state: z.enum(['open', 'sent', 'superseded', 'not-due']),
    dayZero: z.string().nullable(),
    target: z.string().nullable(),
    ceiling: z.string().nullable(),
    lawRelease: z.string(),
    trace: z.custom<Trace>().openapi({
      type: 'object',
      description:
        'The answer of the law with its reasons: asked on which day, of which version of the case.',
    }),
  })
  .openapi('Obligation')

export const obligationView = (row: Row<'obligations'>): z.output<typeof obligation> => ({
  id: row.id,
  tenantId: row.tenant_id,
  caseId: row.case_id,
  version: row.version,
  rule: row.rule,
  subject: row.subject,
  jurisdiction: row.jurisdiction,
  authority: row.authority,
  outcome: row.outcome,
  state: row.state,
  dayZero: row.day_zero,
  target: row.target,
  ceiling: row.ceiling,
  lawRelease: row.law_release,
  trace: obligation.shape.trace.parse(row.trace),
})
