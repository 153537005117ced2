import { poissonDensity } from '../../special/gamma.js'
import { lnGammaQuantile } from '../../special/gamma-quantile.js'
import { tailsFrom } from '../../special/incomplete-gamma.js'
import type { Posterior } from './posterior.js'

/** Below this share a component no longer moves a quantile in its sixteenth digit. */
const NOTHING = 1e-17

/**
 * The quantile of a posterior: the ratio below which the pair's true ratio lies with chance `p`.
 * EB05 is p = 0.05, EB95 is p = 0.95.
 */
export function ebQuantile(post: Posterior, p: number): number {
  const first = lnGammaQuantile(p, post.shape1) - Math.log(post.rate1)
  const second = lnGammaQuantile(p, post.shape2) - Math.log(post.rate2)
  return Math.exp(lnQuantileBetween(post, p, first, second))
}

/**
 * The logarithm of a quantile, between those of the two components: Newton's steps in ln x that never leave the bracket.
 * (Two-humped posteriors throw a bare Newton out.)
 */
export function lnQuantileBetween(post: Posterior, p: number, first: number, second: number): number {
  const { q } = post
  if (q > 1 - NOTHING) return first
  if (q < NOTHING) return second
  let low = Math.min(first, second)
  let high = Math.max(first, second)
  const settled = 1e-9 / (1 + Math.sqrt(Math.max(post.shape1, post.shape2)))
  let y = q * first + (1 - q) * second
  for (let i = 0; i < 200 && high - low > 4e-16 * Math.max(1, Math.abs(y)); i++) {
    const x = Math.exp(y)
    const [x1, x2] = [x * post.rate1, x * post.rate2]
    const d1 = poissonDensity(post.shape1, x1)
    const d2 = poissonDensity(post.shape2, x2)
    const a = tailsFrom(post.shape1, x1, d1)
    const b = tailsFrom(post.shape2, x2, d2)
    const miss = p <= 0.5 ? q * a.lower + (1 - q) * b.lower - p : 1 - p - (q * a.upper + (1 - q) * b.upper)
    if (miss === 0) return y
    if (miss > 0) high = y
    else low = y
    const slope = q * post.shape1 * d1 + (1 - q) * post.shape2 * d2
    const next = y - miss / slope
    if (next > low && next < high) {
      // The miss falls with the square of the step: below this there is nothing left to gain.
      if (Math.abs(next - y) <= settled) return next
      y = next
    } else y = (low + high) / 2
  }
  return y
}
