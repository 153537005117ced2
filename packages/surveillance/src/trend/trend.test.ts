import { describe, expect, it } from 'vitest'
import { parseTrendPlan } from '../plan/parse-plan.js'
import { parseTrendSeries } from '../plan/parse-series.js'
import type { TrendPlan } from '../plan/plan.js'
import type { TrendSeries } from '../plan/series.js'
import { evaluateTrend } from './evaluate.js'
import { previewFalseAlarms } from './false-alarms.js'
import { freezePlan } from './freeze.js'
import { SeededRandom } from './random.js'

const PLAN = {
  id: 'PMS-7',
  revision: '3',
  effective: '2025-01-01',
  device: 'Acme Pump 3',
  event: { class: 'non-serious-incident', about: 'occlusion alarm', codes: ['A0501'] },
  exposure: 'pumps in use',
  period: 'month',
  perUnits: 1000,
  baseline: { from: '2024-01-01', to: '2024-12-31', source: 'risk file 4.2, revision 7' },
  observe: 3,
  threshold: { rate: 0.009, source: 'risk file 4.2' },
  charts: [
    { method: 'u', rules: ['limits', 'runs'] },
    { method: 'u-prime' },
    { method: 'ewma' },
    { method: 'cusum' },
    { method: 'sprt' },
    { method: 'maxsprt', upperLimit: 40 },
  ],
}
const months = (events: readonly number[], exposure = 1000) =>
  events.map((e, i) => {
    const [year, month] = [2024 + Math.floor(i / 12), 1 + (i % 12)]
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
    const text = (day: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return { from: text(1), to: text(last), events: e, exposure }
  })
const QUIET = [4, 2, 3, 5, 3, 4, 2, 4, 3, 5, 1, 4]
const SERIES = { device: 'Acme Pump 3', periods: months([...QUIET, 3, 4, 5, 7, 10, 12]) }

const plan = (value: unknown = PLAN): TrendPlan => {
  const read = parseTrendPlan(value)
  if ('findings' in read) throw new Error(JSON.stringify(read.findings))
  return read.plan
}
const series = (value: unknown = SERIES): TrendSeries => {
  const read = parseTrendSeries(value)
  if (read.series === undefined) throw new Error(JSON.stringify(read.findings))
  return read.series
}
const frozen = (p = plan(), s = series()) => {
  const result = freezePlan(p, s)
  if (result.frozen === undefined) throw new Error(JSON.stringify(result.findings))
  return result.frozen
}

describe('a plan', () => {
  it('gets the usual values where a chart leaves them out, and states them', () => {
    expect(plan().charts.slice(0, 4)).toEqual([
      { method: 'u', sigmas: 3, rules: ['limits', 'runs'], side: 'above' },
      { method: 'u-prime', sigmas: 3, rules: ['limits'], side: 'above', screened: true },
      { method: 'ewma', lambda: 0.2, width: 3, side: 'above' },
      { method: 'cusum', k: 0.5, h: 5, side: 'above' },
    ])
  })

  it('tells everything that is wrong with it at once', () => {
    const read = parseTrendPlan({
      ...PLAN,
      revision: '',
      effectiv: '2025-01-01',
      event: { class: 'incident', about: 'x' },
      baseline: { from: '2024-12-31', to: '2024-01-01', source: 'x' },
      charts: [{ method: 'ewma', lambda: 2 }, { method: 'shewhart' }, { method: 'u', rules: ['3-of-3'] }],
    })
    const codes = 'findings' in read ? read.findings.map(f => `${f.code} ${f.path}`) : []
    expect(codes.sort()).toEqual([
      'TREND-PERIOD-ORDER baseline',
      'TREND-RANGE charts[0].lambda',
      'TREND-SHAPE charts[1].method',
      'TREND-SHAPE charts[2].rules[0]',
      'TREND-SHAPE event.class',
      'TREND-SHAPE revision',
      'TREND-UNKNOWN-KEY effectiv',
    ])
  })
})

describe('a series', () => {
  it.each([
    ['overlapping', { ...months([1, 2])[1], from: '2024-01-31' }, 'TREND-PERIOD-OVERLAP'],
    ['missing', { ...months([1, 2, 3])[2] }, 'TREND-PERIOD-GAP'],
    ['backwards', { from: '2024-02-29', to: '2024-02-01', events: 1, exposure: 9 }, 'TREND-PERIOD-ORDER'],
    ['negative', { ...months([1, 2])[1], events: -1 }, 'TREND-COUNT'],
    ['fractional', { ...months([1, 2])[1], events: 1.5 }, 'TREND-COUNT'],
    ['without a denominator', { ...months([1, 2])[1], exposure: 0 }, 'TREND-EXPOSURE-ZERO'],
    ['in another zone', { ...months([1, 2])[1], from: '2024-02-01T00:00:00+01:00' }, 'TREND-ZONE-MIXED'],
    ['with too few ids', { ...months([1, 2])[1], ids: ['a'] }, 'TREND-IDS-COUNT'],
    ['counted twice', { ...months([1, 1])[1], ids: ['a'] }, 'TREND-ID-TWICE'],
  ])('a period %s', (_, second, code) => {
    const first = { ...months([1])[0], ids: ['a'] }
    const read = parseTrendSeries({ device: 'X', periods: [first, second] })
    expect(read.findings.map(f => f.code)).toContain(code)
    expect(read.series).toBeUndefined()
    for (const f of read.findings) expect([f.path, f.message, f.mend].every(t => t !== '')).toBe(true)
  })

  it('a device without sales, and periods of another length than planned', () => {
    const none = parseTrendSeries({ device: 'X', periods: months([0, 0], 0) })
    expect(none.findings.map(f => f.code)).toEqual(['TREND-WITHOUT-SALES'])
    const quarter = parseTrendSeries(
      { device: 'X', periods: [{ from: '2024-01-01', to: '2024-03-31', events: 1, exposure: 5 }] },
      plan(),
    )
    expect(quarter.findings.map(f => f.code)).toEqual(['TREND-PERIOD-LENGTH'])
  })

  it('an idle period is only worth a look', () => {
    const idle = [...months([3]), { ...months([0, 0])[1], exposure: 0 }]
    const read = parseTrendSeries({ device: 'X', periods: idle })
    expect([read.series?.events.length, read.findings.map(f => f.code)]).toEqual([2, ['TREND-PERIOD-IDLE']])
  })
})

describe('a frozen plan', () => {
  it('says which rule fired since when, and against what', () => {
    const result = evaluateTrend(frozen(), series())
    expect(result.baseline).toMatchObject({ events: 40, exposure: 12_000, periods: 12 })
    expect(result.signals).toContainEqual({
      chart: 0,
      method: 'u',
      rule: 'limits',
      side: 'above',
      since: '2025-05-01',
      until: '2025-06-30',
      stands: true,
    })
    expect(result.signals.every(s => s.since >= '2025-01-01')).toBe(true)
    expect(result.observation).toMatchObject({
      from: '2025-04-01',
      to: '2025-06-30',
      rate: { events: 29, exposure: 3000 },
    })
    expect(result.observation?.ratio?.ratio).toBeCloseTo(29 / 3000 / (40 / 12_000), 10)
    expect(result.threshold).toEqual({ rate: 0.009, reached: true, since: '2025-05-01' })
    expect(result.multiplicity).toMatchObject({ charts: 6, rules: 7 })
  })

  it('stays as it was when the series grows', () => {
    const longer = series({ ...SERIES, periods: months([...QUIET, 3, 4, 5, 7, 10, 12, 30, 40]) })
    expect(frozen(plan(), longer)).toEqual(frozen())
    expect(evaluateTrend(frozen(), longer).record.seriesHash).not.toBe(
      evaluateTrend(frozen(), series()).record.seriesHash,
    )
  })

  it('a stated rate allows what a rate allows, and says why not the rest', () => {
    const stated = freezePlan(
      plan({ ...PLAN, baseline: { rate: 0.0033, source: 'clinical evaluation' } }),
      series(),
    )
    expect(stated.findings.map(f => `${f.code} ${f.path}`)).toEqual(['TREND-NOT-RUN charts[1]'])
    if (stated.frozen === undefined) throw new Error('frozen')
    expect(evaluateTrend(stated.frozen, series()).charts).toHaveLength(5)
  })

  it('a baseline that is not in the series is refused, a thin one named', () => {
    const outside = freezePlan(
      plan({ ...PLAN, baseline: { ...PLAN.baseline, from: '2023-12-01' } }),
      series(),
    )
    expect(outside.findings.map(f => f.code)).toEqual(['TREND-NO-BASELINE'])
    const thin = freezePlan(plan({ ...PLAN, baseline: { ...PLAN.baseline, to: '2024-03-31' } }), series())
    expect(thin.findings.map(f => f.code)).toEqual(['TREND-BASELINE-SHORT'])
  })

  it('a plan that came after its data is named', () => {
    const late = frozen(plan({ ...PLAN, effective: '2025-06-01' }))
    expect(evaluateTrend(late, series()).findings.map(f => f.code)).toEqual(['TREND-PLAN-LATE'])
  })

  it('counts rare events by the days between them', () => {
    const rare = plan({ ...PLAN, charts: [{ method: 't' }, { method: 'g' }] })
    const days = [
      '2024-01-05',
      '2024-03-09',
      '2024-05-01',
      '2024-08-20',
      '2024-11-02',
      '2025-02-01',
      '2025-02-03',
      '2025-02-04',
    ]
    const result = freezePlan(rare, series({ ...SERIES, eventDays: days }))
    if (result.frozen === undefined) throw new Error('frozen')
    const { charts } = evaluateTrend(result.frozen, series({ ...SERIES, eventDays: days }))
    expect(charts.map(c => [c.plan.method, c.value.length, c.judged])).toEqual([
      ['t', 7, 3],
      ['g', 7, 3],
    ])
  })
})

describe('the preview of false alarms', () => {
  it('is the same for the same seed, and near what theory says for one rule', () => {
    const one = frozen(plan({ ...PLAN, charts: [{ method: 'maxsprt', upperLimit: 40 }] }))
    const exposure = new Float64Array(12).fill(1000)
    const preview = previewFalseAlarms(one, exposure, { seed: 7, runs: 3000 })
    expect(preview).toEqual(previewFalseAlarms(one, exposure, { seed: 7, runs: 3000 }))
    expect(preview).not.toEqual(previewFalseAlarms(one, exposure, { seed: 8, runs: 3000 }))
    // Twelve looks instead of a continuous one: below the five percent that the critical value keeps.
    expect(preview.anyInterval.lower).toBeLessThan(0.05)
    expect(preview.any).toBeGreaterThan(0.005)
  })

  it('draws counts of the right mean and spread', () => {
    const random = new SeededRandom(1)
    for (const mean of [0.3, 7, 95, 1500]) {
      const draws = Array.from({ length: 20_000 }, () => random.poisson(mean))
      const average = draws.reduce((a, b) => a + b, 0) / draws.length
      const variance = draws.reduce((s, v) => s + (v - average) ** 2, 0) / draws.length
      expect(Math.abs(average / mean - 1)).toBeLessThan(0.03)
      expect(Math.abs(variance / mean - 1)).toBeLessThan(0.06)
    }
  })
})
