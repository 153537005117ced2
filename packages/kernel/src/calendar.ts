import { addDays, type Day, weekday } from './day.js'

/** The working days of one place: Monday to Friday less its public holidays. */
export interface WorkCalendar {
  /** For example `DE`, `XI`, `US-federal`. */
  readonly id: string
  /** The holiday's name, or undefined on an ordinary day. Weekends are not holidays. */
  holidayName(d: Day): string | undefined
}

/** A calendar that knows weekends only. */
export const WEEKENDS_ONLY: WorkCalendar = { id: 'weekends-only', holidayName: () => undefined }

export function isWeekend(d: Day): boolean {
  return weekday(d) >= 6
}

export function isWorkingDay(d: Day, calendar: WorkCalendar): boolean {
  return !isWeekend(d) && calendar.holidayName(d) === undefined
}

/** The day itself when it is a working day, else the first one after it. */
export function onOrNextWorkingDay(d: Day, calendar: WorkCalendar): Day {
  let at = d
  while (!isWorkingDay(at, calendar)) at = addDays(at, 1)
  return at
}

/** The `n`-th working day after `d` (before it when `n` is negative); `d` itself does not count. */
export function addWorkingDays(d: Day, n: number, calendar: WorkCalendar): Day {
  const step = n < 0 ? -1 : 1
  let at = d
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, step)
    if (isWorkingDay(at, calendar)) left -= 1
  }
  return at
}
