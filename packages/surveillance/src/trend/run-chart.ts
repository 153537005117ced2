import { cPoints } from '../charts/c.js'
import { cusumChart } from '../charts/cusum.js'
import { ewmaChart } from '../charts/ewma.js'
import { individualsPoints, movingRangePoints } from '../charts/individuals.js'
import { laneyPoints } from '../charts/laney.js'
import { pPoints } from '../charts/p.js'
import { type Counts, type Frozen, ratesOf } from '../charts/points.js'
import { gChart, tChart } from '../charts/rare.js'
import { shewhart } from '../charts/shewhart.js'
import type { Signal } from '../charts/signal.js'
import { uPoints } from '../charts/u.js'
import { maxsprtPoisson } from '../sequential/maxsprt-poisson.js'
import { sprt } from '../sequential/sprt.js'
import type { FrozenChart } from './frozen-plan.js'

/** The lines of a chart, as long as the series (g, t: as the gaps). NaN where there is nothing to draw. */
export interface Drawn {
  readonly value: Float64Array
  readonly lower?: Float64Array
  readonly centre?: Float64Array
  readonly upper?: Float64Array
  readonly signals: readonly Signal[]
  readonly judged: number
  /** Whether entries stand for gaps between events, not for periods. */
  readonly byEvent: boolean
}

export interface Judged {
  readonly counts: Counts
  readonly judgeFrom: number
  /** The gaps between events and the first one to be judged, where dates are known. */
  readonly gaps: Float64Array
  readonly judgeGapsFrom: number
}

const constant = (length: number, value: number) => new Float64Array(length).fill(value)

/** Draws one chart of a frozen plan; undefined where its baseline does not allow it. */
export function runChart({ plan, frozen, criticalValue }: FrozenChart, data: Judged): Drawn | undefined {
  if (frozen === undefined) return undefined
  const { counts, judgeFrom } = data
  const n = counts.events.length
  switch (plan.method) {
    case 'ewma':
      return { ...ewmaChart(uPoints(counts, frozen), { ...plan, judgeFrom }), byEvent: false }
    case 'cusum': {
      const { high, low, h, signals, judged } = cusumChart(uPoints(counts, frozen), { ...plan, judgeFrom })
      const value = plan.side === 'below' ? low : high
      return { value, upper: constant(n, h), signals, judged, byEvent: false }
    }
    case 'sprt': {
      const { llr, lower, upper, signals, judged } = sprt(counts, { ...plan, rate: frozen.centre, judgeFrom })
      return {
        value: llr,
        lower: constant(n, lower),
        upper: constant(n, upper),
        signals,
        judged,
        byEvent: false,
      }
    }
    case 'maxsprt': {
      if (criticalValue === undefined) return undefined
      const { llr, signals, judged } = maxsprtPoisson(counts, {
        ...plan,
        criticalValue,
        rate: frozen.centre,
        judgeFrom,
      })
      return { value: llr, upper: constant(n, criticalValue), signals, judged, byEvent: false }
    }
    case 'g':
    case 't': {
      const draw = plan.method === 'g' ? gChart : tChart
      return { ...draw(data.gaps, frozen, { ...plan, judgeFrom: data.judgeGapsFrom }), byEvent: true }
    }
    default:
      return { ...shewhart(pointsOf(plan.method, counts, frozen), { ...plan, judgeFrom }), byEvent: false }
  }
}

function pointsOf(
  method: 'u' | 'p' | 'c' | 'u-prime' | 'p-prime' | 'individuals' | 'moving-range',
  counts: Counts,
  frozen: Frozen,
) {
  switch (method) {
    case 'u':
      return uPoints(counts, frozen)
    case 'p':
      return pPoints(counts, frozen)
    case 'c':
      return cPoints(counts.events, frozen)
    case 'u-prime':
      return laneyPoints(uPoints(counts, frozen), frozen)
    case 'p-prime':
      return laneyPoints(pPoints(counts, frozen), frozen)
    case 'individuals':
      return individualsPoints(ratesOf(counts), frozen)
    case 'moving-range':
      return movingRangePoints(ratesOf(counts), frozen)
  }
}
