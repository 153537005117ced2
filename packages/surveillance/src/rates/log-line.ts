/** ln(rate) = intercept + slope * time. */
export interface LogLine {
  readonly intercept: number
  readonly slope: number
  readonly standardError: number
}

/**
 * Fits a log-linear rate by iterated weighted least squares. `damp` is the variance over the mean at a given mean:
 * 1 for Poisson, 1 + mean/theta for the negative binomial. undefined where there is nothing to fit.
 */
export function fitLogLine(
  time: Float64Array,
  events: Float64Array,
  exposure: Float64Array,
  damp: (mean: number) => number,
): LogLine | undefined {
  const n = time.length
  const total = events.reduce((a, b) => a + b, 0)
  if (n < 3 || total === 0 || exposure.some(e => !(e > 0)) || time.every(t => t === time[0])) return undefined
  const centre = time.reduce((a, b) => a + b, 0) / n
  let level = Math.log(total / exposure.reduce((a, b) => a + b, 0))
  let slope = 0
  for (let round = 0; round < 200; round++) {
    let [s0, s1, s2, g0, g1] = [0, 0, 0, 0, 0]
    for (let i = 0; i < n; i++) {
      const t = (time[i] ?? 0) - centre
      const m = (exposure[i] ?? 0) * Math.exp(level + slope * t)
      const w = m / damp(m)
      const r = ((events[i] ?? 0) - m) / damp(m)
      s0 += w
      s1 += w * t
      s2 += w * t * t
      g0 += r
      g1 += r * t
    }
    const det = s0 * s2 - s1 * s1
    const stepLevel = (s2 * g0 - s1 * g1) / det
    const stepSlope = (s0 * g1 - s1 * g0) / det
    // A long step from a bad start overshoots: halve it.
    const shorten = Math.min(1, 2 / Math.max(Math.abs(stepLevel), Math.abs(stepSlope), 1e-300))
    level += stepLevel * shorten
    slope += stepSlope * shorten
    if (Math.abs(stepLevel) + Math.abs(stepSlope) < 1e-13) {
      return { intercept: level - slope * centre, slope, standardError: Math.sqrt(s0 / det) }
    }
    if (!Number.isFinite(slope)) return undefined
  }
  return undefined
}
