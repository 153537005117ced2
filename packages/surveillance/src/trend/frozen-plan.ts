import type { Frozen } from '../charts/points.js'
import type { ChartPlan, TrendPlan } from '../plan/plan.js'
import type { Interval } from '../rates/interval.js'

/** A chart of the plan with its baseline; plain data, kept with the plan. */
export interface FrozenChart {
  readonly plan: ChartPlan
  /** Absent where the baseline does not allow the chart; `why` then says the reason. */
  readonly frozen?: Frozen
  /** For maxSPRT: computed once, because it belongs to the plan. */
  readonly criticalValue?: number
  readonly why?: string
}

/** A plan whose baseline has been taken. Later data never change it; another baseline is another revision. */
export interface FrozenPlan {
  readonly plan: TrendPlan
  /** SHA-256 of the plan in canonical JSON. */
  readonly planHash: string
  /** SHA-256 of the baseline data in canonical JSON; absent for a stated rate. */
  readonly baselineHash?: string
  readonly baseline: {
    readonly rate: number
    /** The exact 95 % interval; absent for a stated rate. */
    readonly interval?: Interval
    readonly periods: number
    readonly events: number
    readonly exposure: number
  }
  readonly charts: readonly FrozenChart[]
}
