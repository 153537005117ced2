import { lnGammaQuantile } from '../special/gamma-quantile.js'
import { normalQuantile } from '../special/normal.js'
import { eachExpected } from './counting/each-expected.js'
import type { PairTable } from './counting/pair-table.js'
import { CountScorer } from './eb/count-scorer.js'
import type { Theta } from './prior/theta.js'

/** The columns of a scored table, in this order. NaN: cannot be estimated from these counts. */
export const SCORE_COLUMNS = [
  'expected',
  'prr',
  'prrLower',
  'prrUpper',
  'ror',
  'rorLower',
  'rorUpper',
  'chiSquareYates',
  'ic',
  'icLower',
  'icUpper',
  'ebgm',
  'eb025',
  'eb05',
  'eb95',
  'eb975',
] as const

export type ScoreColumn = (typeof SCORE_COLUMNS)[number]

/** Some neighbouring pairs of the table with their numbers. The arrays are used again for the next block: copy them. */
export interface ScoreBlock {
  /** The pairs of the table from `from` to before `to`; entry 0 of a column belongs to `from`. */
  readonly from: number
  readonly to: number
  readonly columns: Readonly<Record<ScoreColumn, Float64Array>>
}

export interface ScoreOptions {
  /** Level of the intervals of PRR, ROR and IC; 0.95 by default. The EB limits are 2.5, 5, 95 and 97.5 %. */
  readonly level?: number
  readonly blockSize?: number
}

const LEVELS = [0.025, 0.05, 0.95, 0.975]

/**
 * Computes every measure of every pair, block by block in the order of the table.
 * Without a prior (`theta` undefined) the EB columns are NaN.
 */
export function scorePairs(
  table: PairTable,
  theta: Theta | undefined,
  sink: (block: ScoreBlock) => void,
  options: ScoreOptions = {},
): void {
  const { level = 0.95, blockSize = 65_536 } = options
  const columns = blockColumns(Math.min(blockSize, Math.max(1, table.n.length)))
  const measures = new FrequencyMeasures(table, level, columns)
  const bayes = theta === undefined ? undefined : new BayesMeasures(table, theta, columns)
  let [from, at] = [0, 0]
  const flush = () => {
    if (at > 0) sink({ from, to: from + at, columns })
    from += at
    at = 0
  }
  let device = 0
  eachExpected(table, (i, e) => {
    while (i >= (table.start[device + 1] ?? 0)) device += 1
    const n = table.n[i] ?? 0
    columns.expected[at] = e
    measures.score(n, e, table.deviceReports[device] ?? 0, table.eventReports[table.event[i] ?? 0] ?? 0, at)
    if (bayes !== undefined) bayes.score(n, e, at)
    at += 1
    if (at === blockSize) flush()
  })
  flush()
}

function blockColumns(size: number): Record<ScoreColumn, Float64Array> {
  const column = () => new Float64Array(size).fill(Number.NaN)
  return {
    expected: column(),
    prr: column(),
    prrLower: column(),
    prrUpper: column(),
    ror: column(),
    rorLower: column(),
    rorUpper: column(),
    chiSquareYates: column(),
    ic: column(),
    icLower: column(),
    icUpper: column(),
    ebgm: column(),
    eb025: column(),
    eb05: column(),
    eb95: column(),
    eb975: column(),
  }
}

/** PRR, ROR, chi-square and IC; the gamma quantiles of the IC are kept by count. */
class FrequencyMeasures {
  readonly #z: number
  readonly #total: number
  readonly #icLower: (number | undefined)[] = []
  readonly #icUpper: (number | undefined)[] = []

  constructor(
    table: PairTable,
    private readonly level: number,
    private readonly columns: Record<ScoreColumn, Float64Array>,
  ) {
    this.#z = normalQuantile((1 + level) / 2)
    this.#total = table.reports
  }

  /** `a` reports of the pair, `n1` of the device, `n2` of the event. */
  score(a: number, expected: number, n1: number, n2: number, at: number): void {
    const k = this.columns
    const total = this.#total
    const others = total - n1
    const b = n1 - a
    const c = n2 - a
    const d = others - c
    if (c > 0) {
      const prr = a / n1 / (c / others)
      const f = Math.exp(this.#z * Math.sqrt(1 / a - 1 / n1 + 1 / c - 1 / others))
      k.prr[at] = prr
      k.prrLower[at] = prr / f
      k.prrUpper[at] = prr * f
    } else k.prr[at] = k.prrLower[at] = k.prrUpper[at] = Number.NaN
    if (c > 0 && b > 0 && d > 0) {
      const ror = (a / b) * (d / c)
      const f = Math.exp(this.#z * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d))
      k.ror[at] = ror
      k.rorLower[at] = ror / f
      k.rorUpper[at] = ror * f
    } else k.ror[at] = k.rorLower[at] = k.rorUpper[at] = Number.NaN
    const off = Math.max(0, Math.abs(a - (n1 * n2) / total) - 0.5)
    const rest = total - n2
    k.chiSquareYates[at] =
      others > 0 && rest > 0 ? ((off * off * total) / n1 / n2) * (total / others / rest) * total : Number.NaN
    const shift = Math.log2(expected + 0.5)
    k.ic[at] = Math.log2(a + 0.5) - shift
    k.icLower[at] = (this.#icLower[a] ?? this.#keep(this.#icLower, a, (1 - this.level) / 2)) - shift
    k.icUpper[at] = (this.#icUpper[a] ?? this.#keep(this.#icUpper, a, (1 + this.level) / 2)) - shift
  }

  #keep(kept: (number | undefined)[], n: number, p: number): number {
    const value = lnGammaQuantile(p, n + 0.5) / Math.LN2
    kept[n] = value
    return value
  }
}

/** EBGM and its limits, with one scorer a count. */
class BayesMeasures {
  readonly #scorers = new Map<number, CountScorer>()
  readonly #common: (CountScorer | undefined)[] = []
  readonly #out: readonly Float64Array[]

  constructor(
    table: PairTable,
    private readonly theta: Theta,
    k: Record<ScoreColumn, Float64Array>,
  ) {
    this.#out = [k.ebgm, k.eb025, k.eb05, k.eb95, k.eb975]
    for (const [n, pairs] of rangesByCount(table)) {
      this.#common[n] = new CountScorer(theta, n, LEVELS, pairs)
    }
  }

  score(n: number, expected: number, at: number): void {
    const scorer = this.#common[n] ?? this.#scorers.get(n) ?? this.#rare(n)
    scorer.score(expected, this.#out, at)
  }

  #rare(n: number): CountScorer {
    const scorer = new CountScorer(this.theta, n, LEVELS, { count: 0, low: 0, high: 0 })
    this.#scorers.set(n, scorer)
    return scorer
  }
}

/** Counts above this are rare enough to be solved one by one. */
const COMMON = 512

/** For each small count: how many pairs have it, and between which ln(expected). */
function rangesByCount(table: PairTable) {
  const count = new Uint32Array(COMMON)
  const low = new Float64Array(COMMON).fill(Number.POSITIVE_INFINITY)
  const high = new Float64Array(COMMON)
  eachExpected(table, (i, e) => {
    const n = table.n[i] ?? 0
    if (n >= COMMON) return
    count[n] = (count[n] ?? 0) + 1
    if (e < (low[n] ?? 0)) low[n] = e
    if (e > (high[n] ?? 0)) high[n] = e
  })
  return [...count.keys()]
    .filter(n => (count[n] ?? 0) > 0)
    .map(
      n => [n, { count: count[n] ?? 0, low: Math.log(low[n] ?? 1), high: Math.log(high[n] ?? 1) }] as const,
    )
}
