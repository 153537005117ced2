import { type Frozen, indexesOf, type Points, type Window } from './points.js'

/** The baseline of a c chart: the mean count. undefined for an empty window. */
export function freezeC(events: Float64Array, window: Window): Frozen | undefined {
  const indexes = indexesOf(window, events.length)
  if (indexes.length === 0) return undefined
  const sum = indexes.reduce((s, i) => s + (events[i] ?? 0), 0)
  return { centre: sum / indexes.length, spread: 0, points: indexes.length }
}

/** The points of a c chart: counts over equal exposure (Poisson); sigma is sqrt(centre). */
export function cPoints(events: Float64Array, frozen: Frozen): Points {
  const sigma = new Float64Array(events.length).fill(Math.sqrt(frozen.centre))
  return { value: events, sigma, centre: frozen.centre, min: 0, max: Number.POSITIVE_INFINITY }
}
