import type { Day } from '@vigie/kernel'
import type { ZoneRule } from '../charts/zones.js'

/**
 * What is counted. Serious incidents go by other duties than the rest (MDR Article 87 and 88): a series never mixes them.
 */
export const EVENT_CLASSES = [
  'non-serious-incident',
  'expected-side-effect',
  'erroneous-result',
  'serious-incident',
  'complaint',
] as const
export type EventClass = (typeof EVENT_CLASSES)[number]

export const PERIOD_LENGTHS = ['week', 'month', 'quarter', 'half-year', 'year'] as const
export type PeriodLength = (typeof PERIOD_LENGTHS)[number]

/** How one chart is drawn and read. Its numbers are part of the plan; nothing is chosen after the data are seen. */
export type ChartPlan =
  | (Shewhart & { readonly method: 'u' | 'p' | 'c' })
  | (Shewhart & {
      readonly method: 'u-prime' | 'p-prime' | 'individuals' | 'moving-range'
      readonly screened: boolean
    })
  | (Shewhart & { readonly method: 'g' | 't' })
  | { readonly method: 'ewma'; readonly lambda: number; readonly width: number; readonly side: PlanSide }
  | { readonly method: 'cusum'; readonly k: number; readonly h: number; readonly side: PlanSide }
  | { readonly method: 'sprt'; readonly relativeRisk: number; readonly alpha: number; readonly beta: number }
  | {
      readonly method: 'maxsprt'
      readonly alpha: number
      /** Expected events at which the surveillance ends. */
      readonly upperLimit: number
      readonly minEvents: number
    }

export type PlanSide = 'above' | 'below' | 'both'
export type PlanRule = 'limits' | 'runs' | ZoneRule
interface Shewhart {
  readonly sigmas: number
  readonly rules: readonly PlanRule[]
  readonly side: PlanSide
}

/** Where the baseline comes from: periods of the device's own past, or a rate that the risk file states. */
export type BaselinePlan =
  | { readonly from: Day; readonly to: Day; readonly exclude: readonly Day[]; readonly source: string }
  | { readonly rate: number; readonly source: string }

/**
 * The part of a PMS plan that the engine runs (MDR Annex III 1.1(b): indicators and threshold values, methods and
 * protocols for Article 88 including statistics and observation period).
 */
export interface TrendPlan {
  readonly id: string
  readonly revision: string
  /** The day from which this revision holds. */
  readonly effective: Day
  readonly device: string
  readonly event: { readonly class: EventClass; readonly about: string; readonly codes: readonly string[] }
  /** What stands below the line, in words: devices in use, units sold, tests, hours. */
  readonly exposure: string
  readonly period: PeriodLength
  /** Rates are shown per this many units of exposure. */
  readonly perUnits: number
  readonly baseline: BaselinePlan
  /** The observation period of Article 88: the last so many periods are compared with the baseline. */
  readonly observe: number
  /** A rate per unit of exposure beyond which action is taken, whatever the charts say. */
  readonly threshold?: { readonly rate: number; readonly source: string }
  readonly charts: readonly ChartPlan[]
}
