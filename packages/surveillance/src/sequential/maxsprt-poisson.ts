import type { Counts } from '../charts/points.js'
import type { Signal } from '../charts/signal.js'

/** The log-likelihood ratio of maxSPRT for `events` where `expected` were due; 0 unless there are more. */
export function maxsprtPoissonLlr(events: number, expected: number): number {
  return events > expected ? events * Math.log(events / expected) - (events - expected) : 0
}

export interface MaxSprtOptions {
  /** Expected events by point: the baseline rate times the exposure is added up. The rate per unit of exposure, > 0. */
  readonly rate: number
  /** From `maxsprtPoissonCriticalValue`, computed once when the plan is frozen. */
  readonly criticalValue: number
  /** Expected events at which the surveillance ends: the same as for the critical value. */
  readonly upperLimit: number
  /** Fewest events for a signal; 1 by default. */
  readonly minEvents?: number
  readonly judgeFrom?: number
}

/** A maximised sequential test: `llr` after each point; NaN where it cannot be tested or after its end. */
export interface MaxSprt {
  readonly llr: Float64Array
  readonly criticalValue: number
  readonly signals: readonly Signal[]
  readonly judged: number
  /** The point at which the upper limit was reached without a signal: the test has ended. */
  readonly endedAt?: number
}

/**
 * The maximised sequential probability ratio test of Kulldorff (2011) for a Poisson rate.
 * A signal stands from the first point where the ratio reaches the critical value with enough events;
 * a look beyond the upper limit is not part of the test.
 */
export function maxsprtPoisson(counts: Counts, options: MaxSprtOptions): MaxSprt {
  const { rate, criticalValue, upperLimit, minEvents = 1, judgeFrom = 0 } = options
  const n = counts.events.length
  const llr = new Float64Array(n).fill(Number.NaN)
  let [events, expected, since, judged] = [0, 0, -1, 0]
  for (let i = judgeFrom; i < n; i++) {
    const exposure = counts.exposure[i] ?? 0
    if (!(exposure > 0)) continue
    events += counts.events[i] ?? 0
    expected += exposure * rate
    if (expected > upperLimit * (1 + 1e-12) && since < 0) {
      return { llr, criticalValue, signals: [], judged, endedAt: i }
    }
    const value = maxsprtPoissonLlr(events, expected)
    llr[i] = value
    judged += 1
    if (value >= criticalValue && events >= minEvents && since < 0) since = i
  }
  const signals: Signal[] = since < 0 ? [] : [{ rule: 'maxsprt', side: 'above', since, until: n - 1 }]
  return { llr, criticalValue, signals, judged }
}
