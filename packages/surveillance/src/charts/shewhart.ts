import type { Points } from './points.js'
import { anhoej, type RunsTest } from './runs.js'
import type { Signal } from './signal.js'
import { signalsOf } from './signal.js'
import { westernElectric, type ZoneRule } from './zones.js'

/** Whether a rise, a fall or both are signals. */
export type Side = 'above' | 'below' | 'both'

/** The rules a Shewhart chart can be read by. */
export type ShewhartRule = 'limits' | 'runs' | ZoneRule

export interface ShewhartOptions {
  /** Distance of the limits from the centre in standard deviations; 3 by default. */
  readonly sigmas?: number
  /** `['limits']` by default. Every further rule raises the false-alarm rate. */
  readonly rules?: readonly ShewhartRule[]
  /** `'both'` by default. */
  readonly side?: Side
  /** The first point to be judged; points before it (the baseline) are drawn but raise no signal. 0 by default. */
  readonly judgeFrom?: number
  /** The line to draw where it is not the centre that the limits are built on. */
  readonly drawnCentre?: number
}

/** A chart with its limits: arrays as long as the series. NaN where a point cannot be tested. */
export interface Chart {
  readonly value: Float64Array
  readonly centre: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly signals: readonly Signal[]
  /** How many points were judged. */
  readonly judged: number
  /** The runs test of all points, where the rule `runs` was asked for. */
  readonly runs?: RunsTest
}

/**
 * Draws a Shewhart chart from points with their standard deviations: limits, and the signals of each rule.
 * Points without exposure are not tested and do not break a run.
 */
export function shewhart(points: Points, options: ShewhartOptions = {}): Chart {
  const { sigmas = 3, rules = ['limits'], side = 'both', judgeFrom = 0 } = options
  const n = points.value.length
  const centre = new Float64Array(n).fill(options.drawnCentre ?? points.centre)
  const lower = new Float64Array(n)
  const upper = new Float64Array(n)
  const z = new Float64Array(n)
  let judged = 0
  for (let i = 0; i < n; i++) {
    const s = points.sigma[i] ?? Number.NaN
    const v = points.value[i] ?? Number.NaN
    lower[i] = Math.max(points.min, points.centre - sigmas * s)
    upper[i] = Math.min(points.max, points.centre + sigmas * s)
    // A baseline without any event has sigma 0: the first event is then beyond every limit.
    z[i] = v === points.centre ? 0 : (v - points.centre) / s
    if (i >= judgeFrom && !Number.isNaN(v) && !Number.isNaN(s)) judged += 1
  }
  const signals: Signal[] = []
  let runs: RunsTest | undefined
  for (const rule of rules) {
    if (rule === 'limits') {
      signals.push(
        ...signalsOf(
          'limits',
          z,
          side,
          judgeFrom,
          v => v > sigmas,
          v => v < -sigmas,
        ),
      )
    } else if (rule === 'runs') {
      runs = anhoej(points.value, options.drawnCentre ?? points.centre)
      if (runs.signal !== undefined && runs.signal.until >= judgeFrom && fits(runs.signal, side)) {
        signals.push(runs.signal)
      }
    } else signals.push(...westernElectric(rule, z, side, judgeFrom))
  }
  return {
    value: points.value,
    centre,
    lower,
    upper,
    signals,
    judged,
    ...(runs === undefined ? {} : { runs }),
  }
}

function fits(signal: Signal, side: Side): boolean {
  return side === 'both' || signal.side === 'either' || signal.side === side
}
