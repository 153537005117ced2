import type { Tail } from './gamma-quantile.js'
import { betaDensityInLogit, incompleteBeta } from './incomplete-beta.js'

/**
 * The x with I_x(a, b) = p (or 1 - I_x = p with `tail: 'upper'`): the quantile of the beta distribution, a, b > 0.
 * Solved in the logit, so that limits close to 0 and to 1 keep their digits. NaN for p outside 0..1.
 */
export function betaQuantile(p: number, a: number, b: number, tail: Tail = 'lower'): number {
  if (!(a > 0) || !(b > 0) || !(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0 || p === 1) return (p === 0) === (tail === 'lower') ? 0 : 1
  let t = Math.log(a / b)
  let low = Number.NEGATIVE_INFINITY
  let high = Number.POSITIVE_INFINITY
  for (let i = 0; i < 300; i++) {
    const x = 1 / (1 + Math.exp(-t))
    const y = 1 / (1 + Math.exp(t))
    if (x < 1e-290 || y < 1e-290) break
    const { lower, upper } = incompleteBeta(a, b, x, y)
    const miss = tail === 'lower' ? lower - p : p - upper
    if (miss === 0) break
    if (miss > 0) high = t
    else low = t
    const front = betaDensityInLogit(a, b, x, y)
    const step = miss / front
    // The bend of Halley's step is bounded so that it never turns back.
    let next = t - step / Math.min(2, Math.max(0.5, 1 - 0.5 * step * (a * y - b * x)))
    if (!(Math.abs(next - t) < 4)) next = t - 2 * Math.sign(miss)
    if (!(next > low && next < high)) {
      next = Number.isFinite(low) && Number.isFinite(high) ? (low + high) / 2 : t - 2 * Math.sign(miss)
    }
    if (Math.abs(next - t) <= 2e-16 * Math.max(1, Math.abs(t))) {
      t = next
      break
    }
    t = next
  }
  return 1 / (1 + Math.exp(-t))
}
