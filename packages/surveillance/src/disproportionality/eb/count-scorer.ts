import { digamma } from '../../special/digamma.js'
import { lnGammaQuantile } from '../../special/gamma-quantile.js'
import type { Theta } from '../prior/theta.js'
import { countTerm, weightOfFirst } from './posterior.js'
import { lnQuantileBetween } from './quantile.js'

/** Interpolated limits may be off by this much, relative to the limit. */
export const TOLERANCE = 1e-7

/** A share so close to 0 or 1 that the other component does not move a limit within the tolerance. */
const ALONE = 1e-12

/**
 * The empirical Bayes numbers of all pairs with one count: they depend on the expectation alone.
 * Where many pairs share the count, ln EBGM and the ln limits are tabled on an even grid in ln(expected) and
 * interpolated; each interval is checked at its middle when it is first used, and solved directly where that is not
 * good enough (limits jump where the weight of a component passes the level).
 */
export class CountScorer {
  readonly #theta: Theta
  readonly #n: number
  readonly #levels: readonly number[]
  readonly #term: number
  readonly #mean1: number
  readonly #mean2: number
  readonly #first: Float64Array
  readonly #second: Float64Array
  readonly #wide: number
  readonly #low: number = 0
  readonly #step: number
  readonly #nodes: Float64Array
  /** Per interval: 0 not looked at, 1 good, 2 to be solved directly. */
  readonly #state: Uint8Array
  readonly #last: number
  readonly #direct: Float64Array
  /** How often the posterior had to be solved; for the record of the work. */
  solved = 0

  /**
   * @param pairs how many pairs will be asked for, and the range of their ln(expected)
   */
  constructor(
    theta: Theta,
    n: number,
    levels: readonly number[],
    pairs: { readonly count: number; readonly low: number; readonly high: number },
  ) {
    this.#theta = theta
    this.#n = n
    this.#levels = levels
    this.#term = countTerm(theta, n)
    this.#mean1 = digamma(theta.alpha1 + n)
    this.#mean2 = digamma(theta.alpha2 + n)
    this.#first = Float64Array.from(levels, p => lnGammaQuantile(p, theta.alpha1 + n))
    this.#second = Float64Array.from(levels, p => lnGammaQuantile(p, theta.alpha2 + n))
    this.#wide = levels.length + 1
    this.#direct = new Float64Array(this.#wide)
    this.#step = n <= 5 ? 0.02 : 0.1 / n
    this.#low = pairs.low - 2 * this.#step
    const intervals = Math.ceil((pairs.high - pairs.low) / this.#step) + 4
    const tabled = pairs.count > 2 * intervals
    this.#last = tabled ? intervals : 0
    this.#nodes = new Float64Array(tabled ? (intervals + 3) * this.#wide : 0).fill(Number.NaN)
    this.#state = new Uint8Array(tabled ? intervals + 1 : 0)
  }

  /** Writes EBGM and then the limits at each level for one pair to `out`, one entry each, from `at` on every `stride`. */
  score(expected: number, out: readonly Float64Array[], at: number): void {
    const wide = this.#wide
    const x = (Math.log(expected) - this.#low) / this.#step
    const k = Math.floor(x)
    if (k >= 1 && k < this.#last) {
      let state = this.#state[k] ?? 2
      if (state === 0) state = this.#look(k)
      if (state === 1) {
        const f = x - k
        // Four-point Lagrange on the nodes k-1 .. k+2.
        const w0 = (-f * (f - 1) * (f - 2)) / 6
        const w1 = ((f + 1) * (f - 1) * (f - 2)) / 2
        const w2 = (-(f + 1) * f * (f - 2)) / 2
        const w3 = ((f + 1) * f * (f - 1)) / 6
        const nodes = this.#nodes
        let j = (k - 1) * wide
        for (let c = 0; c < wide; c++, j++) {
          const column = out[c]
          if (column === undefined) continue
          column[at] = Math.exp(
            w0 * (nodes[j] ?? 0) +
              w1 * (nodes[j + wide] ?? 0) +
              w2 * (nodes[j + 2 * wide] ?? 0) +
              w3 * (nodes[j + 3 * wide] ?? 0),
          )
        }
        return
      }
    }
    this.#solve(expected, this.#direct, 0)
    for (let c = 0; c < wide; c++) {
      const column = out[c]
      if (column !== undefined) column[at] = Math.exp(this.#direct[c] ?? Number.NaN)
    }
  }

  /** Fills the nodes around an interval and checks the interpolation at its middle. */
  #look(k: number): number {
    const wide = this.#wide
    for (let node = k - 1; node <= k + 2; node++) {
      if (Number.isNaN(this.#nodes[node * wide])) {
        this.#solve(Math.exp(this.#low + node * this.#step), this.#nodes, node * wide)
      }
    }
    this.#solve(Math.exp(this.#low + (k + 0.5) * this.#step), this.#direct, 0)
    let state = 1
    for (let c = 0; c < wide; c++) {
      const node = (i: number) => this.#nodes[(k + i) * wide + c] ?? Number.NaN
      const middle = (9 * (node(0) + node(1)) - node(-1) - node(2)) / 16
      if (!(Math.abs(middle - (this.#direct[c] ?? 0)) < TOLERANCE)) state = 2
    }
    this.#state[k] = state
    return state
  }

  /** ln EBGM and the ln limits at one expectation, without a table. */
  #solve(expected: number, out: Float64Array, at: number): void {
    const t = this.#theta
    const n = this.#n
    const q = weightOfFirst(t, n, expected, this.#term)
    const ln1 = Math.log(t.beta1 + expected)
    const ln2 = Math.log(t.beta2 + expected)
    out[at] = q * (this.#mean1 - ln1) + (1 - q) * (this.#mean2 - ln2)
    const levels = this.#levels
    if (q > 1 - ALONE) {
      for (let i = 0; i < levels.length; i++) out[at + 1 + i] = (this.#first[i] ?? 0) - ln1
      return
    }
    if (q < ALONE) {
      for (let i = 0; i < levels.length; i++) out[at + 1 + i] = (this.#second[i] ?? 0) - ln2
      return
    }
    this.solved += 1
    const post = {
      q,
      shape1: t.alpha1 + n,
      rate1: t.beta1 + expected,
      shape2: t.alpha2 + n,
      rate2: t.beta2 + expected,
    }
    for (let i = 0; i < levels.length; i++) {
      out[at + 1 + i] = lnQuantileBetween(
        post,
        levels[i] ?? 0.5,
        (this.#first[i] ?? 0) - ln1,
        (this.#second[i] ?? 0) - ln2,
      )
    }
  }
}
