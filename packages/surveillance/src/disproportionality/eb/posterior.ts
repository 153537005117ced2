import { digamma } from '../../special/digamma.js'
import { lnGamma } from '../../special/gamma.js'
import type { Theta } from '../prior/theta.js'

/** What the prior and the count of a pair say of its ratio: Q Gamma(shape1, rate1) + (1 - Q) Gamma(shape2, rate2). */
export interface Posterior {
  readonly q: number
  readonly shape1: number
  readonly rate1: number
  readonly shape2: number
  readonly rate2: number
}

/** The part of ln(f1 / f2) that depends on the count alone. */
export function countTerm(t: Theta, n: number): number {
  return (
    lnGamma(t.alpha1 + n) -
    lnGamma(t.alpha1) -
    (lnGamma(t.alpha2 + n) - lnGamma(t.alpha2)) +
    Math.log(t.p) -
    Math.log1p(-t.p) +
    n * (Math.log(t.beta2) - Math.log(t.beta1))
  )
}

/** The chance that a pair belongs to the first component. `term` is {@link countTerm} of its count. */
export function weightOfFirst(t: Theta, n: number, expected: number, term: number): number {
  const odds =
    term + (t.alpha2 + n) * Math.log1p(expected / t.beta2) - (t.alpha1 + n) * Math.log1p(expected / t.beta1)
  return 1 / (1 + Math.exp(-odds))
}

/** The posterior of a pair with `n` reports where `expected` (> 0) were due. */
export function posterior(t: Theta, n: number, expected: number): Posterior {
  return {
    q: weightOfFirst(t, n, expected, countTerm(t, n)),
    shape1: t.alpha1 + n,
    rate1: t.beta1 + expected,
    shape2: t.alpha2 + n,
    rate2: t.beta2 + expected,
  }
}

/** The empirical Bayes geometric mean: exp of the expected logarithm of the ratio (DuMouchel 1999). */
export function ebgm(p: Posterior): number {
  return Math.exp(
    p.q * (digamma(p.shape1) - Math.log(p.rate1)) + (1 - p.q) * (digamma(p.shape2) - Math.log(p.rate2)),
  )
}
