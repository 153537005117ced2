import { devianceTerm, stirlingError } from './gamma.js'
import type { Tails } from './incomplete-gamma.js'

const TINY = 1e-300

/** ln of x^a (1-x)^b / B(a, b), for 0 < x < 1; y = 1 - x is given because it may hold more digits. */
function lnFront(a: number, b: number, x: number, y: number): number {
  const n = a + b
  // As a binomial density of real arguments (Loader 2000): exact where the gammas would cancel.
  return (
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    devianceTerm(a, n * x) -
    devianceTerm(b, n * y) +
    0.5 * Math.log((a * b) / (2 * Math.PI * n))
  )
}

/**
 * The regularised incomplete beta function I_x(a, b) and its complement, for a, b > 0 and x in 0..1; NaN otherwise.
 * By the continued fraction, on the side where it converges fast.
 */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): Tails {
  if (!(a > 0) || !(b > 0) || !(x >= 0 && x <= 1)) return { lower: Number.NaN, upper: Number.NaN }
  if (x === 0) return { lower: 0, upper: 1 }
  if (y === 0) return { lower: 1, upper: 0 }
  const front = Math.exp(lnFront(a, b, x, y))
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (front * fraction(a, b, x)) / a)
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, (front * fraction(b, a, y)) / b)
  return { lower: 1 - upper, upper }
}

function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = guard(1 - ((a + b) * x) / (a + 1))
  d = 1 / d
  let h = d
  for (let m = 1; m < 100_000; m++) {
    const m2 = 2 * m
    const even = (m * (b - m) * x) / ((a + m2 - 1) * (a + m2))
    d = 1 / guard(1 + even * d)
    c = guard(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + m2) * (a + m2 + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    const step = d * c
    h *= step
    if (Math.abs(step - 1) < 2e-16) break
  }
  return h
}

const guard = (v: number) => (Math.abs(v) < TINY ? TINY : v)

/** The density of the beta distribution times x (1 - x). */
export function betaDensityInLogit(a: number, b: number, x: number, y: number): number {
  return Math.exp(lnFront(a, b, x, y))
}
