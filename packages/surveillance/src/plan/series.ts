import type { Day } from '@vigie/kernel'

/** Counts of one kind of event for one device, period by period without gap or overlap. */
export interface TrendSeries {
  readonly device: string
  readonly from: readonly Day[]
  /** The last day of each period, included. */
  readonly to: readonly Day[]
  readonly events: Float64Array
  readonly exposure: Float64Array
  /** The ids of the cases behind each count; empty lists where none were given. */
  readonly ids: readonly (readonly string[])[]
  /** The days of the single events, ascending, where given: needed for the time between events (t). */
  readonly eventDays: readonly Day[]
}
