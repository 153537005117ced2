import type { Finding, Severity } from '@vigie/kernel'
import type { Answer, Report } from '../report.js'
import { type AnyRow, appliesTo, type Group, type Leaf } from '../table.js'
import type { DraftContext } from './context.js'
import { xpath } from './fill.js'
import { draftFindings } from './findings.js'
import { type MappingRow, placeInCase } from './mapping-row.js'
import { REQUEST_MENDS } from './request-mends.js'

/** The places in the case that fill a whole group. */
const GROUP_PLACES: Readonly<Record<string, string>> = {
  'admin_info/contact_info/reporterAR/arDetails': 'authorisedRepresentative',
  'device_info/distribution': 'devices[#].markets',
  'incident_info/initial_reporter_info': 'event.reporter',
  'mfr_invest/similarIncidents': 'similarIncidents',
  'mfr_invest/similarIncidents/timePeriodN': 'similarIncidents.periods[0]',
}

const OF_SEVERITY = { blocks: 'MISSING', 'may-stay-unknown': 'OPEN', recommended: 'WANTED' } as const

/**
 * Every field that the report type demands or wants and the draft does not have, in the order of the form. Nothing is
 * said of the fields of a group that may be left out and is.
 */
export function missingFields(
  x: DraftContext,
  report: Report,
  rows: readonly MappingRow[],
): readonly Finding[] {
  const sources = new Map(rows.map(row => [row.to, row]))
  const answers = new Map(Object.entries(report.fields))
  const found: Finding[] = []

  const add = (path: string) => {
    const source = sources.get(path)
    const from =
      source === undefined
        ? GROUP_PLACES[path]?.replace('[#]', `[${x.request.device}]`)
        : placeInCase(source, x)
    if (from === undefined) return 'The case has no place for it: fill it in by hand in the draft.'
    return REQUEST_MENDS[from] ?? `Add ${from} to the case.`
  }
  const say = (row: AnyRow, path: string, severity: Severity) =>
    found.push(
      draftFindings.make[OF_SEVERITY[severity]](
        { path: xpath(x, path), place: row.place },
        { label: row.label, add: add(path) },
      ),
    )
  const has = (group: string) => [...answers.keys()].some(path => path.startsWith(`${group}/`))

  const leaf = (row: Leaf, path: string, required: boolean) => {
    if (row.twin !== undefined && 'ofPlain' in row.twin) return
    const answer = answers.get(path)
    if (answer === undefined) {
      const severity = severityOf(row, required, x)
      if (severity !== undefined) say(row, path, severity)
    } else if (required && !writes(row, answer)) {
      const from = sources.get(path)
      found.push(
        draftFindings.make['NO-WORD'](
          { path: xpath(x, path), place: row.place },
          { label: row.label, from: from === undefined ? 'the case' : placeInCase(from, x) },
        ),
      )
    }
  }
  const group = (row: Group, path: string, required: boolean) => {
    if (!required && !has(path)) {
      const severity = severityOf(row, false, x)
      if (severity !== undefined) say(row, path, severity)
      return
    }
    const before = found.length
    for (const inner of row.rows) {
      const innerPath = `${path}/${inner.name}`
      if (row.order === 'choice' && !has(innerPath)) continue
      visit(inner, innerPath)
    }
    if (required && found.length === before && !has(path)) say(row, path, 'blocks')
  }
  const visit = (row: AnyRow, path: string) => {
    const required = appliesTo(row.required, x.key)
    if (row.kind === 'leaf') leaf(row, path, required)
    else group(row, path, required)
  }
  for (const row of x.table.rows) visit(row, row.name)
  return found
}

function severityOf(row: AnyRow, required: boolean, x: DraftContext): Severity | undefined {
  if (required) return 'blocks'
  return row.wanted !== undefined && appliesTo(row.wanted.for, x.key) ? row.wanted.severity : undefined
}

/** Whether an answer puts an element into the XML. */
function writes(row: Leaf, answer: Answer): boolean {
  if (answer.state === 'unknown') return row.word?.unknown !== undefined
  return answer.state === 'not-applicable' ? row.word?.notApplicable !== undefined : true
}
