import { D2, meanRange, rangesOf } from './moving-range.js'
import { type Frozen, indexesOf, type Points, type Window } from './points.js'

/**
 * The baseline of a Laney chart (u' or p'): as that of the plain chart, and sigma-z: how much more the points
 * vary than the plain chart allows, from the mean moving range of their z values over 1.128 (Laney 2002).
 *
 * @param plain the points of the plain chart with its baseline
 * @param screened leave out ranges above their own limit once; true by default
 * @returns undefined where the window holds fewer than two testable points
 */
export function freezeLaney(
  plain: Points,
  frozen: Frozen,
  window: Window,
  screened = true,
): Frozen | undefined {
  const z = (i: number) => ((plain.value[i] ?? Number.NaN) - plain.centre) / (plain.sigma[i] ?? Number.NaN)
  const range = meanRange(rangesOf(indexesOf(window, plain.value.length), z), screened)
  return range === undefined
    ? undefined
    : { centre: frozen.centre, spread: range / D2, points: frozen.points }
}

/** The points of a Laney chart: those of the plain chart with sigma multiplied by sigma-z. */
export function laneyPoints(plain: Points, frozen: Frozen): Points {
  return { ...plain, sigma: plain.sigma.map(s => s * frozen.spread) }
}
