import { chiSquare } from './chi-square.js'
import { prr } from './prr.js'
import type { TwoByTwo } from './two-by-two.js'

/** The thresholds of the screening rule of the Medicines Control Agency (Evans 2001). */
export const EVANS = { prr: 2, chiSquare: 4, reports: 3 } as const

/**
 * The rule of Evans: PRR >= 2, chi-square with Yates' correction >= 4, three reports or more.
 *
 * @returns undefined where the PRR cannot be estimated: the rule then says neither yes nor no
 */
export function evans(table: TwoByTwo): boolean | undefined {
  const ratio = prr(table)
  if (ratio === undefined) return undefined
  const chi = chiSquare(table, 'yates') ?? 0
  return ratio.estimate >= EVANS.prr && chi >= EVANS.chiSquare && table.a >= EVANS.reports
}
