import type { Finding } from '@vigie/kernel'
import { type Answer, answered, type Report, withAnswer } from '../report.js'
import { valueFault } from '../schema/lexical.js'
import { valueFinding } from '../schema/value-finding.js'
import { type Leaf, typeFor } from '../table.js'
import type { DraftContext, FilledField } from './context.js'
import { draftFindings } from './findings.js'
import { type Given, type MappingRow, placeInCase, SEPARATOR } from './mapping-row.js'
import { mendOf } from './request-mends.js'
import { leafAt } from './table-facts.js'

/** The fields that were filled, and what there is to say about single values. */
export interface Filling {
  readonly report: Report
  readonly filled: readonly FilledField[]
  readonly faults: readonly Finding[]
  readonly notes: readonly Finding[]
}

/** Puts what the mapping rows give into the report. Rows for fields that this version does not have are passed over. */
export function fill(x: DraftContext, start: Report, rows: readonly MappingRow[]): Filling {
  let report = start
  const filled: FilledField[] = []
  const faults: Finding[] = []
  const notes: Finding[] = []
  for (const row of rows) {
    const leaf = leafAt(x.table, row.to)
    if (leaf === undefined) continue
    const from = placeInCase(row, x)
    const given = row.get(x)
    const at = { path: xpath(x, row.to), place: leaf.place }
    if (isAsked(given))
      notes.push(draftFindings.make.ASKED(at, { label: leaf.label, askedOn: given.askedOn, from }))
    for (const [path, answer] of answersOf(row, leaf, given)) {
      report = withAnswer(report, path, answer)
      filled.push({ path, place: leaf.place, label: leafAt(x.table, path)?.label ?? leaf.label, from })
      faults.push(...misfits(x, path, answer, from))
    }
    if (row.twin && textsOf(given).some(t => t.includes(SEPARATOR)))
      notes.push(draftFindings.make.SEPARATOR(at, { label: leaf.label, from }))
  }
  return { report, filled, faults, notes }
}

/** The path of a field as findings about XML name it. */
export function xpath(x: DraftContext, path: string): string {
  return `/${x.table.root}/${path}`
}

function isAsked(given: Given) {
  return typeof given === 'object' && 'state' in given && given.state === 'asked'
}

function answersOf(row: MappingRow, leaf: Leaf, given: Given): readonly (readonly [string, Answer])[] {
  if (typeof given === 'object' && 'state' in given && given.state !== 'known') {
    return given.state === 'asked' ? [] : [[row.to, emptyAnswer(given.state, given.source)]]
  }
  const texts = textsOf(given)
  const [first, ...more] = texts
  if (first === undefined) return []
  if (row.twin)
    return [
      [row.to, answered(texts.join(SEPARATOR))],
      [`${row.to}LI`, answered(first, ...more)],
    ]
  if (more.length > 0 && !leaf.repeats) throw new RangeError(`${row.to} takes one value`)
  return [[row.to, answered(first, ...more)]]
}

function emptyAnswer(state: 'unknown' | 'not-applicable', source: string | undefined): Answer {
  return source === undefined ? { state } : { state, reason: source }
}

function textsOf(given: Given): readonly string[] {
  if (given === undefined) return []
  if (typeof given === 'string') return given === '' ? [] : [given]
  if ('state' in given) return given.state === 'known' ? textsOf(given.value) : []
  return given
}

/** Values that the field cannot take. They stay in the draft: cutting or changing them would hide what the case says. */
function misfits(x: DraftContext, path: string, answer: Answer, from: string): readonly Finding[] {
  const leaf = leafAt(x.table, path)
  if (leaf === undefined || answer.state !== 'answered') return []
  const at = { path: xpath(x, path), place: leaf.place }
  const type = typeFor(leaf, x.key)
  return answer.texts.flatMap(text => {
    const fault = valueFault(type, text)
    if (fault === undefined) return []
    const { message } = valueFinding(at, { label: leaf.label, element: leaf.name }, fault, text)
    return [draftFindings.make['DOES-NOT-FIT'](at, { fault: message, mend: mendOf(from) })]
  })
}
