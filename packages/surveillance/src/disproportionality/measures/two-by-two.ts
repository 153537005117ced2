/**
 * Four counts of distinct reports: a with device and event, b with the device and another event,
 * c with another device and the event, d the rest.
 */
export interface TwoByTwo {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

/** The four counts from the pair, its two margins and the total. */
export function fromMargins(a: number, device: number, event: number, total: number): TwoByTwo {
  return { a, b: device - a, c: event - a, d: total - device - event + a }
}

/** The reports expected with both if they had nothing to do with each other. */
export function expected({ a, b, c, d }: TwoByTwo): number {
  return ((a + b) * (a + c)) / (a + b + c + d)
}

/** A ratio with its interval. */
export interface Ratio {
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  /** Variance of the logarithm. */
  readonly varianceOfLog: number
}

/** A ratio from its logarithm's variance; z = 1.96 for 95 %. */
export function ratioWith(estimate: number, varianceOfLog: number, z: number): Ratio {
  const factor = Math.exp(z * Math.sqrt(varianceOfLog))
  return { estimate, lower: estimate / factor, upper: estimate * factor, varianceOfLog }
}
