import { lnGamma } from '../../special/gamma.js'
import type { TwoByTwo } from './two-by-two.js'

/**
 * Fisher's exact test of a 2x2 table: `greater` for more reports with both than by chance,
 * `twoSided` over all tables with the same margins that are no more likely.
 */
export function fisher({ a, b, c, d }: TwoByTwo): { readonly greater: number; readonly twoSided: number } {
  const [n1, n2, m1] = [a + b, c + d, a + c]
  const fixed =
    lnGamma(n1 + 1) + lnGamma(n2 + 1) + lnGamma(m1 + 1) + lnGamma(b + d + 1) - lnGamma(n1 + n2 + 1)
  const lnChance = (x: number) =>
    fixed - lnGamma(x + 1) - lnGamma(n1 - x + 1) - lnGamma(m1 - x + 1) - lnGamma(n2 - m1 + x + 1)
  const limit = lnChance(a) + 1e-7
  let [greater, twoSided] = [0, 0]
  for (let x = Math.max(0, m1 - n2); x <= Math.min(n1, m1); x++) {
    const chance = lnChance(x)
    if (x >= a) greater += Math.exp(chance)
    if (chance <= limit) twoSided += Math.exp(chance)
  }
  return { greater: Math.min(1, greater), twoSided: Math.min(1, twoSided) }
}
