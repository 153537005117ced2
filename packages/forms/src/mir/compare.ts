import { type Difference, diffReports } from '../diff.js'
import type { Report } from '../report.js'
import { type Section, sectionsOf } from '../sections.js'
import type { FieldTable } from '../table.js'
import { mirTables } from './versions.js'

/** The table of a report. Throws RangeError for a version that is not known: reports are made by this package. */
export function mirTableOf(report: Report): FieldTable {
  const table = mirTables.get(report.version)
  if (table === undefined) throw new RangeError(`no table of MIR ${report.version}`)
  return table
}

/** As {@link diffReports}, for two MIRs of any known versions. */
export function diffMirs(before: Report, after: Report): readonly Difference[] {
  return diffReports(
    { table: mirTableOf(before), report: before },
    { table: mirTableOf(after), report: after },
  )
}

/** As {@link sectionsOf}, for a MIR. */
export function mirSections(report: Report): readonly Section[] {
  return sectionsOf(mirTableOf(report), report)
}
