import { digamma, trigamma } from '../special/digamma.js'
import { lnGamma } from '../special/gamma.js'
import { normalTwoSided } from '../special/normal.js'
import { fitLogLine } from './log-line.js'
import { meansOf } from './poisson-trend.js'

/** As a Poisson trend, for counts that vary more: variance = mean + mean^2 / theta. */
export interface NegativeBinomialTrend {
  readonly slope: number
  readonly standardError: number
  readonly ratioPerUnit: number
  readonly waldP: number
  readonly theta: number
  readonly twiceLogLikelihood: number
}

/**
 * Negative-binomial (NB2) regression of counts on time with ln(exposure) as offset, theta by maximum likelihood.
 *
 * @returns undefined where no line can be fitted, or where the counts vary no more than Poisson (theta has no maximum)
 */
export function negativeBinomialTrend(
  time: Float64Array,
  events: Float64Array,
  exposure: Float64Array,
): NegativeBinomialTrend | undefined {
  let theta = Number.POSITIVE_INFINITY
  for (let round = 0; round < 100; round++) {
    const current = theta
    const line = fitLogLine(time, events, exposure, m => 1 + m / current)
    if (line === undefined) return undefined
    const means = meansOf(line, time, exposure)
    const next = thetaFor(events, means)
    if (next === undefined) return undefined
    if (Math.abs(next - theta) < 1e-10 * next) {
      return {
        slope: line.slope,
        standardError: line.standardError,
        ratioPerUnit: Math.exp(line.slope),
        waldP: normalTwoSided(line.slope / line.standardError),
        theta: next,
        twiceLogLikelihood: 2 * logLikelihood(events, means, next),
      }
    }
    theta = next
  }
  return undefined
}

/** The theta with the highest likelihood at given means, by Newton's steps on a logarithmic scale. */
function thetaFor(events: Float64Array, means: Float64Array): number | undefined {
  let excess = 0
  for (const [i, m] of means.entries()) excess += ((events[i] ?? 0) / m - 1) ** 2
  let theta = means.length / excess
  for (let round = 0; round < 200; round++) {
    let [score, bend] = [0, 0]
    for (const [i, m] of means.entries()) {
      const y = events[i] ?? 0
      score +=
        digamma(theta + y) -
        digamma(theta) +
        Math.log(theta) +
        1 -
        Math.log(theta + m) -
        (y + theta) / (m + theta)
      bend +=
        trigamma(theta + y) - trigamma(theta) + 1 / theta - 2 / (m + theta) + (y + theta) / (m + theta) ** 2
    }
    const slope = theta * score
    const curve = theta * score + theta * theta * bend
    const step = curve < 0 ? -slope / curve : Math.sign(slope)
    theta *= Math.exp(Math.max(-1, Math.min(1, step)))
    if (theta > 1e7) return undefined
    if (Math.abs(step) < 1e-12) return theta
  }
  return theta
}

function logLikelihood(events: Float64Array, means: Float64Array, theta: number): number {
  let sum = 0
  for (const [i, m] of means.entries()) {
    const y = events[i] ?? 0
    sum += lnGamma(theta + y) - lnGamma(theta) - lnGamma(y + 1)
    sum += theta * Math.log(theta / (theta + m)) + (y === 0 ? 0 : y * Math.log(m / (theta + m)))
  }
  return sum
}
