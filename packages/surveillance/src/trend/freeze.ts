import { canonicalJson, type Finding, sha256Hex, toEpochDay } from '@vigie/kernel'
import { freezeC } from '../charts/c.js'
import { freezeIndividuals } from '../charts/individuals.js'
import { freezeLaney } from '../charts/laney.js'
import { freezeP, pPoints } from '../charts/p.js'
import { type Frozen, pooledRate, ratesOf, type Window } from '../charts/points.js'
import { freezeG, freezeT } from '../charts/rare.js'
import { freezeU, uPoints } from '../charts/u.js'
import { trendFindings } from '../plan/findings.js'
import type { ChartPlan, TrendPlan } from '../plan/plan.js'
import type { TrendSeries } from '../plan/series.js'
import { poissonRate } from '../rates/poisson-rate.js'
import { maxsprtPoissonCriticalValue } from '../sequential/maxsprt-poisson-critical.js'
import type { FrozenChart, FrozenPlan } from './frozen-plan.js'

const { make } = trendFindings

/** Fewer events than this in a baseline make its limits uncertain. */
const FEW = { periods: 12, events: 10 } as const

export type Freezing =
  | { readonly frozen: FrozenPlan; readonly findings: readonly Finding[] }
  | { readonly frozen?: undefined; readonly findings: readonly Finding[] }

/** Takes the baseline of a plan from a series, once. Charts that the baseline does not allow are kept with the reason. */
export function freezePlan(plan: TrendPlan, series: TrendSeries): Freezing {
  const planHash = sha256Hex(canonicalJson(JSON.parse(JSON.stringify(plan))))
  if ('rate' in plan.baseline) {
    const stated: Frozen = { centre: plan.baseline.rate, spread: 0, points: 0 }
    const charts = plan.charts.map(chart => statedChart(chart, stated, series))
    const baseline = { rate: stated.centre, periods: 0, events: 0, exposure: 0 }
    return { frozen: { plan, planHash, baseline, charts }, findings: notRun(charts) }
  }
  const window = baselineWindow(plan, series)
  if (typeof window === 'string')
    return { findings: [make['NO-BASELINE']({ path: 'baseline' }, { why: window })] }
  const pooled = pooledRate(series, window)
  if (pooled === undefined) {
    return { findings: [make['NO-BASELINE']({ path: 'baseline' }, { why: 'its periods have no exposure' })] }
  }
  const indexes = Array.from({ length: window.to - window.from }, (_, i) => window.from + i).filter(
    i => window.exclude?.has(i) !== true,
  )
  const events = indexes.reduce((s, i) => s + (series.events[i] ?? 0), 0)
  const exposure = indexes.reduce((s, i) => s + (series.exposure[i] ?? 0), 0)
  const rate = poissonRate(events, exposure)
  const charts = plan.charts.map(chart => estimatedChart(chart, plan, series, window))
  const data = indexes.map(i => [series.from[i] ?? '', series.events[i] ?? 0, series.exposure[i] ?? 0])
  const few = pooled.points < FEW.periods || events < FEW.events
  return {
    frozen: {
      plan,
      planHash,
      baselineHash: sha256Hex(canonicalJson(data)),
      baseline: {
        rate: pooled.centre,
        ...(rate === undefined ? {} : { interval: rate.interval }),
        periods: pooled.points,
        events,
        exposure,
      },
      charts,
    },
    findings: [
      ...(few ? [make['BASELINE-SHORT']({ path: 'baseline' }, { periods: pooled.points, events })] : []),
      ...notRun(charts),
    ],
  }
}

function notRun(charts: readonly FrozenChart[]): Finding[] {
  return charts.flatMap((c, i) =>
    c.why === undefined
      ? []
      : [make['NOT-RUN']({ path: `charts[${i}]` }, { method: c.plan.method, why: c.why })],
  )
}

/** The periods of the baseline as indexes; a sentence where the series does not hold them. */
export function baselineWindow(plan: TrendPlan, series: TrendSeries): Window | string {
  const b = plan.baseline
  if ('rate' in b) return { from: 0, to: 0 }
  const from = series.from.indexOf(b.from)
  const to = series.to.indexOf(b.to)
  if (from < 0) return `no period of the series begins on ${b.from}`
  if (to < 0) return `no period of the series ends on ${b.to}`
  const unknown = b.exclude.find(d => !series.from.includes(d))
  if (unknown !== undefined) return `no period begins on ${unknown}, which the plan leaves out`
  return { from, to: to + 1, exclude: new Set(b.exclude.map(d => series.from.indexOf(d))) }
}

/** The days between events, beside the day of the later one. */
export function gapsOf(series: TrendSeries): Float64Array {
  const days = series.eventDays.map(toEpochDay)
  return Float64Array.from(days.slice(1), (d, i) => d - (days[i] ?? d))
}

function estimatedChart(chart: ChartPlan, plan: TrendPlan, series: TrendSeries, window: Window): FrozenChart {
  const found = estimate(chart, plan, series, window)
  if (typeof found === 'string') return { plan: chart, why: found }
  return withCriticalValue(chart, found)
}

function withCriticalValue(chart: ChartPlan, frozen: Frozen): FrozenChart {
  if (chart.method !== 'maxsprt') return { plan: chart, frozen }
  const criticalValue = maxsprtPoissonCriticalValue(chart)
  if (criticalValue === undefined) {
    return {
      plan: chart,
      why: `with ${chart.upperLimit} expected events a chance of ${chart.alpha} cannot be reached`,
    }
  }
  return { plan: chart, frozen, criticalValue }
}

function estimate(chart: ChartPlan, plan: TrendPlan, series: TrendSeries, window: Window): Frozen | string {
  const noExposure = 'the baseline has no exposure'
  const tooShort = 'the baseline has fewer than two periods to compare'
  switch (chart.method) {
    case 'u':
    case 'ewma':
    case 'cusum':
      return freezeU(series, window) ?? noExposure
    case 'sprt':
    case 'maxsprt': {
      const frozen = freezeU(series, window)
      if (frozen === undefined) return noExposure
      return frozen.centre > 0
        ? frozen
        : 'the baseline has no event, so no multiple of its rate can be tested'
    }
    case 'p':
      return freezeP(series, window) ?? noExposure
    case 'c': {
      const [first = 0] = series.exposure
      if (series.exposure.some(n => n !== first)) return 'the exposure is not the same in all periods'
      return freezeC(series.events, window) ?? tooShort
    }
    case 'u-prime':
    case 'p-prime': {
      const plain = chart.method === 'u-prime' ? freezeU(series, window) : freezeP(series, window)
      if (plain === undefined) return noExposure
      const points = chart.method === 'u-prime' ? uPoints(series, plain) : pPoints(series, plain)
      return freezeLaney(points, plain, window, chart.screened) ?? tooShort
    }
    case 'individuals':
    case 'moving-range':
      return freezeIndividuals(ratesOf(series), window, chart.screened) ?? tooShort
    case 'g':
    case 't': {
      const last = 'to' in plan.baseline ? plan.baseline.to : ''
      const count = series.eventDays.filter(d => d <= last).length
      if (count < 3) return 'fewer than three dated events lie in the baseline (eventDays)'
      const gaps = gapsOf(series)
      const events = { from: 0, to: count - 1 }
      if (chart.method === 'g') return freezeG(gaps, events) ?? tooShort
      if (gaps.some(g => g === 0)) return 'two events fall on one day, and t needs a time between them'
      return freezeT(gaps, events) ?? tooShort
    }
  }
}

function statedChart(chart: ChartPlan, stated: Frozen, series: TrendSeries): FrozenChart {
  switch (chart.method) {
    case 'u':
    case 'p':
    case 'ewma':
    case 'cusum':
    case 'sprt':
    case 'maxsprt':
      return withCriticalValue(chart, stated)
    case 'c': {
      const [first = 0] = series.exposure
      if (series.exposure.some(n => n !== first))
        return { plan: chart, why: 'the exposure is not the same in all periods' }
      return { plan: chart, frozen: { ...stated, centre: stated.centre * first } }
    }
    default:
      return { plan: chart, why: 'a stated rate says nothing of how the periods vary' }
  }
}
