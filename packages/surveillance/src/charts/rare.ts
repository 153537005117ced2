import { freezeIndividuals, individualsPoints } from './individuals.js'
import { type Frozen, indexesOf, type Points, type Window } from './points.js'
import { type Chart, type ShewhartOptions, shewhart } from './shewhart.js'

/** Nelson's power: it makes waiting times of a Poisson process nearly normal. */
const POWER = 3.6

/** The baseline of a g chart: the mean gap, and the median as the line that is drawn. undefined for an empty window. */
export function freezeG(gaps: Float64Array, window: Window): Frozen | undefined {
  const kept = indexesOf(window, gaps.length).map(i => gaps[i] ?? 0)
  if (kept.length === 0) return undefined
  const sorted = Float64Array.from(kept).sort()
  const middle = sorted.length >> 1
  const median =
    sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  return { centre: kept.reduce((a, b) => a + b, 0) / kept.length, spread: median, points: kept.length }
}

/**
 * A g chart of units (or uses) between events, for rare events. Short gaps are bad news: they lie below.
 * Limits are mean +- 3 sqrt(mean (mean + 1)), cut at 0; the line drawn is the median.
 * The lower limit is usually 0: the chart then sees improvement only. Use runs, a t chart or maxSPRT for a rise.
 */
export function gChart(gaps: Float64Array, frozen: Frozen, options: ShewhartOptions = {}): Chart {
  const sigma = Math.sqrt(frozen.centre * (frozen.centre + 1))
  const points: Points = {
    value: gaps,
    sigma: new Float64Array(gaps.length).fill(sigma),
    centre: frozen.centre,
    min: 0,
    max: Number.POSITIVE_INFINITY,
  }
  return shewhart(points, { ...options, drawnCentre: frozen.spread })
}

/** The baseline of a t chart, on the transformed scale. Gaps are > 0; undefined for fewer than two. */
export function freezeT(gaps: Float64Array, window: Window): Frozen | undefined {
  return freezeIndividuals(
    gaps.map(g => g ** (1 / POWER)),
    window,
  )
}

/**
 * A t chart of time between events, for rare events; gaps > 0 in one unit. Short gaps are bad news: they lie below.
 * The gaps are raised to 1/3.6, charted as individuals, and the limits transformed back (Nelson 1994).
 */
export function tChart(gaps: Float64Array, frozen: Frozen, options: ShewhartOptions = {}): Chart {
  const points = individualsPoints(
    gaps.map(g => g ** (1 / POWER)),
    frozen,
  )
  const chart = shewhart(points, options)
  const back = (a: Float64Array) => a.map(v => Math.max(0, v) ** POWER)
  return {
    ...chart,
    value: gaps,
    centre: back(chart.centre),
    lower: back(chart.lower),
    upper: back(chart.upper),
  }
}
