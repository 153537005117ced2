import type { Day } from '@vigie/kernel'
import { civil, dayOf, fromEpochDay, monthLength, parseDay, toEpochDay } from '@vigie/kernel'

/** Year the century rule counts from when the caller gives no day. Only labels 50 years away are affected. */
const DEFAULT_YEAR = 2026

/** The year two-digit years are judged against. */
export function referenceYear(today: Day | undefined): number {
  return today === undefined ? DEFAULT_YEAR : civil(today).year
}

/**
 * Full year of a two-digit year by the GS1 century rule (GS1 General Specifications, section 7.12): 51 or more
 * years ahead of the reference year means the century before, 50 or more behind means the next one. HIBC and IFA give no
 * rule of their own, so theirs are read likewise.
 */
export function fullYear(yy: number, reference: number): number {
  const ahead = yy - (reference % 100)
  const century = reference - (reference % 100)
  return century + yy + (ahead >= 51 ? -100 : ahead <= -50 ? 100 : 0)
}

const DIGITS = /^\d+$/
const number = (text: string, from: number, to: number): number => Number(text.slice(from, to))

function existing(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > monthLength(year, month)) return undefined
  return year >= 1 && year <= 9999 ? dayOf(year, month, dayOfMonth) : undefined
}

/** A day, and whether the text named only its month (day 00, which stands for the last day of the month). */
export interface LabelDay {
  readonly day: Day
  readonly precision: 'month' | 'day'
}

/** Reads YYMMDD; day 00 is the last day of the month. */
export function readYymmdd(text: string, yearOf: (yy: number) => number): LabelDay | undefined {
  if (text.length !== 6 || !DIGITS.test(text)) return undefined
  const year = yearOf(number(text, 0, 2))
  const month = number(text, 2, 4)
  const dd = number(text, 4, 6)
  const day = existing(year, month, dd === 0 ? monthLength(year, month) : dd)
  return day && { day, precision: dd === 0 ? 'month' : 'day' }
}

/** Reads YYYYMMDD. */
export function readYyyymmdd(text: string): Day | undefined {
  if (text.length !== 8 || !DIGITS.test(text)) return undefined
  return parseDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
}

/** The day number `dayOfYear` (1 to 365 or 366) of a year. */
export function dayOfYear(year: number, n: number): Day | undefined {
  const days = monthLength(year, 2) === 29 ? 366 : 365
  return n >= 1 && n <= days ? fromEpochDay(toEpochDay(dayOf(year, 1, 1)) + n - 1) : undefined
}

/** The last day of a month of a year, undefined when there is no such month. */
export function lastOfMonth(year: number, month: number): Day | undefined {
  return existing(year, month, monthLength(year, month))
}
