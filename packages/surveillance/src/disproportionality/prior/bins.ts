import { eachExpected } from '../counting/each-expected.js'
import type { PairTable, StratumMargins } from '../counting/pair-table.js'
import { joined, type PriorPoints, pointsFrom } from './points.js'

/** How a table was made small for the fit; part of the record of a run. */
export interface SquashPlan {
  /** Below this many pairs every pair is a point of its own. */
  readonly exactBelow: number
  /** Width of the bins in ln(expected) for a count with many pairs, and for the starts of the search. */
  readonly width: number
  readonly coarseWidth: number
  /** How many bins the pairs that were never reported are put into. */
  readonly zeroBins: number
  /**
   * `ln-expected` (default): bins of equal width in ln(expected), so that a pair that should have been reported often
   * stands for itself. `equal-count`: bins of equally many pairs, for comparison with other programs; they blur the few
   * pairs with the largest expectation, which say most about the prior.
   */
  readonly zeroBy?: 'ln-expected' | 'equal-count'
}

export const DEFAULT_SQUASH: SquashPlan = { exactBelow: 20_000, width: 0.1, coarseWidth: 0.4, zeroBins: 2000 }

/** Points for the fit, and fewer of them for its starts. */
export interface FitPoints {
  readonly points: PriorPoints
  readonly coarse?: PriorPoints
}

/** The points of a table: its reported pairs, with `zeros` also those that were never reported. */
export function fitPointsOf(table: PairTable, zeros: boolean, plan: SquashPlan = DEFAULT_SQUASH): FitPoints {
  const zero = plan.zeroBy === 'equal-count' ? equalZeroPoints : zeroPoints
  const never = zeros ? [zero(table, plan.zeroBins)] : []
  if (table.n.length < plan.exactBelow) {
    const expected = new Float64Array(table.n.length)
    eachExpected(table, (i, e) => {
      expected[i] = e
    })
    return { points: joined([...never, pointsFrom(table.n, expected)]) }
  }
  const fine = binned(table, plan.width, single)
  const fewer = never.map(points => merged(points, 10))
  return {
    points: joined([...never, fine]),
    coarse: joined([...fewer, binned(table, plan.coarseWidth, together)]),
  }
}

/** Reported pairs in bins of equal width in ln(expected), by count; a bin stands at its mean. */
function binned(table: PairTable, width: number, classOf: (n: number) => number): PriorPoints {
  const bins = new Map<number, { n: number; weight: number; expected: number }>()
  const [counts, weights, sums] = [
    new Float64Array(SMALL * SPAN),
    new Float64Array(SMALL * SPAN),
    new Float64Array(SMALL * SPAN),
  ]
  eachExpected(table, (i, e) => {
    const n = table.n[i] ?? 0
    const group = classOf(n)
    const bin = Math.floor(Math.log(e) / width) + SPAN / 2
    const at = group * SPAN + bin
    if (group < SMALL && bin >= 0 && bin < SPAN) {
      counts[at] = (counts[at] ?? 0) + n
      sums[at] = (sums[at] ?? 0) + e
      weights[at] = (weights[at] ?? 0) + 1
      return
    }
    const there = bins.get(at)
    if (there === undefined) bins.set(at, { n, weight: 1, expected: e })
    else {
      there.n += n
      there.weight += 1
      there.expected += e
    }
  })
  const rows: { readonly n: number; readonly weight: number; readonly expected: number }[] = []
  for (const [at, weight] of weights.entries()) {
    if (weight > 0) rows.push({ n: counts[at] ?? 0, weight, expected: sums[at] ?? 0 })
  }
  rows.push(...[...bins].sort((a, b) => a[0] - b[0]).map(([, r]) => r))
  return {
    n: Float64Array.from(rows, r => r.n / r.weight),
    expected: Float64Array.from(rows, r => r.expected / r.weight),
    weight: Float64Array.from(rows, r => r.weight),
  }
}

/** Counts below this have their bins in an array; ln(expected) spans fewer than this many bins. */
const SMALL = 256
const SPAN = 1024

/** Every count by itself. */
const single = (n: number) => n
/** Counts above 16 taken together where they are within ten percent: near enough to begin a search. */
const together = (n: number) => (n <= 16 ? n : 16 + Math.round(10 * Math.log(n / 16)))

/** The pairs that were never reported, of devices and events that were, in bins of equal width in ln(expected). */
export function zeroPoints(table: PairTable, bins: number): PriorPoints {
  const [low, high] = rangeOf(table)
  const scale = bins / (high - low || 1)
  const weight = new Float64Array(bins)
  const expected = new Float64Array(bins)
  const put = (e: number, times: number) => {
    const at = Math.min(bins - 1, Math.max(0, Math.floor((Math.log(e) - low) * scale)))
    weight[at] = (weight[at] ?? 0) + times
    expected[at] = (expected[at] ?? 0) + times * e
  }
  eachCell(table, put)
  eachExpected(table, (_, e) => put(e, -1))
  const kept = [...weight.keys()].filter(i => (weight[i] ?? 0) > 0.5)
  return {
    n: new Float64Array(kept.length),
    expected: Float64Array.from(kept, i => (expected[i] ?? 0) / (weight[i] ?? 1)),
    weight: Float64Array.from(kept, i => weight[i] ?? 0),
  }
}

/** Where ln(expected) can lie, from the margins. */
function rangeOf(table: PairTable): [number, number] {
  if (table.strata === undefined) {
    const [d, e] = [ends(table.deviceReports), ends(table.eventReports)]
    return [Math.log((d[0] * e[0]) / table.reports), Math.log((d[1] * e[1]) / table.reports)]
  }
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  eachCell(table, e => {
    if (e < low) low = e
    if (e > high) high = e
  })
  return [Math.log(low), Math.log(high)]
}

/** The smallest and the largest count that is not zero. */
function ends(counts: Float64Array): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0]
  for (const c of counts) {
    if (c > 0 && c < low) low = c
    if (c > high) high = c
  }
  return [low, high]
}

/** Neighbouring points of one count taken together, so many at a time. */
function merged(points: PriorPoints, size: number): PriorPoints {
  const length = Math.ceil(points.n.length / size)
  const weight = new Float64Array(length)
  const expected = new Float64Array(length)
  for (let i = 0; i < points.n.length; i++) {
    const at = Math.floor(i / size)
    const w = points.weight[i] ?? 0
    weight[at] = (weight[at] ?? 0) + w
    expected[at] = (expected[at] ?? 0) + w * (points.expected[i] ?? 0)
  }
  return { n: new Float64Array(length), expected: expected.map((e, i) => e / (weight[i] ?? 1)), weight }
}

/** Every cell of the table, reported or not. Without strata, equal margins are taken together. */
function eachCell(table: PairTable, put: (expected: number, times: number) => void): void {
  const { strata, devices, events } = table
  if (strata === undefined) {
    const [rows, columns] = [tally(table.deviceReports), tally(table.eventReports)]
    for (const [r, timesR] of rows) {
      for (const [c, timesC] of columns) put((r * c) / table.reports, timesR * timesC)
    }
    return
  }
  const row = new Float64Array(events)
  for (let d = 0; d < devices; d++) {
    fillRow(table, strata, d, row)
    // Without a common stratum nothing is expected, and nothing can be learnt.
    for (let e = 0; e < events; e++) if ((row[e] ?? 0) > 0) put(row[e] ?? 0, 1)
  }
}

/** What is expected of a device with each event, over the strata. */
function fillRow(table: PairTable, strata: StratumMargins, device: number, row: Float64Array): void {
  const { devices, events } = table
  row.fill(0)
  for (let s = 0; s < strata.count; s++) {
    const share = (strata.deviceReports[s * devices + device] ?? 0) / (strata.reports[s] ?? 0)
    if (!(share > 0)) continue
    for (let e = 0, at = s * events; e < events; e++, at++) {
      row[e] = (row[e] ?? 0) + share * (strata.eventReports[at] ?? 0)
    }
  }
}

/** The pairs that were never reported in bins of equally many pairs, in order of expectation. Holds all of them at once. */
export function equalZeroPoints(table: PairTable, bins: number): PriorPoints {
  const { devices, events, start, event, strata } = table
  const whole: StratumMargins = strata ?? {
    count: 1,
    deviceReports: table.deviceReports,
    eventReports: table.eventReports,
    reports: Float64Array.of(table.reports),
  }
  const all = new Float64Array(devices * events)
  const row = new Float64Array(events)
  let size = 0
  for (let d = 0; d < devices; d++) {
    fillRow(table, whole, d, row)
    for (let i = start[d] ?? 0; i < (start[d + 1] ?? 0); i++) row[event[i] ?? 0] = 0
    for (const e of row) if (e > 0) all[size++] = e
  }
  const sorted = all.subarray(0, size).sort()
  const used = Math.min(bins, size)
  const edge = (b: number) => Math.floor((b * size) / used)
  const mean = (b: number) => {
    let sum = 0
    for (let i = edge(b); i < edge(b + 1); i++) sum += sorted[i] ?? 0
    return sum / (edge(b + 1) - edge(b))
  }
  return {
    n: new Float64Array(used),
    expected: Float64Array.from({ length: used }, (_, b) => mean(b)),
    weight: Float64Array.from({ length: used }, (_, b) => edge(b + 1) - edge(b)),
  }
}

function tally(counts: Float64Array): Map<number, number> {
  const times = new Map<number, number>()
  for (const c of counts) if (c > 0) times.set(c, (times.get(c) ?? 0) + 1)
  return times
}
