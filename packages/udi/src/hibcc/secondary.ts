import type { Day } from '@vigie/kernel'
import { dayOfYear, fullYear, lastOfMonth, readYymmdd, readYyyymmdd } from '../dates.js'
import { udiFindings } from '../findings.js'
import type { Draft } from '../result.js'
import { setOnce } from '../result.js'

/** Longest lot or serial number of ANSI/HIBC 2. */
const LONGEST = 18

function setExpiry(d: Draft, day: Day, extra: { month?: true; hour?: number }): void {
  const expiry = extra.month ? day.slice(0, 7) : day
  const before = d.data.expiry
  if (before !== undefined && before !== expiry) {
    const says = { what: 'The expiry date', first: before, second: expiry }
    d.findings.push(udiFindings.make.REPEATED({ path: 'expiry' }, says))
    return
  }
  d.data.expiry = expiry
  d.data.expiryPrecision = extra.month ? 'month' : extra.hour === undefined ? 'day' : 'hour'
  if (extra.month) d.data.expiryLastDay = day
  if (extra.hour !== undefined) d.data.expiryHour = extra.hour
}

/** Reads the digits a date flag announces. Undefined when they are no date. */
function readFlagged(
  year: number,
  flag: string,
  digits: string,
): { readonly day: Day; readonly month?: true; readonly hour?: number } | undefined {
  const yearOf = (yy: number): number => fullYear(yy, year)
  if (flag === '0' || flag === '1') {
    const day = lastOfMonth(yearOf(Number(digits.slice(2, 4))), Number(digits.slice(0, 2)))
    return day && { day, month: true }
  }
  const withHour = flag === '4' || flag === '6'
  const hour = Number(digits.slice(-2))
  if (withHour && hour > 23) return undefined
  const date = withHour ? digits.slice(0, -2) : digits
  let day: Day | undefined
  if (flag === '5' || flag === '6') {
    day = dayOfYear(yearOf(Number(date.slice(0, 2))), Number(date.slice(2)))
  } else {
    const yymmdd = flag === '2' ? date.slice(4) + date.slice(0, 4) : date
    const read = readYymmdd(yymmdd, yearOf)
    day = read?.precision === 'day' ? read.day : undefined
  }
  return day && (withHour ? { day, hour } : { day })
}

/** Number of digits after each date flag; 0 and 1 are already the first digit of MMYY. */
const FLAGS: Readonly<Record<string, number>> = { 0: 4, 1: 4, 2: 6, 3: 6, 4: 8, 5: 5, 6: 7, 7: 0 }

/** Reads the date flag and date at the front; returns what follows, or undefined after a fault. */
function takeDate(d: Draft, text: string, afterQuantity: boolean): string | undefined {
  const at = { path: 'expiry' }
  const flag = text.slice(0, 1)
  const length = FLAGS[flag]
  if (length === undefined) {
    d.findings.push(udiFindings.make.DATE_FLAG(at, { value: text }))
    return undefined
  }
  const from = flag === '0' || flag === '1' ? 0 : 1
  const digits = text.slice(from, from + length)
  if (digits.length < length || /\D/.test(digits)) {
    const make = udiFindings.make
    d.findings.push(
      afterQuantity
        ? make.DATE_FLAG(at, { value: text })
        : make.DATE(at, { what: 'The expiry date', value: digits }),
    )
    return undefined
  }
  if (flag !== '7') {
    const read = readFlagged(d.year, flag, digits)
    if (read) setExpiry(d, read.day, read)
    else d.findings.push(udiFindings.make.DATE(at, { what: 'The expiry date', value: digits }))
  }
  return text.slice(from + length)
}

function takeQuantity(d: Draft, text: string): string | undefined {
  const length = text.startsWith('8') ? 2 : 5
  const digits = text.slice(1, 1 + length)
  if (digits.length < length || /\D/.test(digits)) {
    d.findings.push(udiFindings.make.QUANTITY({ path: 'quantity' }, { what: 'The quantity', value: digits }))
    return undefined
  }
  setOnce(d, 'quantity', Number(digits), 'The quantity')
  return text.slice(1 + length)
}

function setNumber(d: Draft, key: 'lot' | 'serial', value: string): void {
  if (value === '') return
  const what = key === 'lot' ? 'The lot' : 'The serial number'
  if (value.length > LONGEST) {
    const says = { what, value, length: value.length, expected: `at most ${LONGEST}` }
    d.findings.push(udiFindings.make.LENGTH({ path: key }, says))
    return
  }
  setOnce(d, key, value, what)
}

/**
 * Reads secondary data: `$` lot, `$+` serial number, `$$` with quantity (8 and two digits, 9 and five) and date
 * flag, `$$+` date flag and serial number, or the superseded five-digit date (YYJJJ) and lot. The text comes
 * without plus sign, link and check character.
 */
export function readSecondary(d: Draft, text: string): void {
  const key = /^\$\$?\+/.test(text) ? 'serial' : 'lot'
  if (!text.startsWith('$')) {
    const rest = takeDate(d, `5${text}`, false)
    if (rest !== undefined) setNumber(d, 'lot', rest)
    return
  }
  if (!text.startsWith('$$')) {
    setNumber(d, key, text.slice(key === 'serial' ? 2 : 1))
    return
  }
  let rest: string | undefined = text.slice(key === 'serial' ? 3 : 2)
  if (rest === '') {
    d.findings.push(udiFindings.make.SECONDARY_EMPTY({ path: 'label' }, { value: text }))
    return
  }
  const counted = key === 'lot' && /^[89]/.test(rest)
  if (counted) rest = takeQuantity(d, rest)
  if (rest === undefined || (counted && rest === '')) return
  rest = takeDate(d, rest, counted)
  if (rest !== undefined) setNumber(d, key, rest)
}

/**
 * Reads a field after a slash that is no secondary data: `S` serial number, `14D` expiry and `16D` manufacturing
 * date (YYYYMMDD), `Q` quantity. Other data identifiers are kept and remarked on.
 */
export function readSupplement(d: Draft, text: string): void {
  const m = /^(\d{0,3}[A-Z])(.*)$/s.exec(text)
  if (!m || m[1] === undefined || m[2] === undefined) {
    const make = udiFindings.make
    d.findings.push(
      text === ''
        ? make.SECONDARY_EMPTY({ path: 'label' }, { value: '/' })
        : make.DATA_IDENTIFIER({ path: 'label' }, { value: text }),
    )
    return
  }
  const [, di, value] = m
  const at = { path: di }
  if (value === '') d.findings.push(udiFindings.make.EMPTY(at, { what: `The field ${di}` }))
  else if (di === 'S') setNumber(d, 'serial', value)
  else if (di === '14D' || di === '16D') {
    const day = readYyyymmdd(value)
    const what = di === '14D' ? 'The expiry date' : 'The manufacturing date'
    if (!day) d.findings.push(udiFindings.make.DATE(at, { what, value }))
    else if (di === '14D') setExpiry(d, day, {})
    else setOnce(d, 'manufactured', day, what)
  } else if (di === 'Q') {
    const quantity = /^(\d{1,5})([A-Z]{0,3})$/.exec(value)
    if (!quantity) d.findings.push(udiFindings.make.QUANTITY(at, { what: 'The quantity', value }))
    else {
      setOnce(d, 'quantity', Number(quantity[1]), 'The quantity')
      if (quantity[2]) d.findings.push(udiFindings.make.UNKNOWN_DATA(at, { value: text }))
    }
  } else d.findings.push(udiFindings.make.UNKNOWN_DATA(at, { value: text }))
}
