import type { Finding } from '@vigie/kernel'
import type { ImportKind } from './fields.js'
import { PLANNERS } from './planners/index.js'
import type { Making, Surroundings } from './planners/plan.js'
import { readRows } from './read-rows.js'
import type { ImportSettings } from './settings.js'
import type { Sheet } from './table.js'

/** What a table will do, found before anything is written. */
export interface Checked {
  /** Rows with something in them. */
  readonly rows: number
  readonly ready: readonly Making[]
  readonly already: readonly Finding[]
  /** Faults by the number of their row. */
  readonly faults: ReadonlyMap<number, readonly Finding[]>
  /** Faults of the table or the mapping: then nothing of it can be read in. */
  readonly findings: readonly Finding[]
}

export async function checkSheet(
  kind: ImportKind,
  sheet: Sheet,
  settings: ImportSettings,
  of: Surroundings,
): Promise<Checked> {
  const read = readRows(kind, sheet, settings)
  const faults = new Map(read.faults)
  const ready: Making[] = []
  const already: Finding[] = []
  const plan = await PLANNERS[kind](of)
  for (const row of read.rows) {
    const planned = plan(row)
    if ('make' in planned) ready.push(planned)
    else if ('already' in planned) already.push(planned.already)
    else faults.set(row.number, planned.faults)
  }
  return {
    rows: sheet.rows.length,
    ready,
    already,
    faults,
    findings: [...sheet.findings, ...read.findings],
  }
}
