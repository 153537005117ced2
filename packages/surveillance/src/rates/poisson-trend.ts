import { chiSquareUpper } from '../special/incomplete-gamma.js'
import { normalTwoSided } from '../special/normal.js'
import { fitLogLine, type LogLine } from './log-line.js'

/** A straight line through the logarithm of the rate. */
export interface PoissonTrend {
  /** Change of ln(rate) per unit of time. */
  readonly slope: number
  readonly standardError: number
  /** exp(slope): the factor per unit of time. */
  readonly ratioPerUnit: number
  readonly waldP: number
  /** Likelihood-ratio test of no trend, one degree of freedom. */
  readonly lrChiSquare: number
  readonly lrP: number
  readonly deviance: number
  /** Pearson's chi-square over its degrees of freedom; well above 1: the counts vary more than Poisson allows. */
  readonly dispersion: number
}

/**
 * Poisson regression of counts on time with ln(exposure) as offset. Arrays of equal length >= 3, exposures > 0.
 *
 * @returns undefined where no line can be fitted: no event at all, all times equal, fewer than three periods
 */
export function poissonTrend(
  time: Float64Array,
  events: Float64Array,
  exposure: Float64Array,
): PoissonTrend | undefined {
  const line = fitLogLine(time, events, exposure, () => 1)
  if (line === undefined) return undefined
  const { slope, standardError } = line
  const flat = deviance(events, meansOf(flatLine(events, exposure), time, exposure))
  const means = meansOf(line, time, exposure)
  const full = deviance(events, means)
  let pearson = 0
  for (const [i, m] of means.entries()) pearson += ((events[i] ?? 0) - m) ** 2 / m
  const lr = Math.max(0, flat - full)
  return {
    slope,
    standardError,
    ratioPerUnit: Math.exp(slope),
    waldP: normalTwoSided(slope / standardError),
    lrChiSquare: lr,
    lrP: chiSquareUpper(lr, 1),
    deviance: full,
    dispersion: pearson / (time.length - 2),
  }
}

function flatLine(events: Float64Array, exposure: Float64Array): LogLine {
  let [y, n] = [0, 0]
  for (const [i, e] of events.entries()) {
    y += e
    n += exposure[i] ?? 0
  }
  return { intercept: Math.log(y / n), slope: 0, standardError: Number.NaN }
}

/** The expected counts along a line. */
export function meansOf(line: LogLine, time: Float64Array, exposure: Float64Array): Float64Array {
  return exposure.map((n, i) => n * Math.exp(line.intercept + line.slope * (time[i] ?? 0)))
}

function deviance(events: Float64Array, means: Float64Array): number {
  let sum = 0
  for (const [i, y] of events.entries()) {
    const m = means[i] ?? Number.NaN
    sum += 2 * ((y === 0 ? 0 : y * Math.log(y / m)) - (y - m))
  }
  return sum
}
