import { monthLength } from '@vigie/kernel'
import type { SimpleType } from '../table.js'

/** Why a text is not a value of a simple type, or undefined if it is one. */
export type ValueFault =
  | { readonly is: 'too-short'; readonly length: number; readonly min: number }
  | { readonly is: 'too-long'; readonly length: number; readonly max: number }
  | { readonly is: 'not-listed'; readonly values: readonly string[] }
  | { readonly is: 'not-digits' }
  | { readonly is: 'not-a-date' }
  | { readonly is: 'not-a-time' }
  | { readonly is: 'not-an-integer' }
  | { readonly is: 'not-a-decimal' }
  | { readonly is: 'out-of-range'; readonly min: number; readonly max: number }

/**
 * Checks a text against a simple type exactly as libxml2 does (XML Schema 1.0 part 2). Where libxml2 is narrower
 * than the standard, so is this: white space around an `xsd:date` is refused, and numbers have at most 24 digits.
 */
export function valueFault(type: SimpleType, text: string): ValueFault | undefined {
  switch (type.base) {
    case 'string':
      return stringFault(type, text)
    case 'date':
      return isDate(text) ? undefined : { is: 'not-a-date' }
    case 'dateTime':
      return isDateTime(text) ? undefined : { is: 'not-a-time' }
    case 'integer':
      return integerFault(type, text)
    case 'decimal':
      return isDecimal(text) ? undefined : { is: 'not-a-decimal' }
  }
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>()

function isListed(values: readonly string[], text: string): boolean {
  if (values.length < 12) return values.includes(text)
  let set = sets.get(values)
  if (set === undefined) {
    set = new Set(values)
    sets.set(values, set)
  }
  return set.has(text)
}

function stringFault(type: SimpleType & { base: 'string' }, text: string): ValueFault | undefined {
  const { minLength: min, maxLength: max, values } = type
  // UTF-16 units are never fewer than code points, so short texts need no counting.
  if (max !== undefined && text.length > max) {
    const length = codePoints(text)
    if (length > max) return { is: 'too-long', length, max }
  }
  if (min !== undefined && text.length < min * 2) {
    const length = codePoints(text)
    if (length < min) return { is: 'too-short', length, min }
  }
  if (values !== undefined && !isListed(values, text)) return { is: 'not-listed', values }
  if (type.digits === true && !/^[0-9]+$/.test(text)) return { is: 'not-digits' }
  return undefined
}

/** Number of Unicode code points. A lone surrogate cannot come out of XML. */
export function codePoints(text: string): number {
  let count = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit < 0xdc00) count--
  }
  return count
}

const YEAR = '-?(?:[1-9][0-9]{4,18}|[0-9]{4})'
const ZONE = '(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)'
const DATE = new RegExp(`^(${YEAR})-([0-9]{2})-([0-9]{2})${ZONE}?$`)
const DATE_TIME = new RegExp(
  `^(${YEAR})-([0-9]{2})-([0-9]{2})T(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9](?:\\.[0-9]+)?)|24:00:00(?:\\.0+)?)(?:${ZONE}[ \\t\\n\\r]*)?$`,
)
const LONG_MAX = 9223372036854775807n

function isCalendarDay(year: string, month: string, day: string): boolean {
  const short = year.length < 10
  if (short && Number(year) === 0) return false
  if (!short && BigInt(year.replace('-', '')) > LONG_MAX) return false
  // Leap years repeat every 400 years, so a year of that cycle stands for any other.
  const inCycle = short ? Math.abs(Number(year)) : Number(BigInt(year.replace('-', '')) % 400n) + 400
  const [m, d] = [Number(month), Number(day)]
  return m >= 1 && m <= 12 && d >= 1 && d <= monthLength(inCycle, m)
}

/** Whether libxml2 takes the text for an `xsd:date`: any year but 0, a day of the calendar, perhaps a time zone. */
export function isDate(text: string): boolean {
  const m = DATE.exec(text)
  return m !== null && isCalendarDay(m[1] ?? '', m[2] ?? '', m[3] ?? '')
}

/** Whether libxml2 takes the text for an `xsd:dateTime`. Seconds are a binary fraction there: 59.999… is 60, and refused. */
export function isDateTime(text: string): boolean {
  const m = DATE_TIME.exec(text)
  if (m === null || !isCalendarDay(m[1] ?? '', m[2] ?? '', m[3] ?? '')) return false
  return m[4] === undefined || Number(m[4]) < 60
}

const BLANKS_AROUND = /^[ \t\n\r]+|[ \t\n\r]+$/g
const MAX_DIGITS = 24

function trim(text: string): string {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)]
  return first <= 32 || last <= 32 ? text.replace(BLANKS_AROUND, '') : text
}

function integerFault(type: SimpleType & { base: 'integer' }, text: string): ValueFault | undefined {
  const m = /^([+-]?)0*([0-9]*)$/.exec(trim(text))
  if (m === null || !/[0-9]/.test(text)) return { is: 'not-an-integer' }
  const digits = m[2] ?? ''
  if (digits.length > MAX_DIGITS) return { is: 'not-an-integer' }
  const { min, max } = type
  if (min === undefined || max === undefined) return undefined
  const value = Number(digits) * (m[1] === '-' ? -1 : 1)
  return value < min || value > max ? { is: 'out-of-range', min, max } : undefined
}

function isDecimal(text: string): boolean {
  const m = /^[+-]?0*([0-9]*)(?:\.([0-9]*))?$/.exec(trim(text))
  if (m === null || !/[0-9]/.test(text)) return false
  return (m[1] ?? '').length + (m[2] ?? '').length <= MAX_DIGITS
}
