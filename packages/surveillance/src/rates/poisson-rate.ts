import { gammaQuantile } from '../special/gamma-quantile.js'
import { checkLevel, type Interval } from './interval.js'

/** A rate of events over exposure with its exact interval. */
export interface Rate {
  readonly events: number
  readonly exposure: number
  /** Events divided by exposure. */
  readonly rate: number
  /** The exact interval of the rate (Garwood 1936). */
  readonly interval: Interval
  readonly level: number
}

/**
 * The exact two-sided interval for the mean of a Poisson count (Garwood 1936).
 *
 * @example
 * poissonInterval(10) // { lower: 4.795, upper: 18.39 }
 */
export function poissonInterval(events: number, level = 0.95): Interval {
  checkLevel(level)
  const tail = (1 - level) / 2
  return {
    lower: events === 0 ? 0 : gammaQuantile(tail, events),
    upper: gammaQuantile(tail, events + 1, 'upper'),
  }
}

/**
 * The rate of `events` (a whole number >= 0) over `exposure` (> 0, in units of the caller) with its exact interval;
 * undefined where the exposure is zero: there is no rate without a denominator.
 */
export function poissonRate(events: number, exposure: number, level = 0.95): Rate | undefined {
  if (!(exposure > 0)) return undefined
  const { lower, upper } = poissonInterval(events, level)
  return {
    events,
    exposure,
    rate: events / exposure,
    interval: { lower: lower / exposure, upper: upper / exposure },
    level,
  }
}

/** The exact one-sided lower limit of a rate; undefined without exposure. */
export function poissonLowerLimit(events: number, exposure: number, level = 0.95): number | undefined {
  checkLevel(level)
  if (!(exposure > 0)) return undefined
  return events === 0 ? 0 : gammaQuantile(1 - level, events) / exposure
}
