import { type Report, textsAt, withAnswer } from './report.js'
import { leavesOf } from './table/index-of.js'
import type { FieldTable } from './table.js'

/** The values in a text with `;` between them, without blanks around. */
export function splitValues(text: string): readonly string[] {
  return text
    .split(';')
    .map(v => v.trim())
    .filter(v => v !== '')
}

/**
 * Fills the list twins (`…LI`) from the fields they belong to, as the export of the official form does: one element for
 * each value, also where there is only one. Lists that say something already are left alone.
 */
export function fillListTwins(table: FieldTable, report: Report): Report {
  let filled = report
  for (const { path, row } of leavesOf(table)) {
    if (row.twin === undefined || !('inList' in row.twin)) continue
    const list = path.replace(/[^/]*$/, row.twin.inList)
    const [first, ...more] = textsAt(report, path).flatMap(splitValues)
    if (first === undefined || textsAt(report, list).length > 0) continue
    filled = withAnswer(filled, list, { state: 'answered', texts: [first, ...more] })
  }
  return filled
}
