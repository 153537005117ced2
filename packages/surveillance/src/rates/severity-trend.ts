import { normalUpper } from '../special/normal.js'

/** Whether the severity moved up against the baseline. */
export interface SeverityTrend {
  /** Standard normal statistic; positive: more severe than the baseline. */
  readonly z: number
  /** Chance of a shift this large or larger, upwards, if nothing has changed. */
  readonly greater: number
  readonly meanScore: { readonly baseline: number; readonly period: number }
}

/**
 * The Cochran-Armitage test for ordered severity categories, mildest first, baseline against period (MDR Article 88:
 * an increase in severity is judged apart from an increase in frequency). Scores are 0, 1, 2, ...
 *
 * @returns undefined where one side has no event or all events fall into one category
 */
export function severityTrend(
  baseline: readonly number[],
  period: readonly number[],
): SeverityTrend | undefined {
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
  const weighted = (counts: readonly number[]) => counts.reduce((a, n, score) => a + n * score, 0)
  const [n0, n1] = [sum(baseline), sum(period)]
  const n = n0 + n1
  const [s0, s1] = [weighted(baseline), weighted(period)]
  const both = Array.from(
    { length: Math.max(baseline.length, period.length) },
    (_, i) => (baseline[i] ?? 0) + (period[i] ?? 0),
  )
  const squares = both.reduce((a, count, score) => a + count * score * score, 0)
  const spread = squares - (s0 + s1) ** 2 / n
  if (n0 === 0 || n1 === 0 || !(spread > 0)) return undefined
  const share = n1 / n
  const z = (s1 - share * (s0 + s1)) / Math.sqrt(share * (1 - share) * spread)
  return { z, greater: normalUpper(z), meanScore: { baseline: s0 / n0, period: s1 / n1 } }
}
