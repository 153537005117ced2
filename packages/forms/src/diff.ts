import { canonicalJson, type Json } from '@vigie/kernel'
import type { Answer, Report } from './report.js'
import { comparePlaces, rowsByPath } from './table/index-of.js'
import type { FieldTable } from './table.js'

/** One field in which two reports differ. Absent: not answered there. */
export interface Difference {
  readonly path: string
  readonly place: string
  readonly label: string
  readonly before?: Answer
  readonly after?: Answer
}

/**
 * The fields in which two reports differ, in the order of the printed form. The reports may be of different versions:
 * a field is the same if its path is, and is named as in the later table that has it.
 */
export function diffReports(
  before: { readonly table: FieldTable; readonly report: Report },
  after: { readonly table: FieldTable; readonly report: Report },
): readonly Difference[] {
  const paths = new Set([...Object.keys(before.report.fields), ...Object.keys(after.report.fields)])
  const differences: Difference[] = []
  for (const path of paths) {
    const [old, now]: (Answer | undefined)[] = [before.report.fields[path], after.report.fields[path]]
    if (sameAnswer(old, now)) continue
    const row = (rowsByPath(after.table).get(path) ?? rowsByPath(before.table).get(path))?.row
    differences.push({
      path,
      place: row?.place ?? '',
      label: row?.label ?? path,
      ...(old === undefined ? {} : { before: old }),
      ...(now === undefined ? {} : { after: now }),
    })
  }
  return differences.sort((a, b) => comparePlaces(a.place, b.place) || (a.path < b.path ? -1 : 1))
}

/** An empty element says no more than a missing one. */
function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  const [x, y] = [a, b].map(v => (v === undefined || v.state === 'not-answered' ? null : v))
  return canonicalJson(json(x)) === canonicalJson(json(y))
}

function json(answer: Answer | null | undefined): Json {
  return answer === null || answer === undefined ? null : { ...answer }
}
