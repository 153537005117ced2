import { z } from '@hono/zod-openapi'
import type { Row } from '@vigie/record'
import { day, id } from '../schemas.js'
import { detailsOf, kindServed } from './chain.js'
import { KINDS, SERVES } from './kinds.js'

const kind = z.enum(KINDS)

export const clockServed = z
  .object({
    obligationId: id,
    asksFor: z.string().openapi({ description: 'The kind of report the rule asks for.' }),
    servedBy: z.array(kind).openapi({ description: 'The kinds of report that settle it.' }),
    outcome: z.enum(['due', 'not-due', 'undetermined']),
    state: z.enum(['open', 'sent', 'superseded', 'not-due']),
    rule: z.string(),
    dayZero: z.string().nullable(),
    target: z.string().nullable(),
    ceiling: z.string().nullable(),
  })
  .openapi('ClockServed')

export const receipt = z
  .object({
    id,
    kind: z.enum(['message-id', 'portal', 'authority-number', 'letter', 'other']),
    receivedAt: z.string(),
    receivedZone: z.string(),
    reference: z.string().nullable(),
    fileSha256: z.string().nullable(),
  })
  .openapi('Receipt')

export const submission = z
  .object({
    id,
    tenantId: id,
    version: z.number().int(),
    reportId: id,
    jurisdiction: z.string(),
    channel: z.string(),
    state: z.enum(['prepared', 'waiting', 'sent', 'failed', 'acknowledged']),
    sentAt: z.string().nullable(),
    sentZone: z.string().nullable(),
    package: z
      .unknown()
      .openapi({ description: 'What is handed over and how: files, mail text or steps of the portal.' }),
    receipts: z.array(receipt),
  })
  .openapi('Submission')

export const issuedFile = z
  .object({ name: z.string(), sha256: z.string(), size: z.number().int(), mediaType: z.string() })
  .openapi('IssuedFile')

export const issuedReport = z
  .object({
    id,
    tenantId: id,
    chainId: id,
    draftId: id,
    number: z.number().int().openapi({ description: '1 for the first report of the chain.' }),
    kind: z.string(),
    formVersion: z.string(),
    lawRelease: z.string(),
    contentHash: z.string(),
    files: z.array(issuedFile),
    details: z.unknown().openapi({ description: 'When it was issued, how it was checked, and who signed.' }),
    submissions: z.array(submission),
  })
  .openapi('IssuedReport')

export const draftSummary = z
  .object({
    id,
    version: z.number().int(),
    kind,
    state: z.enum(['draft', 'in-review', 'approved', 'issued', 'abandoned']),
    formVersion: z.string(),
  })
  .openapi('DraftSummary')

export const chainView = z
  .object({
    id,
    tenantId: id,
    version: z.number().int(),
    caseId: id,
    obligationId: id.nullable(),
    form: z.string(),
    jurisdiction: z.string(),
    authority: z.string(),
    authorityId: z.string().nullable(),
    country: z.string(),
    device: z.string(),
    imported: z.boolean(),
    authorityReference: z.string().nullable().openapi({ description: 'The number the authority gave.' }),
    promisedOn: day
      .nullable()
      .openapi({ description: 'The promised day of the next report (MIR 7.3.1, 1.2.f).' }),
    state: z.enum(['open', 'final', 'withdrawn']),
    clocks: z
      .array(clockServed)
      .openapi({ description: 'The obligations this chain serves, those superseded too.' }),
    drafts: z.array(draftSummary),
    reports: z.array(issuedReport),
  })
  .openapi('ReportChain')

export function clocksOf(
  chain: Row<'report_chains'>,
  obligations: readonly Row<'obligations'>[],
): z.output<typeof clockServed>[] {
  return obligations.flatMap(o => {
    const asksFor = kindServed(chain, o)
    if (asksFor === undefined) return []
    return [
      {
        obligationId: o.id,
        asksFor,
        servedBy: [...(SERVES[asksFor] ?? [])],
        outcome: o.outcome,
        state: o.state,
        rule: o.rule,
        dayZero: o.day_zero,
        target: o.target,
        ceiling: o.ceiling,
      },
    ]
  })
}

export const receiptView = (row: Row<'receipts'>): z.output<typeof receipt> => ({
  id: row.id,
  kind: row.kind,
  receivedAt: row.received_at,
  receivedZone: row.received_zone,
  reference: row.reference,
  fileSha256: row.file_hash,
})

export function submissionView(
  row: Row<'submissions'>,
  receipts: readonly Row<'receipts'>[],
): z.output<typeof submission> {
  const { details } = row
  const pack =
    typeof details === 'object' && details !== null && 'package' in details ? details['package'] : null
  return {
    id: row.id,
    tenantId: row.tenant_id,
    version: row.version,
    reportId: row.report_id,
    jurisdiction: row.jurisdiction,
    channel: row.channel,
    state: row.state,
    sentAt: row.sent_at,
    sentZone: row.sent_zone,
    package: pack,
    receipts: receipts.filter(r => r.submission_id === row.id).map(receiptView),
  }
}

export const draftSummaryView = (row: Row<'report_drafts'>): z.output<typeof draftSummary> => ({
  id: row.id,
  version: row.version,
  kind: row.kind,
  state: row.state,
  formVersion: row.form_version,
})

export const reportView = (
  row: Row<'reports'>,
  submissions: readonly z.output<typeof submission>[],
): z.output<typeof issuedReport> => ({
  id: row.id,
  tenantId: row.tenant_id,
  chainId: row.chain_id,
  draftId: row.draft_id,
  number: row.number,
  kind: row.kind,
  formVersion: row.form_version,
  lawRelease: row.law_release,
  contentHash: row.content_hash,
  files: issuedFile.array().parse(row.files),
  details: row.details,
  submissions: submissions.filter(s => s.reportId === row.id),
})

export function chainViewOf(
  row: Row<'report_chains'>,
  inside: {
    readonly obligations: readonly Row<'obligations'>[]
    readonly drafts: readonly Row<'report_drafts'>[]
    readonly reports: readonly z.output<typeof issuedReport>[]
  },
): z.output<typeof chainView> {
  const { device, authorityId, country, imported } = detailsOf(row)
  return {
    id: row.id,
    tenantId: row.tenant_id,
    version: row.version,
    caseId: row.case_id,
    obligationId: row.obligation_id,
    form: row.form,
    jurisdiction: row.jurisdiction,
    authority: row.authority,
    authorityId,
    country,
    device,
    imported,
    authorityReference: row.authority_reference,
    promisedOn: row.promised_on,
    state: row.state,
    clocks: clocksOf(
      row,
      inside.obligations.filter(o => o.case_id === row.case_id),
    ),
    drafts: inside.drafts.filter(d => d.chain_id === row.id).map(draftSummaryView),
    reports: inside.reports.filter(r => r.chainId === row.id),
  }
}
