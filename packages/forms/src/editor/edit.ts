import type { Finding } from '@vigie/kernel'
import { splitValues } from '../list-twins.js'
import { type Answer, answered, type Report, reportTypeOf, withAnswer } from '../report.js'
import { valueFault } from '../schema/lexical.js'
import { valueFinding } from '../schema/value-finding.js'
import { rowsByPath } from '../table/index-of.js'
import { type FieldTable, type Leaf, typeFor } from '../table.js'

/** The field at a path that a person may write; undefined for groups, for list twins and for what is not in the table. */
export function editableLeaf(table: FieldTable, path: string): Leaf | undefined {
  const row = rowsByPath(table).get(path)?.row
  if (row?.kind !== 'leaf' || (row.twin !== undefined && 'ofPlain' in row.twin)) return undefined
  return row
}

/**
 * The report with another answer in one field, and in the list that follows it. `undefined` takes the answer away. Any
 * text is kept, whether it fits or not: {@link answerFindings} says what is wrong with it.
 */
export function editAnswer(
  table: FieldTable,
  report: Report,
  path: string,
  answer: Answer | undefined,
): Report {
  const edited = withAnswer(report, path, answer)
  const row = rowsByPath(table).get(path)?.row
  if (row?.kind !== 'leaf' || row.twin === undefined || !('inList' in row.twin)) return edited
  const list = path.replace(/[^/]*$/, row.twin.inList)
  const [first, ...more] = answer?.state === 'answered' ? answer.texts.flatMap(splitValues) : []
  return withAnswer(edited, list, first === undefined ? undefined : answered(first, ...more))
}

/** What is wrong with the texts of one answer, by the type of its field. */
export function answerFindings(table: FieldTable, report: Report, path: string): readonly Finding[] {
  const row = editableLeaf(table, path)
  const answer: Answer | undefined = report.fields[path]
  if (row === undefined || answer?.state !== 'answered') return []
  const type = typeFor(row, reportTypeOf(table, report)?.key)
  const where = { path: `/${table.root}/${path}`, place: row.place }
  return answer.texts.flatMap(text => {
    const fault = valueFault(type, text)
    return fault === undefined
      ? []
      : [valueFinding(where, { label: row.label, element: row.name }, fault, text)]
  })
}

/** The path of a field from the path of a finding: `/incident/device_info/udiDI[2]` gives `device_info/udiDI`. */
export function fieldOfFinding(table: FieldTable, path: string): string | undefined {
  const field = path
    .replace(/\[\d+\]/g, '')
    .replace(`/${table.root}/`, '')
    .replace(/LI$/, '')
  return rowsByPath(table).has(field) ? field : undefined
}
