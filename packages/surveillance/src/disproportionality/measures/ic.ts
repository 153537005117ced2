import { lnGammaQuantile } from '../../special/gamma-quantile.js'

/** The information component with its interval, in bits: 1 is twice as many reports as expected. */
export interface InformationComponent {
  readonly estimate: number
  readonly lower: number
  readonly median: number
  readonly upper: number
}

/** Shrinks both counts, so that few reports say little (Noren 2013). */
const SHRINK = 0.5

/**
 * The information component of the Uppsala Monitoring Centre (Noren, Hopstadius, Bate 2013) with exact limits:
 * log2((n + 1/2) / (expected + 1/2)), limits from the gamma law with shape n + 1/2 and rate expected + 1/2.
 * Always defined, for n = 0 too.
 */
export function informationComponent(n: number, expected: number, level = 0.95): InformationComponent {
  const quantile = (p: number) => (lnGammaQuantile(p, n + SHRINK) - Math.log(expected + SHRINK)) / Math.LN2
  return {
    estimate: Math.log2((n + SHRINK) / (expected + SHRINK)),
    lower: quantile((1 - level) / 2),
    median: quantile(0.5),
    upper: quantile((1 + level) / 2),
  }
}

/**
 * The approximate 95 % limits of the same paper, for comparison with other programs.
 *
 * @returns undefined for n = 0, where the approximation does not hold
 */
export function approximateLimits(
  n: number,
  expected: number,
): { readonly lower: number; readonly upper: number } | undefined {
  if (n + SHRINK < 1) return undefined
  const estimate = Math.log2((n + SHRINK) / (expected + SHRINK))
  const x = n + SHRINK
  return {
    lower: estimate - 3.3 * x ** -0.5 - 2 * x ** -1.5,
    upper: estimate + 2.4 * x ** -0.5 - 0.5 * x ** -1.5,
  }
}
