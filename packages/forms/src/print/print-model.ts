import type { Report } from '../report.js'
import { reportTypeOf } from '../report.js'
import { comparePlaces, rowsByPath } from '../table/index-of.js'
import type { FieldTable, Heading } from '../table.js'
import type { Draft } from './draft.js'
import type { PrintModel, PrintModelOptions, PrintSection, PrintUnplaced } from './model.js'
import { draftsOf } from './rows.js'
import { summaryOf } from './summary.js'

/**
 * What a filled report shows to people, section by section in the order of the printed form. The screen and the PDF
 * share it. Nothing the report carries is dropped: answers and pieces without a place come in `unplaced`.
 *
 * @example
 * printModel(mir721, report, { countryName: code => countryOf(code)?.name }).sections[1]?.items
 */
export function printModel(table: FieldTable, report: Report, options: PrintModelOptions = {}): PrintModel {
  const headings = table.headings
  const drafts = new Map<string, Draft[]>()
  for (const draft of draftsOf(table, report, options)) {
    const place = headingFor(headings, draft.item.place)?.place ?? ''
    drafts.set(place, [...(drafts.get(place) ?? []), draft])
  }
  const reportType = reportTypeOf(table, report)?.value
  return {
    form: table.form,
    version: table.version,
    title: table.title,
    ...(reportType === undefined ? {} : { reportType }),
    summary: summaryOf(table, report, options),
    sections: headings.map(heading =>
      sectionOf(heading, drafts.get(heading.place) ?? [], options.all === true),
    ),
    unplaced: unplacedOf(table, report),
  }
}

function sectionOf(heading: Heading, drafts: readonly Draft[], all: boolean): PrintSection {
  const printed = drafts.filter(d => all || d.needed || !d.open)
  return {
    place: heading.place,
    title: heading.title,
    depth: heading.place.split('.').length,
    items: printed.map(d => d.item).toSorted((a, b) => comparePlaces(a.place, b.place)),
    leftOut: drafts.length - printed.length,
  }
}

/** The most exact heading above a place; the last heading for a place that stands under none. */
function headingFor(headings: readonly Heading[], place: string): Heading | undefined {
  const above = headings.filter(h => place === h.place || place.startsWith(`${h.place}.`))
  return above.toSorted((a, b) => b.place.length - a.place.length)[0] ?? headings.at(-1)
}

function unplacedOf(table: FieldTable, report: Report): readonly PrintUnplaced[] {
  const known = rowsByPath(table)
  const strangers = Object.entries(report.fields).flatMap(([path, answer]): readonly PrintUnplaced[] => {
    if (answer === undefined || known.get(path)?.row.kind === 'leaf') return []
    const text = answer.state === 'answered' ? answer.texts.join('\n') : answer.state
    return [{ kind: 'field', in: path, text }]
  })
  return [...report.unplaced.map(u => ({ kind: u.kind, in: u.in, text: u.xml })), ...strangers]
}
