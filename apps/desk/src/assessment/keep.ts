import { canonicalJson, type Json } from '@vigie/kernel'
import { change, create, type Row, type Tx } from '@vigie/record'
import { asJson } from '../resources/kind.js'
import { keyOfRow, type Wanted } from './wanted.js'

export interface AssessedCase {
  readonly id: string
  readonly tenantId: string
  /** The version whose facts were assessed. */
  readonly version: number
}

/**
 * Brings the obligations of a case to what an assessment found. One that is found again as it was stays; one that
 * differs is superseded, never changed or removed, and a new one takes its place. What was sent with proof stays sent.
 */
export async function keepObligations(
  tx: Tx,
  of: AssessedCase,
  wanted: readonly Wanted[],
  made: { readonly at: string; readonly lawRelease: string },
): Promise<readonly Row<'obligations'>[]> {
  const rows = await tx.db
    .selectFrom('obligations')
    .selectAll()
    .where('tenant_id', '=', of.tenantId)
    .where('case_id', '=', of.id)
    .where('state', '<>', 'superseded')
    .orderBy('id')
    .execute()
  const standing = grouped(rows)
  const kept: Row<'obligations'>[] = []
  for (const w of wanted) {
    const before = standing.get(w.key)?.shift()
    if (before !== undefined && (before.state === 'sent' || same(before, w, made.lawRelease))) {
      kept.push(before)
      continue
    }
    if (before !== undefined) await supersede(tx, of.tenantId, before)
    const trace = { key: w.key, at: made.at, caseVersion: of.version, ...w.answer }
    const values = { ...w.values, case_id: of.id, trace: JSON.stringify(trace), law_release: made.lawRelease }
    const target = {
      entity: 'obligations',
      tenantId: of.tenantId,
      reason: `Assessed as of ${made.at}`,
    } as const
    kept.push((await create(tx, target, values)).row)
  }
  for (const row of [...standing.values()].flat()) {
    if (row.state === 'sent') kept.push(row)
    else await supersede(tx, of.tenantId, row)
  }
  return kept
}

function grouped(rows: readonly Row<'obligations'>[]): Map<string, Row<'obligations'>[]> {
  const groups = new Map<string, Row<'obligations'>[]>()
  for (const row of rows) {
    const key = keyOfRow(row)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return groups
}

/** Whether the law gave the same answer, whatever day it was asked. */
function same(row: Row<'obligations'>, wanted: Wanted, lawRelease: string): boolean {
  const { trace } = row
  if (row.law_release !== lawRelease || typeof trace !== 'object' || trace === null) return false
  const answer = Object.fromEntries(
    Object.entries(trace).filter(([name]) => name !== 'key' && name !== 'at' && name !== 'caseVersion'),
  )
  const values: Json = asJson(wanted.values)
  const stored = asJson(Object.fromEntries(Object.entries(row).filter(([name]) => name in wanted.values)))
  return (
    canonicalJson(asJson(answer)) === canonicalJson(wanted.answer) &&
    canonicalJson(stored) === canonicalJson(values)
  )
}

async function supersede(tx: Tx, tenantId: string, row: Row<'obligations'>): Promise<void> {
  const target = {
    entity: 'obligations',
    id: row.id,
    tenantId,
    expectedVersion: row.version,
    reason: 'Assessed again with another answer',
  } as const
  const result = await change(tx, target, () => ({ state: 'superseded' as const }))
  // The chain of the tenant is locked by the change of the case before, so nobody was quicker.
  if (!result.ok) throw new Error(`an obligation was not superseded: ${result.why}`)
}
