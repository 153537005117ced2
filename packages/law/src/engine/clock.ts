import {
  addDays,
  addMonths,
  addWorkingDays,
  type Day,
  latest,
  onOrNextWorkingDay,
  type WorkCalendar,
  weekdayName,
} from '@vigie/kernel'
import type { Clock } from './rule.js'

export interface DueDates {
  /** The plain last day; never moved. Work to this one. */
  readonly target: Day
  /** The last day the law allows. */
  readonly ceiling: Day
  /** Why the two differ, or how the days were counted; empty when there is nothing to say. */
  readonly steps: readonly string[]
}

/**
 * Target and ceiling of a clock from its day 0.
 *
 * Day 0 does not count. Under `eu-1182-71` the ceiling is the next working day of the receiving authority when the
 * target is none, and a period of two days or more contains at least two working days (Regulation (EEC, Euratom)
 * 1182/71 Art 3(4), (5); MDCG 2023-3 Rev.2 Q14). A period counted backwards is never moved (Art 3(4), second
 * sub-paragraph).
 *
 * @param calendar working days of the receiving authority; needed for `eu-1182-71` and working days
 */
export function dueDates(clock: Clock, day0: Day, calendar: WorkCalendar): DueDates {
  const target = lastDay(clock, day0, calendar)
  if (clock.direction === 'before' || clock.rounding === 'none' || clock.unit === 'working-day') {
    return { target, ceiling: target, steps: [] }
  }
  const rolled = onOrNextWorkingDay(target, calendar)
  const second = clock.amount >= 2 || clock.unit === 'month' ? addWorkingDays(day0, 2, calendar) : target
  const ceiling = latest(rolled, second)
  return { target, ceiling, steps: stepsOf(target, rolled, ceiling, calendar) }
}

function lastDay(clock: Clock, day0: Day, calendar: WorkCalendar): Day {
  const signed = clock.direction === 'after' ? clock.amount : -clock.amount
  if (clock.unit === 'month') return addMonths(day0, signed)
  return clock.unit === 'working-day' ? addWorkingDays(day0, signed, calendar) : addDays(day0, signed)
}

function stepsOf(target: Day, rolled: Day, ceiling: Day, calendar: WorkCalendar): string[] {
  const steps: string[] = []
  if (rolled !== target) {
    const what = calendar.holidayName(target) ?? weekdayName(target)
    steps.push(
      `${target} is ${article(what)}${what} there, so the limit ends with ${rolled} (Reg. 1182/71 Art 3(4)).`,
    )
  }
  if (ceiling > rolled) {
    steps.push(
      `The period must hold two working days, so the limit ends with ${ceiling} (Reg. 1182/71 Art 3(5)).`,
    )
  }
  return steps
}

/** Weekdays take an article, names of holidays do not. */
const article = (what: string) => (what.endsWith('day') && !what.includes(' ') ? 'a ' : '')
