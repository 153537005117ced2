import type { Signal } from '../charts/signal.js'
import type { MaxSprt } from './maxsprt-poisson.js'

/** The log-likelihood ratio of the binomial maxSPRT: `cases` among `total` where the share `p` is due; 0 unless more. */
export function maxsprtBinomialLlr(cases: number, total: number, p: number): number {
  if (total === 0 || cases <= total * p) return 0
  const rest = total - cases
  return cases * Math.log(cases / total / p) + (rest === 0 ? 0 : rest * Math.log(rest / total / (1 - p)))
}

export interface BinomialCriticalValueOptions {
  /** Chance that an event belongs to the device under watch, if nothing has changed; 1 / (1 + controls per case). */
  readonly p: number
  /** Total events (cases and controls) at which the surveillance ends. */
  readonly upperLimit: number
  readonly minEvents?: number
  readonly alpha?: number
}

/**
 * The critical value of the binomial maxSPRT, looked at after every event: the smallest reachable ratio that is reached
 * with a chance of at most `alpha` by `upperLimit` events. Exact, by recursion over the events.
 *
 * @returns undefined where every reachable ratio is reached too often
 */
export function maxsprtBinomialCriticalValue(options: BinomialCriticalValueOptions): number | undefined {
  const { p, upperLimit, minEvents = 1, alpha = 0.05 } = options
  const values = new Set<number>()
  for (let n = 1; n <= upperLimit; n++) {
    for (let c = minEvents; c <= n; c++) values.add(maxsprtBinomialLlr(c, n, p))
  }
  values.delete(0)
  const reachable = Float64Array.from(values).sort()
  let [low, high] = [0, reachable.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (chanceOfSignal(reachable[middle] ?? 0, p, upperLimit, minEvents) <= alpha) high = middle
    else low = middle + 1
  }
  return reachable[low]
}

function chanceOfSignal(value: number, p: number, upperLimit: number, minEvents: number): number {
  let alive = new Float64Array(upperLimit + 1)
  alive[0] = 1
  let signalled = 0
  for (let n = 1; n <= upperLimit; n++) {
    const next = new Float64Array(upperLimit + 1)
    for (let c = 0; c <= n; c++) {
      const chance = (alive[c] ?? 0) * (1 - p) + (c === 0 ? 0 : (alive[c - 1] ?? 0) * p)
      if (chance === 0) continue
      // Equal ratios reached by different ways differ in the last digit.
      if (c >= minEvents && maxsprtBinomialLlr(c, n, p) >= value * (1 - 1e-12)) signalled += chance
      else next[c] = chance
    }
    alive = next
  }
  return signalled
}

export interface BinomialMaxSprtOptions {
  readonly p: number
  readonly criticalValue: number
  readonly upperLimit: number
  readonly minEvents?: number
  readonly judgeFrom?: number
}

/** The binomial maxSPRT of cases against controls, one entry a look. Counts are whole numbers >= 0. */
export function maxsprtBinomial(
  cases: Float64Array,
  controls: Float64Array,
  options: BinomialMaxSprtOptions,
): MaxSprt {
  const { p, criticalValue, upperLimit, minEvents = 1, judgeFrom = 0 } = options
  const n = cases.length
  const llr = new Float64Array(n).fill(Number.NaN)
  let [c, total, since, judged] = [0, 0, -1, 0]
  for (let i = judgeFrom; i < n; i++) {
    c += cases[i] ?? 0
    total += (cases[i] ?? 0) + (controls[i] ?? 0)
    if (total > upperLimit && since < 0) return { llr, criticalValue, signals: [], judged, endedAt: i }
    const value = maxsprtBinomialLlr(c, total, p)
    llr[i] = value
    judged += 1
    if (value >= criticalValue * (1 - 1e-12) && c >= minEvents && since < 0) since = i
  }
  const signals: Signal[] =
    since < 0 ? [] : [{ rule: 'maxsprt-binomial', side: 'above', since, until: n - 1 }]
  return { llr, criticalValue, signals, judged }
}
