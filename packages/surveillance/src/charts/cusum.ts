import type { Points } from './points.js'
import type { Side } from './shewhart.js'
import { type Signal, signalsOf } from './signal.js'

export interface CusumOptions {
  /** Reference value in standard deviations: half the shift to be found; 0.5 by default. */
  readonly k?: number
  /** Decision interval in standard deviations; 5 by default. */
  readonly h?: number
  readonly side?: Side
  /** The first point of the chart; those before it (the baseline) are left out. */
  readonly judgeFrom?: number
}

/** The two sums of a CUSUM chart, in standard deviations, both >= 0. NaN where a point cannot be tested. */
export interface CusumChart {
  readonly high: Float64Array
  readonly low: Float64Array
  readonly h: number
  /** Beside where it fired (`since`), where the sum last left zero: the likely start of the change. */
  readonly signals: readonly (Signal & { readonly changedFrom: number })[]
  readonly judged: number
}

/**
 * A tabular CUSUM of standardised points (Page 1954): C+ = max(0, C+ + z - k), C- = max(0, C- - z - k),
 * a signal where a sum exceeds h. With k = 0.5 and h = 5 a false alarm comes every 465 points on average (normal data).
 */
export function cusumChart(points: Points, options: CusumOptions = {}): CusumChart {
  const { k = 0.5, h = 5, side = 'both', judgeFrom = 0 } = options
  const n = points.value.length
  const high = new Float64Array(n).fill(Number.NaN)
  const low = new Float64Array(n).fill(Number.NaN)
  const highStart = new Int32Array(n)
  const lowStart = new Int32Array(n)
  let [up, down, judged, upFrom, downFrom] = [0, 0, 0, judgeFrom, judgeFrom]
  for (let i = judgeFrom; i < n; i++) {
    const v = points.value[i] ?? Number.NaN
    const s = points.sigma[i] ?? Number.NaN
    if (Number.isNaN(v) || Number.isNaN(s)) continue
    const z = v === points.centre ? 0 : (v - points.centre) / s
    if (up === 0) upFrom = i
    if (down === 0) downFrom = i
    up = Math.max(0, up + z - k)
    down = Math.max(0, down - z - k)
    high[i] = up
    low[i] = down
    highStart[i] = upFrom
    lowStart[i] = downFrom
    judged += 1
  }
  const beyond = (v: number) => v > h
  const signals = [
    ...(side === 'below' ? [] : signalsOf('cusum', high, 'above', judgeFrom, beyond, beyond)).map(s => ({
      ...s,
      changedFrom: highStart[s.since] ?? s.since,
    })),
    ...(side === 'above' ? [] : signalsOf('cusum', low, 'below', judgeFrom, beyond, beyond)).map(s => ({
      ...s,
      changedFrom: lowStart[s.since] ?? s.since,
    })),
  ]
  return { high, low, h, signals, judged }
}
