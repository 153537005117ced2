import { digamma, trigamma } from '../../special/digamma.js'
import { normalQuantile } from '../../special/normal.js'
import type { TwoByTwo } from './two-by-two.js'

/** The information component of the earlier Bayesian network, as a normal law. */
export interface NormalIc {
  readonly estimate: number
  readonly variance: number
  readonly lower: number
  readonly upper: number
}

/**
 * The information component of 1998/2003 (Bate; Gould), moments of beta laws, limits by the normal law.
 * Kept for comparison with other programs: it is poor for few reports. Use `informationComponent` otherwise.
 */
export function normalInformationComponent({ a, b, c, d }: TwoByTwo, level = 0.95): NormalIc {
  const [n1, n2, n] = [a + b, a + c, a + b + c + d]
  const [p1, p2, q1, q2] = [1 + n1, 1 + n - n1, 1 + n2, 1 + n - n2]
  const r1 = 1 + a
  const r2 = n - a - 1 + (2 + n) ** 2 / (q1 * p1)
  const mean = (f: (x: number) => number, sign: 1 | -1) =>
    f(r1) - f(r1 + r2) + sign * (f(p1) - f(p1 + p2) + f(q1) - f(q1 + q2))
  const estimate = mean(digamma, -1) / Math.LN2
  const variance = mean(trigamma, 1) / Math.LN2 ** 2
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(variance)
  return { estimate, variance, lower: estimate - reach, upper: estimate + reach }
}
