import type { Branded } from './id.js'

/** A whole day of the Gregorian calendar as `YYYY-MM-DD`. No clock, no zone. Days compare with `<` and `>`. */
export type Day = Branded<string, 'Day'>

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Number of days in the month (1 to 12) of a year. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

/** Reads `YYYY-MM-DD`, years 0001 to 9999. Returns undefined for anything else, 31 February included. */
export function parseDay(text: string): Day | undefined {
  const m = SHAPE.exec(text)
  if (!m) return undefined
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return undefined
  return text as Day
}

/** As {@link parseDay}, for days written in source code and data. Throws RangeError on a day that does not exist. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new RangeError(`not a day: ${text}`)
  return parsed
}

const civilYear = (d: Day): number => Number(d.slice(0, 4))
const civilMonth = (d: Day): number => Number(d.slice(5, 7))
const civilDay = (d: Day): number => Number(d.slice(8, 10))

/** Year, month (1 to 12) and day of the month. */
export function civil(d: Day): { year: number; month: number; day: number } {
  return { year: civilYear(d), month: civilMonth(d), day: civilDay(d) }
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')

/** The day with these civil numbers. Throws RangeError when it does not exist. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return day(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`)
}

/** Days since 1970-01-01 (negative before). Inverse of {@link fromEpochDay}. */
export function toEpochDay(d: Day): number {
  return Date.UTC(civilYear(d), civilMonth(d) - 1, civilDay(d)) / 86_400_000
}

export function fromEpochDay(n: number): Day {
  return new Date(n * 86_400_000).toISOString().slice(0, 10) as Day
}

/** `n` calendar days later (earlier when negative). */
export function addDays(d: Day, n: number): Day {
  return fromEpochDay(toEpochDay(d) + n)
}

/** `n` months later (earlier when negative); a day that the month lacks becomes its last day (31 Aug - 6 months = 28/29 Feb). */
export function addMonths(d: Day, n: number): Day {
  const months = civilYear(d) * 12 + (civilMonth(d) - 1) + n
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  return dayOf(year, month, Math.min(civilDay(d), monthLength(year, month)))
}

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return toEpochDay(b) - toEpochDay(a)
}

/** ISO weekday: 1 Monday to 7 Sunday. */
export function weekday(d: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const n = (((toEpochDay(d) + 3) % 7) + 7) % 7
  return (n + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** English name of the weekday. */
export function weekdayName(d: Day): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[weekday(d) - 1] as (typeof WEEKDAYS)[number]
}

export function earliest(a: Day, b: Day): Day {
  return a <= b ? a : b
}

export function latest(a: Day, b: Day): Day {
  return a >= b ? a : b
}
