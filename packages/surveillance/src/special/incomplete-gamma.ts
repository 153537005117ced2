import { poissonDensity } from './gamma.js'

const EPS = 1e-17
const TINY = 1e-300

/** The two tails of the gamma distribution with rate 1; they add up to 1, and the smaller one keeps its digits. */
export interface Tails {
  readonly lower: number
  readonly upper: number
}

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x), for a > 0 and x >= 0; NaN for other arguments.
 * By the series below the mean and the continued fraction above it, on a density that does not cancel (Loader 2000).
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (!(a > 0) || !(x >= 0)) return { lower: Number.NaN, upper: Number.NaN }
  if (x === 0) return { lower: 0, upper: 1 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  return tailsFrom(a, x, poissonDensity(a, x))
}

/** As {@link incompleteGamma} for 0 < x < Infinity, where the density x^a e^-x / Gamma(a + 1) is known already. */
export function tailsFrom(a: number, x: number, density: number): Tails {
  if (x < a + 1) {
    const lower = Math.min(1, density * seriesSum(a, x))
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, density * a * fraction(a, x))
  return { lower: 1 - upper, upper }
}

/** The sum of x^k / ((a+1)...(a+k)), from k = 0. */
function seriesSum(a: number, x: number): number {
  let [sum, term, n] = [1, 1, a]
  do {
    n += 1
    term *= x / n
    sum += term
  } while (term > sum * EPS)
  return sum
}

/** Q(a, x) / (x^a e^-x / Gamma(a)) by the modified Lentz method. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let h = d
  for (let i = 1; i < 100_000; i++) {
    const an = -i * (i - a)
    b += 2
    d = an * d + b
    if (Math.abs(d) < TINY) d = TINY
    c = b + an / c
    if (Math.abs(c) < TINY) c = TINY
    d = 1 / d
    const step = d * c
    h *= step
    if (Math.abs(step - 1) < 2e-16) break
  }
  return h
}

/** P(a, x): the share of the gamma distribution with shape `a` and rate 1 that lies below `x`. */
export function gammaLower(a: number, x: number): number {
  return incompleteGamma(a, x).lower
}

/** Q(a, x): the share above `x`. */
export function gammaUpper(a: number, x: number): number {
  return incompleteGamma(a, x).upper
}

/** The chance of a value above `x` in the chi-square distribution with `df` degrees of freedom. */
export function chiSquareUpper(x: number, df: number): number {
  return gammaUpper(df / 2, x / 2)
}
