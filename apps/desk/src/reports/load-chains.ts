import type { z } from '@hono/zod-openapi'
import type { Row, Tx } from '@vigie/record'
import { type chainView, chainViewOf, reportView, submissionView } from './views.js'

/** Chains with all that belongs to them, in as many queries as there are kinds of things. */
export async function chainViews(
  tx: Tx,
  tenantId: string,
  chains: readonly Row<'report_chains'>[],
): Promise<z.output<typeof chainView>[]> {
  if (chains.length === 0) return []
  const ids = chains.map(c => c.id)
  const obligations = await tx.db
    .selectFrom('obligations')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('case_id', 'in', [...new Set(chains.map(c => c.case_id))])
    .orderBy('id')
    .execute()
  const drafts = await tx.db
    .selectFrom('report_drafts')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('chain_id', 'in', ids)
    .orderBy('id')
    .execute()
  const reports = await tx.db
    .selectFrom('reports')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('chain_id', 'in', ids)
    .orderBy('number')
    .execute()
  const submissions = await submissionViews(tx, tenantId, reports)
  return chains.map(c =>
    chainViewOf(c, { obligations, drafts, reports: reports.map(r => reportView(r, submissions)) }),
  )
}

/** The submissions of some reports with their receipts, oldest first. */
export async function submissionViews(tx: Tx, tenantId: string, reports: readonly { readonly id: string }[]) {
  if (reports.length === 0) return []
  const rows = await tx.db
    .selectFrom('submissions')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(
      'report_id',
      'in',
      reports.map(r => r.id),
    )
    .orderBy('id')
    .execute()
  const receipts =
    rows.length === 0
      ? []
      : await tx.db
          .selectFrom('receipts')
          .selectAll()
          .where('tenant_id', '=', tenantId)
          .where(
            'submission_id',
            'in',
            rows.map(r => r.id),
          )
          .orderBy('id')
          .execute()
  return rows.map(r => submissionView(r, receipts))
}
