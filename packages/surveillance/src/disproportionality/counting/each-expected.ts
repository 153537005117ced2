import type { PairTable } from './pair-table.js'

/** Calls with the index and the expected reports of every pair that occurs, in the order of the table. */
export function eachExpected(table: PairTable, call: (pair: number, expected: number) => void): void {
  const { strata, start, event, devices, events } = table
  const row = new Float64Array(strata === undefined ? 0 : events)
  for (let d = 0; d < devices; d++) {
    const from = start[d] ?? 0
    const to = start[d + 1] ?? 0
    if (from === to) continue
    if (strata === undefined) {
      const share = (table.deviceReports[d] ?? 0) / table.reports
      for (let i = from; i < to; i++) call(i, share * (table.eventReports[event[i] ?? 0] ?? 0))
      continue
    }
    for (let i = from; i < to; i++) row[event[i] ?? 0] = 0
    for (let s = 0; s < strata.count; s++) {
      const share = (strata.deviceReports[s * devices + d] ?? 0) / (strata.reports[s] ?? 0)
      if (!(share > 0)) continue
      const at = s * events
      for (let i = from; i < to; i++) {
        const e = event[i] ?? 0
        row[e] = (row[e] ?? 0) + share * (strata.eventReports[at + e] ?? 0)
      }
    }
    for (let i = from; i < to; i++) call(i, row[event[i] ?? 0] ?? 0)
  }
}
