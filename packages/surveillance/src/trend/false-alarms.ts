import { binomialInterval } from '../rates/binomial-share.js'
import type { Interval } from '../rates/interval.js'
import type { FrozenPlan } from './frozen-plan.js'
import { SeededRandom } from './random.js'
import { runChart } from './run-chart.js'

export interface PreviewOptions {
  /** How many times to simulate; 2,000 by default. */
  readonly runs?: number
  /** Recorded with the result. */
  readonly seed: number
}

/** How often a plan raises an alarm although nothing has changed. */
export interface FalseAlarmPreview {
  readonly runs: number
  readonly seed: number
  readonly periods: number
  /** What was drawn: Poisson counts, or counts that vary as much more as sigma-z says. */
  readonly model: string
  /** Share of the runs in which at least one chart alarmed, with its exact 95 % interval. */
  readonly any: number
  readonly anyInterval: Interval
  /** The same for each chart of the plan that can be simulated; g and t need dates and are left out. */
  readonly byChart: readonly { readonly method: string; readonly share: number }[]
}

/**
 * Simulates the plan on the device's own baseline: counts drawn at the frozen rate over the exposures given,
 * which are those of the periods ahead (for example the last ones again).
 */
export function previewFalseAlarms(
  frozen: FrozenPlan,
  exposure: Float64Array,
  { runs = 2000, seed }: PreviewOptions,
): FalseAlarmPreview {
  const random = new SeededRandom(seed)
  const charts = frozen.charts.filter(
    c => c.frozen !== undefined && c.plan.method !== 'g' && c.plan.method !== 't',
  )
  const laney =
    frozen.charts.find(c => c.plan.method === 'u-prime' || c.plan.method === 'p-prime')?.frozen?.spread ?? 1
  const extra = laney > 1 ? laney ** 2 - 1 : 0
  const shares = charts.some(c => c.plan.method === 'p' || c.plan.method === 'p-prime')
  const events = new Float64Array(exposure.length)
  const hits = charts.map(() => 0)
  let any = 0
  const none = new Float64Array(0)
  for (let run = 0; run < runs; run++) {
    for (const [i, n] of exposure.entries()) {
      const mean = frozen.baseline.rate * n
      // A gamma mean makes the variance sigma-z squared times that of Poisson.
      const drawn = extra > 0 && mean > 0 ? random.gamma(mean / extra, extra) : mean
      const count = random.poisson(drawn)
      events[i] = shares ? Math.min(count, n) : count
    }
    let alarmed = false
    for (const [c, chart] of charts.entries()) {
      const drawn = runChart(chart, {
        counts: { events, exposure },
        judgeFrom: 0,
        gaps: none,
        judgeGapsFrom: 0,
      })
      if (drawn === undefined || drawn.signals.length === 0) continue
      hits[c] = (hits[c] ?? 0) + 1
      alarmed = true
    }
    if (alarmed) any += 1
  }
  return {
    runs,
    seed,
    periods: exposure.length,
    model:
      extra > 0
        ? `counts with ${laney.toPrecision(3)} times the standard deviation of Poisson (sigma-z of the baseline)`
        : 'Poisson counts at the baseline rate',
    any: any / runs,
    anyInterval: binomialInterval(any, runs) ?? { lower: 0, upper: 1 },
    byChart: charts.map((c, i) => ({ method: c.plan.method, share: (hits[i] ?? 0) / runs })),
  }
}
