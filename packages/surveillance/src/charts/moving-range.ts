/** The mean range of two values over the standard deviation of a normal distribution. */
export const D2 = 1.128
/** The upper limit of a moving range over its mean, for ranges of two values. */
export const MR_LIMIT = 3.267

/**
 * The mean of moving ranges. `screened`: ranges above their own upper limit are left out once (Nelson 1982),
 * so that a single jump in the baseline does not widen the limits that should show the next one.
 *
 * @returns undefined for no range
 */
export function meanRange(ranges: readonly number[], screened: boolean): number | undefined {
  const mean = average(ranges)
  if (mean === undefined || !screened || mean === 0) return mean
  return average(ranges.filter(r => r < MR_LIMIT * mean))
}

function average(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((a, b) => a + b, 0) / values.length
}

/** The ranges between neighbouring values in the order of `indexes`; values that are NaN are passed over. */
export function rangesOf(indexes: readonly number[], value: (i: number) => number): number[] {
  const ranges: number[] = []
  let before = Number.NaN
  for (const i of indexes) {
    const v = value(i)
    if (Number.isNaN(v)) continue
    if (!Number.isNaN(before)) ranges.push(Math.abs(v - before))
    before = v
  }
  return ranges
}
