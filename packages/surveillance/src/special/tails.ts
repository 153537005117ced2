import { incompleteBeta } from './incomplete-beta.js'
import { incompleteGamma } from './incomplete-gamma.js'

/** The chance of `x` or more events where `mean` are expected (Poisson). `x` is a whole number >= 0. */
export function poissonUpper(x: number, mean: number): number {
  if (x <= 0) return 1
  return mean === 0 ? 0 : incompleteGamma(x, mean).lower
}

/** The chance of `x` or fewer events where `mean` are expected (Poisson). */
export function poissonLower(x: number, mean: number): number {
  if (x < 0) return 0
  return mean === 0 ? 1 : incompleteGamma(x + 1, mean).upper
}

/** The chance of `x` or more successes in `n` trials with chance `p` each (binomial). */
export function binomialUpper(x: number, n: number, p: number): number {
  if (x <= 0) return 1
  return x > n ? 0 : incompleteBeta(x, n - x + 1, p).lower
}

/** The chance of `x` or fewer successes in `n` trials with chance `p` each (binomial). */
export function binomialLower(x: number, n: number, p: number): number {
  if (x < 0) return 0
  return x >= n ? 1 : incompleteBeta(x + 1, n - x, p).upper
}
