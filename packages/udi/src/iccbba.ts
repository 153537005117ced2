import type { Day } from '@vigie/kernel'
import { dayOfYear } from './dates.js'
import { udiFindings } from './findings.js'
import type { Draft, LabelResult } from './result.js'
import { draft, finish, setOnce } from './result.js'

interface Structure {
  readonly id: string
  readonly title: string
  readonly length: number
  readonly read?: (d: Draft, value: string) => void
}

/** Day of century digit, year and day of year: 014032 is 1 February 2014, the century digit 9 is 19xx. */
function readDay(value: string): Day | undefined {
  if (!/^\d{6}$/.test(value)) return undefined
  const year = Number(value.slice(0, 3))
  return dayOfYear(year >= 900 ? 1000 + year : 2000 + year, Number(value.slice(3)))
}

const dateFinding = (d: Draft, what: string, value: string): void => {
  d.findings.push(udiFindings.make.DATE({ path: 'date' }, { what, value }))
}

function expiry(d: Draft, value: string): void {
  const what = 'The expiry date'
  const day = readDay(value.slice(0, 6))
  const time = /^([01]\d|2[0-3])[0-5]\d$/.exec(value.slice(6))
  if (!day || (value.length > 6 && !time)) {
    dateFinding(d, what, value)
    return
  }
  if (d.data.expiry !== undefined && d.data.expiry !== day) {
    const says = { what, first: d.data.expiry, second: day }
    d.findings.push(udiFindings.make.REPEATED({ path: 'expiry' }, says))
    return
  }
  d.data.expiry = day
  d.data.expiryPrecision = time ? 'hour' : 'day'
  if (time) d.data.expiryHour = Number(time[1])
}

function manufactured(d: Draft, value: string): void {
  const what = 'The manufacturing date'
  const day = readDay(value.slice(0, 6))
  if (!day || (value.length > 6 && !/^([01]\d|2[0-3])[0-5]\d$/.test(value.slice(6))))
    dateFinding(d, what, value)
  else setOnce(d, 'manufactured', day, what)
}

function donation(d: Draft, value: string): void {
  if (/^[A-NP-Z1-9][A-Z0-9]{4}\d{2}[A-Z0-9]{8}$/.test(value)) {
    setOnce(d, 'donationId', value, 'The donation identification number')
    return
  }
  const rule = 'it must be a facility number of 5, a year of 2, a number of 6 and two flag characters'
  const says = { what: 'The donation identification number', value, rule }
  d.findings.push(udiFindings.make.VALUE({ path: 'donationId' }, says))
}

const lot = (d: Draft, value: string): void => setOnce(d, 'lot', value, 'The lot')
const di = (d: Draft, value: string): void => setOnce(d, 'di', value, 'The device identifier')

/** ISBT 128 data structures on device labels (ISBT 128 Standard Technical Specification; FDA, UDI formats 1.3). */
const STRUCTURES: readonly Structure[] = [
  { id: '=/', title: 'The device identifier', length: 16, read: di },
  {
    id: '=,',
    title: 'The serial number',
    length: 6,
    read: (d, v) => setOnce(d, 'serial', v, 'The serial number'),
  },
  { id: '=>', title: 'The expiry date', length: 6, read: expiry },
  { id: '&>', title: 'The expiry date and time', length: 10, read: expiry },
  { id: '=}', title: 'The manufacturing date', length: 6, read: manufactured },
  { id: '&}', title: 'The manufacturing date and time', length: 10, read: manufactured },
  { id: '&,1', title: 'The lot', length: 18, read: lot },
  { id: '=)', title: 'The container and its catalogue number', length: 10, read: di },
  { id: '&)', title: 'The container lot', length: 10, read: lot },
  { id: '=+', title: 'The compound message', length: 5 },
  { id: '=<', title: 'The product code', length: 8 },
  { id: '=%', title: 'The blood group', length: 4 },
  { id: '=*', title: 'The collection date', length: 6 },
  { id: '&*', title: 'The collection date and time', length: 10 },
]

const DONATION: Structure = { id: '=', title: 'The donation number', length: 15, read: donation }

/** Whether the text begins with an ISBT 128 data structure. */
export function isIsbt128(text: string): boolean {
  return text.startsWith('=') || text.startsWith('&')
}

/**
 * Reads concatenated ISBT 128 data structures (ICCBBA). Values are letters and digits, so each = or & begins the next
 * structure.
 *
 * @example parseIsbt128('=/A9999XYZ100T0944=,000025').serial // '000025'
 */
export function parseIsbt128(text: string): LabelResult {
  const d = draft('ICCBBA', 'label')
  const elements: [string, string][] = []
  for (const part of text.match(/[=&][^=&]*/g) ?? []) {
    const structure =
      STRUCTURES.find(s => part.startsWith(s.id)) ?? (/^=[A-NP-Z1-9]/.test(part) ? DONATION : undefined)
    if (!structure) {
      d.findings.push(udiFindings.make.STRUCTURE({ path: 'label' }, { value: part.slice(0, 60) }))
      continue
    }
    const { id, title, length, read } = structure
    const value = part.slice(id.length)
    elements.push([id, value])
    const says = { what: title, value: value.slice(0, 60) }
    if (value === '') d.findings.push(udiFindings.make.EMPTY({ path: id }, { what: title }))
    else if (value.length !== length) {
      const expected = `exactly ${length}`
      d.findings.push(udiFindings.make.LENGTH({ path: id }, { ...says, length: value.length, expected }))
    } else if (!/^[A-Z0-9]+$/.test(value)) {
      const allowed = 'capital letters and digits'
      d.findings.push(udiFindings.make.CHARSET({ path: id }, { ...says, allowed }))
    } else read?.(d, value)
  }
  d.data.elements = elements
  if (d.data.di === undefined) {
    d.findings.push(udiFindings.make.NO_DI({ path: 'label' }, { value: text.slice(0, 60) }))
  }
  return finish(d)
}
