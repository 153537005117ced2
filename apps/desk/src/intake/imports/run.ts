import type { z } from '@hono/zod-openapi'
import { change, type Row, type Tx } from '@vigie/record'
import { Problem } from '../../problem/problem.js'
import type { leftRows } from './bad-rows.js'
import { type Checked, checkSheet } from './check.js'
import { refuseImport } from './refuse.js'
import { type ImportSettings, sheetFor } from './settings.js'
import type { Sheet, Table } from './table.js'
import { viewOfCheck } from './views.js'

export interface RunWanted {
  readonly settings: ImportSettings
  /** `refuse`: one fault and nothing is kept. `good-rows`: those without fault are, the others are listed. */
  readonly onFaults: 'refuse' | 'good-rows'
  readonly version: number
  readonly zone: string
  readonly now: number
}

/** Reads a table in, in the transaction of the caller: all of it, or what was chosen, or nothing. */
export async function runImport(
  tx: Tx,
  row: Row<'imports'>,
  table: Table,
  wanted: RunWanted,
): Promise<Row<'imports'>> {
  const { settings, now, zone } = wanted
  const sheet = sheetFor(row.kind, table, settings)
  const target = {
    entity: 'imports',
    id: row.id,
    tenantId: row.tenant_id,
    reason: `Read in: ${row.name}`,
  } as const
  if (row.state !== 'previewed') throw new Problem('already-done')
  // This comes first, since it locks the chain of the tenant: nobody writes between the check and the rows.
  const begun = await change(tx, { ...target, expectedVersion: wanted.version }, () => ({
    state: 'done' as const,
    settings: JSON.stringify({ ...settings, onFaults: wanted.onFaults }),
  }))
  if (!begun.ok) throw new Problem(begun.why === 'conflict' ? 'already-done' : 'forbidden')
  const checked = await checkSheet(row.kind, sheet, settings, {
    tx,
    tenantId: row.tenant_id,
    importId: row.id,
    representativeId: settings.representativeId,
    zone: settings.zone ?? zone,
    now,
  })
  const blocking = checked.findings.filter(f => f.severity === 'blocks')
  const ofRows = [...checked.faults.values()].flat()
  const lines = blocking.filter(f => f.code === 'IMPORT-WIDTH')
  if (blocking.length > lines.length) refuseImport(blocking)
  if (wanted.onFaults === 'refuse' && lines.length + ofRows.length > 0) refuseImport([...lines, ...ofRows])
  for (const { make } of checked.ready) await make(tx)
  const { rows, already, faulty, findings, moreFindings } = viewOfCheck(checked)
  const report = {
    rows: rows + lines.length,
    created: checked.ready.length,
    already,
    left: faulty + lines.length,
    at: new Date(now).toISOString(),
    findings,
    moreFindings,
    leftRows: leftOf(sheet, checked),
  }
  const done = await change(tx, { ...target, expectedVersion: begun.row.version }, () => ({
    report: JSON.stringify(report),
  }))
  if (!done.ok) throw new Error(`the report of an import was not kept: ${done.why}`)
  return done.row
}

const LONGEST_WHY = 500

/** The rows that were left out, in the order of the table. */
function leftOf(sheet: Sheet, checked: Checked): z.output<typeof leftRows> {
  const ragged = sheet.ragged.map(r => ({
    number: r.number,
    why: 'It has more or fewer cells than the heading.',
  }))
  const faulty = [...checked.faults].map(([number, faults]) => ({
    number,
    why: faults
      .map(f => f.message)
      .join(' ')
      .slice(0, LONGEST_WHY),
  }))
  return [...ragged, ...faulty].sort((a, b) => a.number - b.number)
}
