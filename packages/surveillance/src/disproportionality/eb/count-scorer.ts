import { digamma } from '../../special/digamma.js'
import { lnGammaQuantile } from '../../special/gamma-quantile.js'
import type { Theta } from '../prior/theta.js'
import { Grid } from './grid.js'
import { MixtureSolver } from './mixture-solver.js'
import { countTerm, weightOfFirst } from './posterior.js'

/** A share so close to 0 or 1 that the other component does not move a limit within the tolerance. */
const ALONE = 1e-10

/**
 * The empirical Bayes numbers of all pairs with one count: they depend on the expectation alone.
 * Where many pairs share the count, ln EBGM and the ln limits are interpolated in ln(expected).
 */
export class CountScorer {
  readonly #theta: Theta
  readonly #n: number
  readonly #term: number
  readonly #mean1: number
  readonly #mean2: number
  readonly #first: Float64Array
  readonly #second: Float64Array
  readonly #solver: MixtureSolver
  readonly #direct: Float64Array
  readonly #grid: Grid | undefined

  /**
   * @param pairs how many pairs will be asked for, and the range of their ln(expected)
   */
  constructor(
    theta: Theta,
    n: number,
    private readonly levels: readonly number[],
    pairs: { readonly count: number; readonly low: number; readonly high: number },
  ) {
    this.#theta = theta
    this.#n = n
    this.#term = countTerm(theta, n)
    this.#mean1 = digamma(theta.alpha1 + n)
    this.#mean2 = digamma(theta.alpha2 + n)
    this.#first = Float64Array.from(levels, p => lnGammaQuantile(p, theta.alpha1 + n))
    this.#second = Float64Array.from(levels, p => lnGammaQuantile(p, theta.alpha2 + n))
    this.#solver = new MixtureSolver(theta.alpha1 + n, theta.alpha2 + n)
    const wide = levels.length + 1
    this.#direct = new Float64Array(wide)
    const step = n <= 5 ? 0.04 : 0.2 / n
    const intervals = Math.ceil((pairs.high - pairs.low) / step) + 1
    if (pairs.count > 2 * intervals) {
      this.#grid = new Grid(
        (x, out, at) => this.#solve(Math.exp(x), out, at),
        wide,
        pairs.low,
        step,
        intervals,
      )
    }
  }

  /** Writes EBGM and then the limits at each level for one pair to `out[i][at]`. */
  score(expected: number, out: readonly Float64Array[], at: number): void {
    if (this.#grid?.exponentials(Math.log(expected), out, at) === true) return
    const direct = this.#direct
    this.#solve(expected, direct, 0)
    for (let c = 0; c < direct.length; c++) {
      const column = out[c]
      if (column !== undefined) column[at] = Math.exp(direct[c] ?? Number.NaN)
    }
  }

  /** ln EBGM and the ln limits at one expectation. */
  #solve(expected: number, out: Float64Array, at: number): void {
    const t = this.#theta
    const q = weightOfFirst(t, this.#n, expected, this.#term)
    const [rate1, rate2] = [t.beta1 + expected, t.beta2 + expected]
    const [ln1, ln2] = [Math.log(rate1), Math.log(rate2)]
    out[at] = q * (this.#mean1 - ln1) + (1 - q) * (this.#mean2 - ln2)
    const { levels } = this
    for (let i = 0; i < levels.length; i++) {
      const first = (this.#first[i] ?? 0) - ln1
      const second = (this.#second[i] ?? 0) - ln2
      out[at + 1 + i] =
        q > 1 - ALONE
          ? first
          : q < ALONE
            ? second
            : this.#solver.lnQuantile(q, rate1, rate2, levels[i] ?? 0.5, first, second)
    }
  }
}
