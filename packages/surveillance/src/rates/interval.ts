/** A closed interval. An end that the data cannot bound is 0 below and Infinity above for rates, 0 and 1 for shares. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

/** Checks a confidence level such as 0.95. Throws RangeError outside 0..1: a bug of the caller, not of the data. */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not ${level}`)
}
