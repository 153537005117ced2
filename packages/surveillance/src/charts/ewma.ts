import type { Points } from './points.js'
import type { Chart, Side } from './shewhart.js'
import { signalsOf } from './signal.js'

export interface EwmaOptions {
  /** Weight of the newest point, above 0 and up to 1; 0.2 by default. */
  readonly lambda?: number
  /** Distance of the limits in standard deviations of the average; 3 by default. */
  readonly width?: number
  readonly side?: Side
  /** The first point of the chart; those before it (the baseline) are left out: the average starts at the centre there. */
  readonly judgeFrom?: number
}

/**
 * An exponentially weighted moving average (Roberts 1959). It starts at the centre; its variance is followed exactly:
 * with equal sigmas the limits are centre +- width sigma sqrt(lambda/(2-lambda) (1-(1-lambda)^(2i))).
 */
export function ewmaChart(points: Points, options: EwmaOptions = {}): Chart {
  const { lambda = 0.2, width = 3, side = 'both', judgeFrom = 0 } = options
  const n = points.value.length
  const value = new Float64Array(n).fill(Number.NaN)
  const lower = new Float64Array(n).fill(Number.NaN)
  const upper = new Float64Array(n).fill(Number.NaN)
  let average = points.centre
  let variance = 0
  let judged = 0
  for (let i = judgeFrom; i < n; i++) {
    const v = points.value[i] ?? Number.NaN
    const s = points.sigma[i] ?? Number.NaN
    if (Number.isNaN(v) || Number.isNaN(s)) continue
    average += lambda * (v - average)
    variance = (1 - lambda) ** 2 * variance + lambda ** 2 * s ** 2
    const reach = width * Math.sqrt(variance)
    value[i] = average
    lower[i] = Math.max(points.min, points.centre - reach)
    upper[i] = Math.min(points.max, points.centre + reach)
    judged += 1
  }
  const signals = signalsOf(
    'ewma',
    value,
    side,
    judgeFrom,
    (v, i) => v > (upper[i] ?? Number.NaN),
    (v, i) => v < (lower[i] ?? Number.NaN),
  )
  return { value, centre: new Float64Array(n).fill(points.centre), lower, upper, signals, judged }
}
