import type { Row, Tx } from '@vigie/record'
import { Problem } from '../problem/problem.js'
import { contentOf, type DraftContent, draftContent } from './content.js'

export interface Compared {
  readonly kind: 'report' | 'draft' | 'first-version'
  readonly id: string
  /** Of an issued report: its number in the chain. */
  readonly number: number | null
  readonly content: DraftContent
}

/**
 * What a draft is held against: the issued report or the draft with that id; without an id the report of the chain that
 * was issued last, else the draft as it was first filled.
 */
export async function comparedWith(
  tx: Tx,
  draft: Row<'report_drafts'>,
  against: string | undefined,
): Promise<Compared> {
  const tenantId = draft.tenant_id
  const reports = tx.db.selectFrom('reports').selectAll().where('tenant_id', '=', tenantId)
  const report =
    against === undefined
      ? await reports
          .where('chain_id', '=', draft.chain_id)
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst()
      : await reports.where('id', '=', against).executeTakeFirst()
  if (report !== undefined) {
    return { kind: 'report', id: report.id, number: report.number, content: contentOf(report) }
  }
  if (against === undefined) return firstVersion(tx, draft)
  const other = await tx.db
    .selectFrom('report_drafts')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', against)
    .executeTakeFirst()
  if (other === undefined) throw new Problem('not-found')
  return { kind: 'draft', id: other.id, number: null, content: contentOf(other) }
}

/** The draft as its first event has it. */
async function firstVersion(tx: Tx, draft: Row<'report_drafts'>): Promise<Compared> {
  const event = await tx.db
    .selectFrom('audit_events')
    .select('changes')
    .where('tenant_id', '=', draft.tenant_id)
    .where('entity', '=', 'report_drafts')
    .where('entity_id', '=', draft.id)
    .where('entity_version', '=', 1)
    .executeTakeFirstOrThrow()
  const changes = Array.isArray(event.changes) ? event.changes : []
  const made: unknown = changes.find(
    c => typeof c === 'object' && c !== null && 'path' in c && c['path'] === '/content',
  )
  const content =
    typeof made === 'object' && made !== null && 'after' in made
      ? draftContent.parse(made.after)
      : contentOf(draft)
  return { kind: 'first-version', id: draft.id, number: null, content }
}
