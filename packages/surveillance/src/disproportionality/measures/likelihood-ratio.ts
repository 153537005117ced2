import { expected, type TwoByTwo } from './two-by-two.js'

const xLogX = (x: number, share: number) => (x === 0 ? 0 : x * Math.log(share))

/**
 * The log-likelihood ratio of Huang, Zalkikar and Tiwari (2011): how much likelier the counts are if the event is
 * reported more with this device than with the others; 0 where it is not reported more.
 */
export function huangLogRatio({ a, b, c, d }: TwoByTwo): number {
  const [device, others] = [a + b, c + d]
  if (device === 0 || others === 0 || a / device <= c / others) return 0
  return xLogX(a, a / device) + xLogX(c, c / others) - xLogX(a + c, (a + c) / (device + others))
}

/** The same for a Poisson count against its expectation: a ln(a/E) - (a - E), 0 unless a > E. */
export function poissonLogRatio(table: TwoByTwo): number {
  const e = expected(table)
  return table.a > e ? table.a * Math.log(table.a / e) - (table.a - e) : 0
}
