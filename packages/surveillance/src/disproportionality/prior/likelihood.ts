import { digamma } from '../../special/digamma.js'
import { lnGamma } from '../../special/gamma.js'
import type { PriorPoints } from './points.js'
import type { Theta } from './theta.js'

/**
 * Which likelihood the prior is fitted by.
 * `zero-inclusive`: pairs that were never reported count too (DuMouchel 1999); well behaved at any size.
 * `component`: only reported pairs, each component cut off at zero by itself, as openEBGM does it.
 * `conditional`: only reported pairs, the mixture cut off at zero.
 */
export type LikelihoodMode = 'zero-inclusive' | 'component' | 'conditional'

/** The negative log-likelihood and its slopes by alpha1, beta1, alpha2, beta2 and p. */
export interface Evaluation {
  readonly value: number
  readonly gradient: readonly [number, number, number, number, number]
}

/** ln Gamma(alpha + n) - ln Gamma(alpha) - ln n! and its slope by alpha, kept while n stays the same. */
class CountTerms {
  #n = -1
  value = 0
  slope = 0
  readonly #lnGammaAlpha: number
  readonly #digammaAlpha: number

  constructor(readonly alpha: number) {
    this.#lnGammaAlpha = lnGamma(alpha)
    this.#digammaAlpha = digamma(alpha)
  }

  at(n: number): void {
    if (n === this.#n) return
    this.#n = n
    this.value = n === 0 ? 0 : lnGamma(this.alpha + n) - this.#lnGammaAlpha - lnGamma(n + 1)
    this.slope = n === 0 ? 0 : digamma(this.alpha + n) - this.#digammaAlpha
  }
}

/**
 * The negative log-likelihood of points under a prior: counts are negative binomial in each component,
 * with size alpha and chance beta / (beta + expected). Sums in the order of the points: the same bits every time.
 */
export function negativeLogLikelihood(points: PriorPoints, t: Theta, mode: LikelihoodMode): Evaluation {
  const { n, expected, weight } = points
  const [first, second] = [new CountTerms(t.alpha1), new CountTerms(t.alpha2)]
  const [lnP, lnQ] = [Math.log(t.p), Math.log1p(-t.p)]
  let [sum, gA1, gB1, gA2, gB2, gP] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < n.length; i++) {
    const count = n[i] ?? 0
    const e = expected[i] ?? 0
    const w = weight[i] ?? 0
    first.at(count)
    second.at(count)
    // ln(beta / (beta + e)) and, where it counts, ln(e / (beta + e)).
    const s1 = -Math.log1p(e / t.beta1)
    const s2 = -Math.log1p(e / t.beta2)
    let f1 = first.value + t.alpha1 * s1
    let f2 = second.value + t.alpha2 * s2
    if (count > 0) {
      f1 += count * (s1 + Math.log(e / t.beta1))
      f2 += count * (s2 + Math.log(e / t.beta2))
    }
    let dA1 = first.slope + s1
    let dB1 = t.alpha1 / t.beta1 - (t.alpha1 + count) / (t.beta1 + e)
    let dA2 = second.slope + s2
    let dB2 = t.alpha2 / t.beta2 - (t.alpha2 + count) / (t.beta2 + e)
    if (mode === 'component') {
      const o1 = -Math.expm1(t.alpha1 * s1)
      const o2 = -Math.expm1(t.alpha2 * s2)
      f1 -= Math.log(o1)
      f2 -= Math.log(o2)
      const [r1, r2] = [(1 - o1) / o1, (1 - o2) / o2]
      dA1 += r1 * s1
      dB1 += (r1 * t.alpha1 * e) / (t.beta1 * (t.beta1 + e))
      dA2 += r2 * s2
      dB2 += (r2 * t.alpha2 * e) / (t.beta2 * (t.beta2 + e))
    }
    const [g1, g2] = [lnP + f1, lnQ + f2]
    const top = g1 > g2 ? g1 : g2
    const lnMix = top + Math.log1p(Math.exp((g1 > g2 ? g2 : g1) - top))
    const q1 = Math.exp(g1 - lnMix)
    const q2 = Math.exp(g2 - lnMix)
    sum -= w * lnMix
    gA1 -= w * q1 * dA1
    gB1 -= w * q1 * dB1
    gA2 -= w * q2 * dA2
    gB2 -= w * q2 * dB2
    gP -= w * (Math.exp(f1 - lnMix) - Math.exp(f2 - lnMix))
    if (mode === 'conditional') {
      // Divided by the chance of being reported at all.
      const [z1, z2] = [Math.exp(t.alpha1 * s1), Math.exp(t.alpha2 * s2)]
      const seen = -(t.p * Math.expm1(t.alpha1 * s1) + (1 - t.p) * Math.expm1(t.alpha2 * s2))
      sum += w * Math.log(seen)
      const [u1, u2] = [(w * t.p * z1) / seen, (w * (1 - t.p) * z2) / seen]
      gA1 -= u1 * s1
      gB1 -= (u1 * t.alpha1 * e) / (t.beta1 * (t.beta1 + e))
      gA2 -= u2 * s2
      gB2 -= (u2 * t.alpha2 * e) / (t.beta2 * (t.beta2 + e))
      gP -= (w * (z1 - z2)) / seen
    }
  }
  return { value: sum, gradient: [gA1, gB1, gA2, gB2, gP] }
}
