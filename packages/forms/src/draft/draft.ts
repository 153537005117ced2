import type { CaseFile } from '@vigie/facts'
import { newReport } from '../report.js'
import { comparePlaces } from '../table/index-of.js'
import { type Draft, type DraftContext, type DraftPorts, type DraftRequest, KIND_KEYS } from './context.js'
import { fill } from './fill.js'
import { missingFields } from './missing.js'
import { notesOn } from './notes.js'
import { shippedPorts } from './ports.js'
import { mappingRows } from './rows/index.js'
import { tableOf, targetOf } from './target.js'
import { unanswered } from './unanswered.js'

/**
 * Drafts the MIR on one device of a case for one authority: every field that the case can fill, with the place in the
 * case it comes from, and what is missing. The form version, who submits, the country lists and the counting of
 * similar incidents follow the authority: 7.3.1 for the Union and Northern Ireland, its Swiss filling, and 7.2.1 for
 * Great Britain.
 *
 * Nothing is made up: a date, a class or a count that neither case nor request gives is missing. Nothing is cut: a
 * value that does not fit stays in the draft with a finding. Pure; throws RangeError for a device that the case does
 * not have.
 *
 * @example
 * const { report, missing } = draftMir(file, {
 *   device: 0,
 *   for: 'EU',
 *   authority: { name: 'BfArM', country: 'DE' },
 *   kind: 'initial',
 *   classification: 'Death',
 *   reportDate: day('2026-06-12'),
 *   awareness: { incident: day('2026-06-04') },
 * })
 */
export function draftMir(file: CaseFile, request: DraftRequest, ports: DraftPorts = shippedPorts): Draft {
  const device = file.devices[request.device]
  if (device === undefined) throw new RangeError(`the case has no device ${request.device}`)
  const target = targetOf(request.for)
  const table = tableOf(target)
  const x: DraftContext = { file, device, request, target, table, key: KIND_KEYS[request.kind], ports }
  const { report, filled, faults, notes } = fill(x, newReport(table), mappingRows)
  const missing = [...missingFields(x, report, mappingRows), ...unanswered(x), ...faults]
  return {
    report,
    table,
    filled: byPlace(filled),
    missing: byPlace(missing),
    notes: byPlace([...notes, ...notesOn(x, report)]),
  }
}

/** In the order in which the form prints its fields. */
function byPlace<T extends { readonly place?: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => comparePlaces(a.place ?? '', b.place ?? ''))
}
