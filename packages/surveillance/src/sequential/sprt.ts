import type { Counts } from '../charts/points.js'
import type { Signal } from '../charts/signal.js'

export interface SprtOptions {
  /** The rate when nothing has changed, per unit of exposure, > 0. */
  readonly rate: number
  /** The rate that must be found, as a multiple of `rate`; above 1. */
  readonly relativeRisk: number
  /** Chance of a false alarm; 0.05 by default. */
  readonly alpha?: number
  /** Chance of missing the risen rate; 0.2 by default. */
  readonly beta?: number
  /** The first point of the test. */
  readonly judgeFrom?: number
  /** What happens once the old rate is accepted: start again at zero (default), or stop. */
  readonly afterAccept?: 'restart' | 'stop'
}

/** A sequential probability ratio test of a rate. */
export interface Sprt {
  /** The log-likelihood ratio after each point; NaN where a point cannot be tested or after the test has stopped. */
  readonly llr: Float64Array
  readonly lower: number
  readonly upper: number
  /** The points at which the old rate was accepted. */
  readonly accepted: readonly number[]
  readonly signals: readonly Signal[]
  readonly judged: number
}

/** The bounds of Wald's test: ln(beta / (1 - alpha)) and ln((1 - beta) / alpha). */
export function sprtBounds(alpha = 0.05, beta = 0.2): { readonly lower: number; readonly upper: number } {
  return { lower: Math.log(beta / (1 - alpha)), upper: Math.log((1 - beta) / alpha) }
}

/**
 * Wald's sequential test (1945) of a Poisson rate: LLR = events ln(relative risk) - exposure rate (relative risk - 1).
 * A signal stands from the point where the upper bound is crossed; the sum goes on from there.
 */
export function sprt(counts: Counts, options: SprtOptions): Sprt {
  const { rate, relativeRisk, alpha, beta, judgeFrom = 0, afterAccept = 'restart' } = options
  const { lower, upper } = sprtBounds(alpha, beta)
  const n = counts.events.length
  const llr = new Float64Array(n).fill(Number.NaN)
  const accepted: number[] = []
  let [sum, since, judged] = [0, -1, 0]
  const gain = Math.log(relativeRisk)
  const cost = rate * (relativeRisk - 1)
  for (let i = judgeFrom; i < n; i++) {
    const exposure = counts.exposure[i] ?? 0
    if (!(exposure > 0)) continue
    sum += (counts.events[i] ?? 0) * gain - exposure * cost
    llr[i] = sum
    judged += 1
    if (sum >= upper && since < 0) since = i
    if (sum <= lower && since < 0) {
      accepted.push(i)
      if (afterAccept === 'stop') break
      sum = 0
    }
  }
  const signals: Signal[] = since < 0 ? [] : [{ rule: 'sprt', side: 'above', since, until: n - 1 }]
  return { llr, lower, upper, accepted, signals, judged }
}
