import { addDays, addMonths, type Day } from '@vigie/kernel'
import type { PeriodLength } from './plan.js'

const MONTHS: Readonly<Record<Exclude<PeriodLength, 'week'>, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
}

/** The last day of a period that begins on a day. */
export function periodEnd(from: Day, period: PeriodLength): Day {
  return addDays(period === 'week' ? addDays(from, 7) : addMonths(from, MONTHS[period]), -1)
}
