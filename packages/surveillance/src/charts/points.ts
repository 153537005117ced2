/** Counts of events over exposure, one entry a period. Equal length; exposure 0 means the period cannot be tested. */
export interface Counts {
  readonly events: Float64Array
  readonly exposure: Float64Array
}

/** Which points a baseline is taken from: `from` to before `to`, without those in `exclude` (indexes). */
export interface Window {
  readonly from: number
  readonly to: number
  readonly exclude?: ReadonlySet<number>
}

/**
 * What a baseline period says, kept: later points never change it.
 * `spread` is what the method needs beside the centre: the mean moving range, sigma-z, or 0 where it follows from the centre.
 */
export interface Frozen {
  readonly centre: number
  readonly spread: number
  /** How many points it was taken from; 0 where it was stated, not estimated. */
  readonly points: number
}

/** Values to judge, each with the standard deviation expected of it when nothing has changed. NaN: not to be tested. */
export interface Points {
  readonly value: Float64Array
  readonly sigma: Float64Array
  readonly centre: number
  /** The range the values can take; limits are cut to it. */
  readonly min: number
  readonly max: number
}

/** The indexes of a window, in order, without the excluded ones. */
export function indexesOf(window: Window, length: number): readonly number[] {
  const indexes: number[] = []
  for (let i = Math.max(0, window.from); i < Math.min(window.to, length); i++) {
    if (window.exclude?.has(i) !== true) indexes.push(i)
  }
  return indexes
}

/** All points of a series. */
export function wholeOf(length: number): Window {
  return { from: 0, to: length }
}

/** Events divided by exposure; NaN without exposure. */
export function ratesOf({ events, exposure }: Counts): Float64Array {
  const rates = new Float64Array(events.length)
  for (let i = 0; i < rates.length; i++) {
    const n = exposure[i] ?? 0
    rates[i] = n > 0 ? (events[i] ?? 0) / n : Number.NaN
  }
  return rates
}

/** Total events over total exposure in a window; undefined without exposure there. */
export function pooledRate(counts: Counts, window: Window): Frozen | undefined {
  let [events, exposure, points] = [0, 0, 0]
  for (const i of indexesOf(window, counts.events.length)) {
    const n = counts.exposure[i] ?? 0
    if (!(n > 0)) continue
    events += counts.events[i] ?? 0
    exposure += n
    points += 1
  }
  return exposure > 0 ? { centre: events / exposure, spread: 0, points } : undefined
}
