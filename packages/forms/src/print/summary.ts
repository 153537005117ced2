import type { Report } from '../report.js'
import { textsAt } from '../report.js'
import { leavesOf } from '../table/index-of.js'
import type { FieldTable, FormName } from '../table.js'
import { contentOf } from './content.js'
import type { PrintLookups, PrintRow } from './model.js'

/** A line of the summary: the answers of the fields of these names, the first path that has one; joined where they differ. */
interface SummaryLine {
  readonly label: string
  readonly names: readonly string[]
  /** Left out where nothing is answered. */
  readonly optional?: true
}

const LINES: Readonly<Record<FormName, readonly SummaryLine[]>> = {
  MIR: [
    { label: 'Receiving authority', names: ['ncaName'] },
    { label: 'Manufacturer', names: ['mfrName'] },
    { label: 'Device', names: ['brandName'] },
    { label: 'Classification', names: ['eventClassification'] },
    { label: 'Type of report', names: ['reportType'] },
    { label: 'Submitted', names: ['reportDate'] },
    { label: 'Date of the incident', names: ['adverseEventDateFrom', 'adverseEventDateTo'] },
    { label: 'Manufacturer aware of the incident', names: ['mfrAwarenessDate'] },
    { label: 'Manufacturer aware of reportability', names: ['mfrAwarenessReportDate'], optional: true },
    { label: 'Next report expected', names: ['reportNextDate'], optional: true },
  ],
}

/** The summary lines for which the form has a field. */
export function summaryOf(table: FieldTable, report: Report, lookups: PrintLookups): readonly PrintRow[] {
  const leaves = leavesOf(table)
  return LINES[table.form].flatMap(({ label, names, optional }): readonly PrintRow[] => {
    const found = names.flatMap(name => {
      const paths = leaves.filter(l => l.row.name === name)
      const used = paths.find(l => report.fields[l.path] !== undefined) ?? paths[0]
      return used === undefined ? [] : [used]
    })
    const [first] = found
    if (first === undefined) return []
    const texts = [...new Set(found.flatMap(l => textsAt(report, l.path)))]
    const content =
      texts.length > 1
        ? ({ state: 'answered', as: 'line', values: [{ text: texts.join(' to ') }] } as const)
        : contentOf(first.row, report.fields[first.path], lookups)
    if (optional && content.state === 'not-answered') return []
    return [
      { kind: 'row', place: first.row.place, label, paths: found.map(l => l.path), unconfirmed: [], content },
    ]
  })
}
