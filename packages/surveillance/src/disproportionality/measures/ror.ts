import { normalQuantile } from '../../special/normal.js'
import { type Ratio, ratioWith, type TwoByTwo } from './two-by-two.js'

/**
 * The reporting odds ratio: (a / b) (d / c), with its interval on the log scale.
 *
 * @returns undefined where it cannot be estimated: one of the four counts is 0. Never Infinity.
 */
export function ror({ a, b, c, d }: TwoByTwo, level = 0.95): Ratio | undefined {
  if (a === 0 || b === 0 || c === 0 || d === 0) return undefined
  return ratioWith((a / b) * (d / c), 1 / a + 1 / b + 1 / c + 1 / d, normalQuantile((1 + level) / 2))
}
