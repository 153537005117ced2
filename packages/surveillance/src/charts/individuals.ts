import { D2, MR_LIMIT, meanRange, rangesOf } from './moving-range.js'
import { type Frozen, indexesOf, type Points, type Window } from './points.js'

/** The ranges of neighbouring values; the first is NaN. */
export function movingRanges(values: Float64Array): Float64Array {
  return values.map((v, i) => (i === 0 ? Number.NaN : Math.abs(v - (values[i - 1] ?? Number.NaN))))
}

/**
 * The baseline of an individuals chart: the mean and the mean moving range.
 *
 * @param screened leave out ranges above their own limit once; true by default. The MR chart wants false.
 * @returns undefined where the window holds fewer than two values
 */
export function freezeIndividuals(values: Float64Array, window: Window, screened = true): Frozen | undefined {
  const indexes = indexesOf(window, values.length).filter(i => !Number.isNaN(values[i]))
  const range = meanRange(
    rangesOf(indexes, i => values[i] ?? Number.NaN),
    screened,
  )
  if (range === undefined) return undefined
  const sum = indexes.reduce((s, i) => s + (values[i] ?? 0), 0)
  return { centre: sum / indexes.length, spread: range, points: indexes.length }
}

/** The points of an individuals (I) chart: any values, sigma from the mean moving range over 1.128. */
export function individualsPoints(values: Float64Array, frozen: Frozen): Points {
  const sigma = new Float64Array(values.length).fill(frozen.spread / D2)
  return {
    value: values,
    sigma,
    centre: frozen.centre,
    min: Number.NEGATIVE_INFINITY,
    max: Number.POSITIVE_INFINITY,
  }
}

/**
 * The points of the moving-range (MR) chart beside it; upper limit 3.267 times the mean range, lower limit 0.
 * The baseline is taken with `screened` false.
 */
export function movingRangePoints(values: Float64Array, frozen: Frozen): Points {
  const sigma = new Float64Array(values.length).fill((frozen.spread * (MR_LIMIT - 1)) / 3)
  return {
    value: movingRanges(values),
    sigma,
    centre: frozen.spread,
    min: 0,
    max: Number.POSITIVE_INFINITY,
  }
}
