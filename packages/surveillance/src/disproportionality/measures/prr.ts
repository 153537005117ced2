import { normalQuantile } from '../../special/normal.js'
import { type Ratio, ratioWith, type TwoByTwo } from './two-by-two.js'

/**
 * The proportional reporting ratio (Evans 2001): (a / (a + b)) / (c / (c + d)), with its interval on the log scale.
 *
 * @returns undefined where it cannot be estimated: a = 0, c = 0, or no report of another device. Never Infinity.
 */
export function prr({ a, b, c, d }: TwoByTwo, level = 0.95): Ratio | undefined {
  if (a === 0 || c === 0) return undefined
  const [device, others] = [a + b, c + d]
  return ratioWith(
    a / device / (c / others),
    1 / a - 1 / device + 1 / c - 1 / others,
    normalQuantile((1 + level) / 2),
  )
}
