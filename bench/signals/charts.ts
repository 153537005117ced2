import { addDays, addMonths, day } from '@vigie/kernel'
import {
  type ChartPlan,
  evaluateTrend,
  freezePlan,
  parseTrendPlan,
  parseTrendSeries,
} from '@vigie/surveillance'
import { Random } from '../../conformance/random.js'
import { median, seconds } from '../measure.js'
import { nineCharts } from './nine-charts.js'

const SERIES = 200
const PERIODS = 60
const ROUNDS = 15

/** The series as the JSON text that both sides start from. */
function seriesText(): string {
  const random = new Random(20_261_125)
  return JSON.stringify(
    Array.from({ length: SERIES }, (_, s) => ({
      device: `device ${s}`,
      periods: Array.from({ length: PERIODS }, (_, i) => {
        const from = addMonths(day('2021-01-01'), i)
        const events = random.int(0, 9) + (i > 50 ? random.int(0, 3) : 0)
        return { from, to: addDays(addMonths(from, 1), -1), events, exposure: 1000 + random.int(0, 200) }
      }),
    })),
  )
}

interface Plain {
  readonly periods: readonly { readonly events: number; readonly exposure: number }[]
}

/** 200 series of 60 periods through nine chart methods, against reading the same series as JSON. */
export function benchCharts(): void {
  const text = seriesText()
  const parsed: readonly Plain[] = JSON.parse(text)
  const counts = parsed.map(s => ({
    events: Float64Array.from(s.periods, p => p.events),
    exposure: Float64Array.from(s.periods, p => p.exposure),
  }))
  const [reads, draws]: [number[], number[]] = [[], []]
  let signals = 0
  for (let round = 0; round < ROUNDS; round++) {
    reads.push(seconds(() => JSON.parse(text)))
    draws.push(
      seconds(() => {
        signals = counts.reduce((s, c) => s + nineCharts(c), 0)
      }),
    )
  }
  const ratio = median(draws) / median(reads)
  console.log(`charts: ${SERIES} series x ${PERIODS} periods through 9 methods, baseline of 24 periods each`)
  console.log(`  charts      ${(median(draws) * 1000).toFixed(1)} ms (${signals} signals)`)
  console.log(`  JSON.parse  ${(median(reads) * 1000).toFixed(1)} ms`)
  console.log(`  ratio       ${ratio.toFixed(2)} (goal <= 5)`)
  const charts: readonly Partial<ChartPlan>[] = [{ method: 'u' }, { method: 'ewma' }, { method: 'cusum' }]
  const plan = parseTrendPlan({
    id: 'bench',
    revision: '1',
    effective: '2023-01-01',
    device: 'device',
    observe: 3,
    exposure: 'units',
    period: 'month',
    event: { class: 'complaint', about: 'bench' },
    baseline: { from: '2021-01-01', to: '2022-12-31', source: 'bench' },
    charts,
  })
  if ('findings' in plan) throw new Error('the plan of the bench is not a plan')
  const whole = seconds(() => {
    for (const s of parsed) {
      const read = parseTrendSeries(s, plan.plan)
      if (read.series === undefined) continue
      const { frozen } = freezePlan(plan.plan, read.series)
      if (frozen !== undefined) evaluateTrend(frozen, read.series)
    }
  })
  console.log(
    `  parse with findings, freeze, hash and evaluate three charts: ${(whole * 1000).toFixed(0)} ms`,
  )
}
