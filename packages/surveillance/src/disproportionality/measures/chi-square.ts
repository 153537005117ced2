import type { TwoByTwo } from './two-by-two.js'

/**
 * The chi-square of a 2x2 table (Pearson), or with the continuity correction of Yates. One degree of freedom.
 *
 * @returns undefined where a margin is 0
 */
export function chiSquare({ a, b, c, d }: TwoByTwo, correction: 'none' | 'yates'): number | undefined {
  const [n1, n2, m1, m2] = [a + b, c + d, a + c, b + d]
  if (n1 === 0 || n2 === 0 || m1 === 0 || m2 === 0) return undefined
  const n = n1 + n2
  // The four cells are off by the same amount; it is taken from the rarest cell, where it keeps its digits.
  const off = Math.abs(a - (n1 * m1) / n)
  const corrected = correction === 'yates' ? Math.max(0, off - 0.5) : off
  return ((corrected * corrected * n) / n1 / m1) * (n / n2 / m2) * n
}
