import { type Counts, type Frozen, type Points, pooledRate, ratesOf, type Window } from './points.js'

/** The baseline of a p chart: the share of units with an event. undefined without units in the window. */
export function freezeP(counts: Counts, window: Window): Frozen | undefined {
  return pooledRate(counts, window)
}

/**
 * The points of a p chart: the share of units with an event, each unit counted once (binomial).
 * Sigma of each point is sqrt(centre (1 - centre) / n); events never exceed the exposure.
 */
export function pPoints(counts: Counts, frozen: Frozen): Points {
  const variance = frozen.centre * (1 - frozen.centre)
  const sigma = counts.exposure.map(n => (n > 0 ? Math.sqrt(variance / n) : Number.NaN))
  return { value: ratesOf(counts), sigma, centre: frozen.centre, min: 0, max: 1 }
}
