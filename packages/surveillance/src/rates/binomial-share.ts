import { betaQuantile } from '../special/beta-quantile.js'
import { checkLevel, type Interval } from './interval.js'

/**
 * The exact two-sided interval for a share of `events` in `n` (Clopper and Pearson 1934); undefined for n = 0.
 *
 * @example
 * binomialInterval(0, 20) // { lower: 0, upper: 0.168 }
 */
export function binomialInterval(events: number, n: number, level = 0.95): Interval | undefined {
  checkLevel(level)
  if (!(n > 0)) return undefined
  const tail = (1 - level) / 2
  return {
    lower: events === 0 ? 0 : betaQuantile(tail, events, n - events + 1),
    upper: events === n ? 1 : betaQuantile(tail, events + 1, n - events, 'upper'),
  }
}
