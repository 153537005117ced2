import { lnGamma, poissonDensity } from '../special/gamma.js'
import { binomialLower, binomialUpper, poissonLower, poissonUpper } from '../special/tails.js'

/** The p-values of an exact test. */
export interface ExactTest {
  /** Chance of this many events or more, if nothing has changed. */
  readonly greater: number
  /** Both sides: every outcome that is no more likely than this one. */
  readonly twoSided: number
  /** As `greater`, but this very outcome counts half: less conservative. */
  readonly midGreater: number
}

/** Two outcomes count as equally likely within this factor, as in the usual statistical programs. */
const SAME = 1 + 1e-7

/** Exact test of a count against an expected mean (Poisson). `expected` = known rate times exposure, > 0. */
export function poissonTest(events: number, expected: number): ExactTest {
  const density = (x: number) => poissonDensity(x, expected)
  const here = density(events)
  const greater = poissonUpper(events, expected)
  return {
    greater,
    twoSided: twoSided(events, expected, Number.POSITIVE_INFINITY, density, {
      lower: x => poissonLower(x, expected),
      upper: x => poissonUpper(x, expected),
    }),
    midGreater: greater - here / 2,
  }
}

/** Exact test of a count of successes in `n` against the chance `p` (binomial). */
export function binomialTest(events: number, n: number, p: number): ExactTest {
  const lnFactorials = lnGamma(n + 1)
  const density = (x: number) =>
    Math.exp(lnFactorials - lnGamma(x + 1) - lnGamma(n - x + 1) + x * Math.log(p) + (n - x) * Math.log1p(-p))
  const greater = binomialUpper(events, n, p)
  return {
    greater,
    twoSided: twoSided(events, n * p, n, density, {
      lower: x => binomialLower(x, n, p),
      upper: x => binomialUpper(x, n, p),
    }),
    midGreater: greater - density(events) / 2,
  }
}

function twoSided(
  events: number,
  mean: number,
  max: number,
  density: (x: number) => number,
  tail: { readonly lower: (x: number) => number; readonly upper: (x: number) => number },
): number {
  if (events === mean) return 1
  const limit = density(events) * SAME
  // The density falls on both sides of the mean: search the first outcome on the far side that is rare enough.
  if (events < mean) {
    const far = firstRare(Math.ceil(mean), 1, max, density, limit)
    return Math.min(1, tail.lower(events) + (far > max ? 0 : tail.upper(far)))
  }
  const far = firstRare(Math.floor(mean), -1, max, density, limit)
  return Math.min(1, tail.upper(events) + (far < 0 ? 0 : tail.lower(far)))
}

function firstRare(
  from: number,
  step: 1 | -1,
  max: number,
  density: (x: number) => number,
  limit: number,
): number {
  let [near, far, stride] = [from, from, 1]
  while (far >= 0 && far <= max && density(far) > limit) {
    near = far
    far += step * stride
    stride *= 2
  }
  if (far < 0) far = -1
  if (far > max) far = max + 1
  while (Math.abs(far - near) > 1) {
    const middle = Math.trunc((near + far) / 2)
    if (density(middle) > limit) near = middle
    else far = middle
  }
  return far
}
