import type { Answer, Report } from './report.js'
import { comparePlaces, type Located, leavesOf, perTable } from './table/index-of.js'
import type { FieldTable, Heading, Leaf } from './table.js'

/** A heading of the printed form with the fields under it that have an entry, in the order of the form. */
export interface Section {
  readonly heading: Heading
  readonly fields: readonly SectionField[]
}

export interface SectionField {
  readonly path: string
  readonly row: Leaf
  readonly answer: Answer
}

/** The fields in the order of the printed form, which differs from that of the XML in a few sections. */
const inFormOrder: (table: FieldTable) => readonly Located<Leaf>[] = perTable(table =>
  [...leavesOf(table)].sort((a, b) => comparePlaces(a.row.place, b.row.place)),
)

/** The place of the heading a field stands under: `1.2` for `1.2.c`. */
function headingPlace(place: string): string {
  return place.replace(/\.[a-z]$/, '')
}

/**
 * The filled fields of a report by section, in the order of the printed form, headings without fields left out.
 * Lists that only repeat the field before them (`…LI`) are left out too.
 */
export function sectionsOf(table: FieldTable, report: Report): readonly Section[] {
  const bySection = new Map<string, SectionField[]>()
  for (const { path, row } of inFormOrder(table)) {
    const answer: Answer | undefined = report.fields[path]
    if (answer === undefined) continue
    if (row.twin !== undefined && 'ofPlain' in row.twin && plainIsFilled(report, path, row.twin.ofPlain))
      continue
    const place = headingPlace(row.place)
    const fields = bySection.get(place)
    if (fields === undefined) bySection.set(place, [{ path, row, answer }])
    else fields.push({ path, row, answer })
  }
  return table.headings.flatMap(heading => {
    const fields = bySection.get(heading.place)
    return fields === undefined ? [] : [{ heading, fields }]
  })
}

function plainIsFilled(report: Report, path: string, plain: string): boolean {
  return report.fields[path.replace(/[^/]*$/, plain)]?.state === 'answered'
}
