import { devianceTerm, stirlingError } from '../../special/gamma.js'
import { tailsFrom } from '../../special/incomplete-gamma.js'

/**
 * Solves quantiles of mixtures of two gamma laws with fixed shapes (one count), many times: what depends on the shapes
 * is computed once. Newton's steps in ln x that never leave the bracket of the two components:
 * two-humped posteriors throw a bare Newton out.
 */
export class MixtureSolver {
  readonly #front1: number
  readonly #front2: number
  readonly #settled: number

  constructor(
    private readonly shape1: number,
    private readonly shape2: number,
  ) {
    const front = (a: number) => -stirlingError(a) - 0.5 * Math.log(2 * Math.PI * a)
    this.#front1 = front(shape1)
    this.#front2 = front(shape2)
    // The miss falls with the square of the step: a step this small leaves less than 1e-11.
    this.#settled = 1e-6 / (1 + Math.sqrt(Math.max(shape1, shape2)))
  }

  /**
   * The logarithm of the quantile at `p` of q Gamma(shape1, rate1) + (1 - q) Gamma(shape2, rate2).
   * `first` and `second` are the ln quantiles of the two components at `p`.
   */
  lnQuantile(q: number, rate1: number, rate2: number, p: number, first: number, second: number): number {
    let low = Math.min(first, second)
    let high = Math.max(first, second)
    let y = q * first + (1 - q) * second
    for (let i = 0; i < 200 && high - low > 1e-13; i++) {
      const x = Math.exp(y)
      const [x1, x2] = [x * rate1, x * rate2]
      const d1 = Math.exp(this.#front1 - devianceTerm(this.shape1, x1))
      const d2 = Math.exp(this.#front2 - devianceTerm(this.shape2, x2))
      const a = tailsFrom(this.shape1, x1, d1)
      const b = tailsFrom(this.shape2, x2, d2)
      const miss = p <= 0.5 ? q * a.lower + (1 - q) * b.lower - p : 1 - p - (q * a.upper + (1 - q) * b.upper)
      if (miss === 0) return y
      if (miss > 0) high = y
      else low = y
      const next = y - miss / (q * this.shape1 * d1 + (1 - q) * this.shape2 * d2)
      if (next > low && next < high) {
        if (Math.abs(next - y) <= this.#settled) return next
        y = next
      } else y = (low + high) / 2
    }
    return y
  }
}
