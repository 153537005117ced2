import { lnGamma, poissonDensity } from './gamma.js'
import { type Tails, tailsFrom } from './incomplete-gamma.js'
import { normalQuantile } from './normal.js'

/** Which tail a probability counts. The upper one keeps its digits where the lower is close to 1. */
export type Tail = 'lower' | 'upper'

/**
 * The x with P(a, x) = p (or Q(a, x) = p with `tail: 'upper'`): the quantile of the gamma distribution
 * with shape `a` > 0 and rate 1. 0 where x is too small for a number; NaN for p outside 0..1.
 *
 * @example
 * gammaQuantile(0.975, 11) // 18.39..., twice of which is the chi-square quantile for 22 degrees
 */
export function gammaQuantile(p: number, a: number, tail: Tail = 'lower'): number {
  const x = Math.exp(lnGammaQuantile(p, a, tail))
  // A logarithm above 1 has fewer digits after the point than x needs: one more step in x itself.
  if (!(a > 2 && x > 0 && Number.isFinite(x))) return x
  const density = poissonDensity(a, x)
  return x - (missOf(tailsFrom(a, x, density), p, tail) * x) / (density * a)
}

/** How far the chance below is above the chance asked for, from the tail that keeps its digits. */
function missOf({ lower, upper }: Tails, p: number, tail: Tail): number {
  if (tail === 'lower') return p <= 0.5 || lower < 0.5 ? lower - p : 1 - p - upper
  return p <= 0.5 || upper < 0.5 ? p - upper : lower - (1 - p)
}

/** The logarithm of {@link gammaQuantile}: it does not underflow for small shapes. */
export function lnGammaQuantile(p: number, a: number, tail: Tail = 'lower'): number {
  if (!(a > 0) || !(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0 || p === 1)
    return (p === 0) === (tail === 'lower') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  let y = start(p, a, tail)
  let low = Number.NEGATIVE_INFINITY
  let high = Number.POSITIVE_INFINITY
  const settled = 1e-6 / (1 + Math.sqrt(a))
  for (let i = 0; i < 200; i++) {
    const x = Math.exp(y)
    if (x < 1e-290) return y
    const density = poissonDensity(a, x)
    const miss = missOf(tailsFrom(a, x, density), p, tail)
    if (miss === 0) return y
    if (miss > 0) high = Math.min(high, y)
    else low = Math.max(low, y)
    // Halley's step for the chance as a function of ln x; the bend is bounded so that it never turns back.
    const newton = miss / (density * a)
    let next = y - newton / Math.min(2, Math.max(0.5, 1 - newton * 0.5 * (a - x)))
    if (!(Math.abs(next - y) < 2)) next = y - Math.sign(miss)
    if (next > low && next < high) {
      // The miss falls with the third power of the step: below this there is nothing left to gain.
      if (Math.abs(next - y) <= settled) return next
    } else {
      if (Math.abs(next - y) <= 1e-15 * Math.max(1, Math.abs(y))) return y
      next = (low + high) / 2
    }
    y = next
  }
  return y
}

/** Wilson and Hilferty's cube, or the leading term where it fails. */
function start(p: number, a: number, tail: Tail): number {
  const small = (Math.log(tail === 'lower' ? p : 1 - p) + lnGamma(a + 1)) / a
  if (a < 0.3 && small < -1) return small
  const z = tail === 'lower' ? normalQuantile(p) : -normalQuantile(p)
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))
  return root > 0.05 ? Math.log(a) + 3 * Math.log(root) : Math.min(small, Math.log(a + 1))
}
