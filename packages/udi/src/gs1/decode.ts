import { fullYear, readYymmdd } from '../dates.js'
import type { Draft } from '../result.js'
import { setOnce } from '../result.js'
import type { Element } from './element.js'

const SIMPLE = { '01': 'di', '10': 'lot', '21': 'serial' } as const

function decodeExpiry(d: Draft, ai: string, value: string, year: number): void {
  if (d.data.expiry !== undefined) return
  const read = readYymmdd(value.slice(0, 6), yy => fullYear(yy, year))
  if (!read) return
  d.data.expiry = read.day
  d.data.expiryPrecision = read.precision
  if (read.precision === 'month') d.data.expiryLastDay = read.day
  if (ai === '7003' && /^([01]\d|2[0-3])$/.test(value.slice(6, 8))) {
    d.data.expiryPrecision = 'hour'
    d.data.expiryHour = Number(value.slice(6, 8))
  }
}

function decodeOne(d: Draft, { ai: { ai, max }, value }: Element, year: number): void {
  if (ai === '01' || ai === '10' || ai === '21') {
    if (value !== '' && value.length <= max) setOnceQuiet(d, SIMPLE[ai], value)
  } else if (ai === '17' || ai === '7003') decodeExpiry(d, ai, value, year)
  else if (ai === '11') {
    const read = readYymmdd(value, yy => fullYear(yy, year))
    if (read) d.data.manufactured ??= read.day
  } else if ((ai === '30' || ai === '37') && /^\d{1,8}$/.test(value)) d.data.quantity ??= Number(value)
}

/** Repetition is judged on the elements, so the first value simply stays. */
function setOnceQuiet(d: Draft, key: 'di' | 'lot' | 'serial', value: string): void {
  if (d.data[key] === undefined) setOnce(d, key, value, key)
}

/** Fills the fields of a reading from GS1 elements. Values that are too long or no date are left out, never cut. */
export function decodeElements(d: Draft, elements: readonly Element[], year: number): void {
  for (const element of elements) decodeOne(d, element, year)
  d.data.elements = elements.map(e => [e.ai.ai, e.value] as const)
}
