import { canonicalJson, type Day, type Finding, sha256Hex } from '@vigie/kernel'
import { ENGINE } from '../disproportionality/run-record.js'
import { trendFindings } from '../plan/findings.js'
import type { ChartPlan } from '../plan/plan.js'
import type { TrendSeries } from '../plan/series.js'
import { poissonTest } from '../rates/exact-test.js'
import { poissonRate, type Rate } from '../rates/poisson-rate.js'
import { type PoissonTrend, poissonTrend } from '../rates/poisson-trend.js'
import { type RateRatio, rateRatio } from '../rates/rate-ratio.js'
import { baselineWindow, gapsOf } from './freeze.js'
import type { FrozenPlan } from './frozen-plan.js'
import { type Drawn, runChart } from './run-chart.js'

/** A signal of the plan: which rule of which chart fired, and since when. */
export interface TrendSignal {
  readonly chart: number
  readonly method: ChartPlan['method']
  readonly rule: string
  readonly side: 'above' | 'below' | 'either'
  /** First day of the period (day of the event for g and t) on which it fired. */
  readonly since: Day
  /** Last day of the last period of the stretch. */
  readonly until: Day
  /** Whether it still stands at the end of the series. */
  readonly stands: boolean
}

/** A chart as it came out. */
export interface ChartResult extends Drawn {
  readonly plan: ChartPlan
}

/** What a frozen plan says of a series. */
export interface TrendResult {
  readonly record: {
    readonly engine: string
    readonly plan: string
    readonly revision: string
    readonly planHash: string
    readonly baselineHash?: string
    readonly seriesHash: string
  }
  readonly baseline: FrozenPlan['baseline']
  readonly charts: readonly ChartResult[]
  readonly signals: readonly TrendSignal[]
  /** The observation period against the baseline, exactly (MDR Article 88). Absent without exposure there. */
  readonly observation?: {
    readonly from: Day
    readonly to: Day
    readonly rate: Rate
    /** Against the baseline's own events; absent for a stated rate. */
    readonly ratio?: RateRatio
    /** Chance of this many events or more at the baseline rate. */
    readonly greater: number
  }
  readonly threshold?: { readonly rate: number; readonly reached: boolean; readonly since?: Day }
  /** A line through the judged periods; absent where none can be fitted. */
  readonly trend?: PoissonTrend
  readonly multiplicity: {
    readonly charts: number
    readonly rules: number
    readonly looks: number
    readonly says: string
  }
  readonly findings: readonly Finding[]
}

/** Runs a frozen plan on a series that may be longer than the one it was frozen on. */
export function evaluateTrend(frozen: FrozenPlan, series: TrendSeries): TrendResult {
  const { plan } = frozen
  const window = baselineWindow(plan, series)
  const findings: Finding[] = []
  if (typeof window === 'string')
    findings.push(trendFindings.make['NO-BASELINE']({ path: 'baseline' }, { why: window }))
  const judgeFrom = typeof window === 'string' ? 0 : window.to
  const first = series.from[judgeFrom]
  if (first !== undefined && plan.effective > first) {
    findings.push(
      trendFindings.make['PLAN-LATE']({ path: 'effective' }, { effective: plan.effective, from: first }),
    )
  }
  const lastBaselineDay = judgeFrom > 0 ? (series.to[judgeFrom - 1] ?? '') : ''
  const gapsBefore = series.eventDays.filter(d => d <= lastBaselineDay).length
  const data = {
    counts: series,
    judgeFrom,
    gaps: gapsOf(series),
    judgeGapsFrom: Math.max(0, gapsBefore - 1),
  }
  const charts = frozen.charts.flatMap(c => {
    const drawn = runChart(c, data)
    return drawn === undefined ? [] : [{ ...drawn, plan: c.plan }]
  })
  const observation = observed(frozen, series, judgeFrom)
  const threshold = thresholdOf(frozen, series, judgeFrom)
  const trend = lineOf(series, judgeFrom)
  return {
    record: {
      engine: ENGINE,
      plan: plan.id,
      revision: plan.revision,
      planHash: frozen.planHash,
      ...(frozen.baselineHash === undefined ? {} : { baselineHash: frozen.baselineHash }),
      seriesHash: seriesHash(series),
    },
    baseline: frozen.baseline,
    charts,
    signals: charts.flatMap((c, i) => signalsOf(c, i, series)),
    ...(observation === undefined ? {} : { observation }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(trend === undefined ? {} : { trend }),
    multiplicity: multiplicityOf(charts),
    findings,
  }
}

function signalsOf(chart: ChartResult, index: number, series: TrendSeries): TrendSignal[] {
  const days = chart.byEvent ? series.eventDays.slice(1) : undefined
  return chart.signals.flatMap(s => {
    const since = (days ?? series.from)[s.since]
    const until = (days ?? series.to)[s.until]
    if (since === undefined || until === undefined) return []
    const stands = s.until === (days ?? series.from).length - 1
    return [{ chart: index, method: chart.plan.method, rule: s.rule, side: s.side, since, until, stands }]
  })
}

function observed(frozen: FrozenPlan, series: TrendSeries, judgeFrom: number): TrendResult['observation'] {
  const start = Math.max(judgeFrom, series.from.length - frozen.plan.observe)
  const events = series.events.subarray(start).reduce((a, b) => a + b, 0)
  const exposure = series.exposure.subarray(start).reduce((a, b) => a + b, 0)
  const rate = poissonRate(events, exposure)
  const [from, to] = [series.from[start], series.to.at(-1)]
  if (rate === undefined || from === undefined || to === undefined) return undefined
  const ratio = frozen.baseline.exposure > 0 ? rateRatio({ events, exposure }, frozen.baseline) : undefined
  const expected = frozen.baseline.rate * exposure
  return {
    from,
    to,
    rate,
    ...(ratio === undefined ? {} : { ratio }),
    greater: expected > 0 ? poissonTest(events, expected).greater : events > 0 ? 0 : 1,
  }
}

function thresholdOf({ plan }: FrozenPlan, series: TrendSeries, judgeFrom: number): TrendResult['threshold'] {
  if (plan.threshold === undefined) return undefined
  const { rate } = plan.threshold
  let since: Day | undefined
  for (let i = judgeFrom; i < series.from.length && since === undefined; i++) {
    const exposure = series.exposure[i] ?? 0
    if (exposure > 0 && (series.events[i] ?? 0) / exposure >= rate) since = series.from[i]
  }
  return { rate, reached: since !== undefined, ...(since === undefined ? {} : { since }) }
}

function lineOf(series: TrendSeries, judgeFrom: number): PoissonTrend | undefined {
  const tested = [...series.exposure.keys()].filter(i => i >= judgeFrom && (series.exposure[i] ?? 0) > 0)
  return poissonTrend(
    Float64Array.from(tested),
    Float64Array.from(tested, i => series.events[i] ?? 0),
    Float64Array.from(tested, i => series.exposure[i] ?? 0),
  )
}

function multiplicityOf(charts: readonly ChartResult[]): TrendResult['multiplicity'] {
  const rules = charts.reduce((s, c) => s + ('rules' in c.plan ? c.plan.rules.length : 1), 0)
  const looks = charts.reduce((s, c) => s + c.judged * ('rules' in c.plan ? c.plan.rules.length : 1), 0)
  return {
    charts: charts.length,
    rules,
    looks,
    says:
      `${charts.length} charts with ${rules} rules were read at ${looks} points in all; no correction is made for that. ` +
      'The preview of false alarms says how often the plan as a whole alarms when nothing has changed.',
  }
}

/** The hash of a series: its periods, counts and exposures, and the ids behind them. */
export function seriesHash(series: TrendSeries): string {
  return sha256Hex(
    canonicalJson({
      device: series.device,
      periods: series.from.map((from, i) => [
        from,
        series.to[i] ?? '',
        series.events[i] ?? 0,
        series.exposure[i] ?? 0,
      ]),
      ids: series.ids.map(ids => [...ids]),
      eventDays: [...series.eventDays],
    }),
  )
}
