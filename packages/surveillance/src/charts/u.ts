import { type Counts, type Frozen, type Points, pooledRate, ratesOf, type Window } from './points.js'

/** The baseline of a u chart: events per unit of exposure. undefined without exposure in the window. */
export function freezeU(counts: Counts, window: Window): Frozen | undefined {
  return pooledRate(counts, window)
}

/**
 * The points of a u chart: rates of events that may happen more than once per unit (Poisson).
 * Sigma of each point is sqrt(centre / exposure): limits follow the exposure of the period.
 */
export function uPoints(counts: Counts, frozen: Frozen): Points {
  const sigma = counts.exposure.map(n => (n > 0 ? Math.sqrt(frozen.centre / n) : Number.NaN))
  return { value: ratesOf(counts), sigma, centre: frozen.centre, min: 0, max: Number.POSITIVE_INFINITY }
}
