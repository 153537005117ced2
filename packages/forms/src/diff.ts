import { mirTables } from './mir/versions.js'
import type { Answer, Report } from './report.js'
import { leavesOf } from './table/index-of.js'

/** One field that two reports answer differently. */
export interface FieldDifference {
  readonly path: string
  /** Section and letter; that of the later form where the versions differ. */
  readonly place: string
  readonly label: string
  /** `null`: no answer. */
  readonly before: Answer | null
  readonly after: Answer | null
}

/** Something else that differs: an attribute of the root element, or a piece without a place in the form. */
export interface OtherDifference {
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

export interface ReportDifference {
  readonly versions: { readonly before: string; readonly after: string }
  /** In the order of the form. */
  readonly fields: readonly FieldDifference[]
  readonly others: readonly OtherDifference[]
}

/**
 * What differs between two reports, field by field. Reports of different versions are compared by the paths they share;
 * that a field means something else in another version is told by the migration, not here.
 *
 * @throws RangeError for a report of a version that is not known
 */
export function diffReports(before: Report, after: Report): ReportDifference {
  // A map keeps the first place of a path and the last row: the order is that of the later form.
  const rows = new Map([...rowsOf(after.version), ...rowsOf(before.version), ...rowsOf(after.version)])
  const strangers = [...Object.keys(before.fields), ...Object.keys(after.fields)].filter(p => !rows.has(p))
  const paths = [...rows.keys(), ...new Set(strangers)]
  return {
    versions: { before: before.version, after: after.version },
    fields: paths.flatMap((path): readonly FieldDifference[] => {
      const [was, is] = [said(before, path), said(after, path)]
      if (key(was) === key(is)) return []
      const row = rows.get(path)
      return [{ path, place: row?.place ?? '', label: row?.label ?? `<${path}>`, before: was, after: is }]
    }),
    others: [...attributes(before, after), ...unplaced(before, after)],
  }
}

function rowsOf(version: string) {
  const table = mirTables.get(version)
  if (table === undefined) throw new RangeError(`no table of MIR ${version}`)
  return leavesOf(table).map(({ path, row }) => [path, row] as const)
}

/** An empty element says as little as none. */
function said(report: Report, path: string): Answer | null {
  const answer: Answer | undefined = report.fields[path]
  return answer === undefined || answer.state === 'not-answered' ? null : answer
}

const key = (answer: Answer | null) => JSON.stringify(answer)

function attributes(before: Report, after: Report): readonly OtherDifference[] {
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)])
  return [...names].flatMap(name => {
    const [was, is] = [before.attributes[name] ?? null, after.attributes[name] ?? null]
    return was === is ? [] : [{ what: `attribute ${name}`, before: was, after: is }]
  })
}

/** Pieces that only one of the two has; where they stand does not count. */
function unplaced(before: Report, after: Report): readonly OtherDifference[] {
  const left = after.unplaced.map(u => u.xml)
  const gone = before.unplaced.filter(u => {
    const at = left.indexOf(u.xml)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return [
    ...gone.map(u => ({ what: `${u.kind} in <${u.in}>`, before: u.xml, after: null })),
    ...left.map(xml => ({ what: 'piece without a place in the form', before: null, after: xml })),
  ]
}
