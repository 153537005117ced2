import { binomialInterval } from './binomial-share.js'
import { binomialTest, type ExactTest } from './exact-test.js'
import type { Interval } from './interval.js'

/** Two rates compared. */
export interface RateRatio extends ExactTest {
  /** Rate of the period over the rate of the baseline; Infinity where the baseline had no event; NaN without any event. */
  readonly ratio: number
  /** Exact interval of the ratio, conditional on the total (Clopper-Pearson). */
  readonly interval: Interval
  readonly level: number
}

/** Events over exposure. */
export interface Counted {
  readonly events: number
  readonly exposure: number
}

/**
 * Compares the rate of a period with that of the baseline, exactly, given the total number of events
 * (the period's share of the events is binomial); undefined where an exposure is zero.
 */
export function rateRatio(period: Counted, baseline: Counted, level = 0.95): RateRatio | undefined {
  if (!(period.exposure > 0) || !(baseline.exposure > 0)) return undefined
  const total = period.events + baseline.events
  const share = period.exposure / (period.exposure + baseline.exposure)
  const scale = baseline.exposure / period.exposure
  const odds = (p: number) => (p >= 1 ? Number.POSITIVE_INFINITY : (p / (1 - p)) * scale)
  const interval = binomialInterval(period.events, total, level)
  return {
    ratio: (period.events / baseline.events) * scale,
    interval:
      interval === undefined
        ? { lower: 0, upper: Number.POSITIVE_INFINITY }
        : { lower: odds(interval.lower), upper: odds(interval.upper) },
    level,
    ...(total === 0 ? { greater: 1, twoSided: 1, midGreater: 1 } : binomialTest(period.events, total, share)),
  }
}
