import type { Day } from '@vigie/kernel'
import { fullYear, readYymmdd, readYyyymmdd } from '../dates.js'
import { udiFindings } from '../findings.js'
import { gs1CheckDigit, normaliseGtin, verifyGs1CheckDigit } from '../gs1/check-digit.js'
import { GS } from '../gs1/element-string.js'
import { parseGs1 } from '../gs1/label.js'
import { isCset82 } from '../modulo-1021.js'
import type { Draft, LabelResult } from '../result.js'
import { draft, finish, setOnce } from '../result.js'
import { ppnFindings } from './ppn.js'

const RS = '\u001e'
const EOT = '\u0004'
const HEADER = '[)>'

/** Whether the text begins like an ISO/IEC 15434 message. */
export function isEnvelope(text: string): boolean {
  return text.startsWith(HEADER)
}

function readNumber(d: Draft, key: 'lot' | 'serial', value: string): void {
  const what = key === 'lot' ? 'The lot' : 'The serial number'
  if (value.length > 20) {
    const says = { what, value, length: value.length, expected: 'at most 20' }
    d.findings.push(udiFindings.make.LENGTH({ path: key }, says))
  } else if (!isCset82(value)) {
    const allowed = 'letters, digits and the signs of the GS1 character set 82'
    d.findings.push(udiFindings.make.CHARSET({ path: key }, { what, value, allowed }))
  } else setOnce(d, key, value, what)
}

function readDate(d: Draft, di: string, value: string): void {
  const what = di === '16D' ? 'The manufacturing date' : 'The expiry date'
  const long = readYyyymmdd(value)
  const read =
    di === 'D'
      ? readYymmdd(value, yy => fullYear(yy, d.year))
      : long && ({ day: long, precision: 'day' } as const)
  if (!read) {
    d.findings.push(udiFindings.make.DATE({ path: di }, { what, value }))
    return
  }
  if (di === '16D') {
    setOnce(d, 'manufactured', read.day, what)
    return
  }
  const before = d.data.expiry
  if (before !== undefined && before !== read.day) {
    d.findings.push(udiFindings.make.REPEATED({ path: 'expiry' }, { what, first: before, second: read.day }))
    return
  }
  d.data.expiry = read.day
  d.data.expiryPrecision = read.precision
  if (read.precision === 'month') d.data.expiryLastDay = read.day
}

function readGtin(d: Draft, value: string): string | undefined {
  const gtin = normaliseGtin(value)
  const at = { path: '8P' }
  const what = 'The GTIN'
  if (gtin === undefined) {
    const says = { what, value, length: value.length, expected: '8, 12, 13 or 14 digits' }
    d.findings.push(udiFindings.make.LENGTH(at, says))
  } else if (!verifyGs1CheckDigit(gtin)) {
    const says = { what, value, found: gtin.slice(-1), expected: gs1CheckDigit(gtin.slice(0, -1)) ?? '' }
    d.findings.push(udiFindings.make.CHECK_DIGIT(at, says))
  }
  return gtin
}

function readFields(d: Draft, fields: readonly string[]): void {
  const elements: [string, string][] = []
  let gtin: string | undefined
  for (const field of fields) {
    const m = /^(\d{0,3}[A-Z])(.*)$/s.exec(field)
    if (!m || m[1] === undefined || m[2] === undefined) {
      d.findings.push(udiFindings.make.DATA_IDENTIFIER({ path: 'label' }, { value: field.slice(0, 60) }))
      continue
    }
    const [, di, value] = m
    elements.push([di, value])
    if (value === '') d.findings.push(udiFindings.make.EMPTY({ path: di }, { what: `The field ${di}` }))
    else if (di === '9N') {
      d.findings.push(...ppnFindings(value, di))
      setOnce(d, 'di', value, 'The PPN')
    } else if (di === '1T') readNumber(d, 'lot', value)
    else if (di === 'S') readNumber(d, 'serial', value)
    else if (di === 'D' || di === '14D' || di === '16D') readDate(d, di, value)
    else if (di === '8P') gtin = readGtin(d, value) ?? gtin
    else if (di === 'Q') {
      if (/^\d{1,8}$/.test(value)) setOnce(d, 'quantity', Number(value), 'The quantity')
      else d.findings.push(udiFindings.make.QUANTITY({ path: di }, { what: 'The quantity', value }))
    } else {
      const shown = field.slice(0, 60)
      d.findings.push(udiFindings.make.UNKNOWN_DATA({ path: di }, { value: shown }))
    }
  }
  d.data.elements = elements
  if (d.data.di === undefined && gtin !== undefined) {
    d.data.di = gtin
    d.data.issuer = 'GS1'
  }
}

/** What is wrong with the frame, and the fields inside as far as they can be made out. */
function openEnvelope(text: string): {
  readonly faults: readonly string[]
  readonly format: string
  readonly fields: readonly string[]
} {
  const faults: string[] = []
  let rest = text.slice(HEADER.length)
  if (rest.startsWith(RS)) rest = rest.slice(1)
  else faults.push('the record separator (RS) after the header is missing')
  if (rest.endsWith(EOT)) rest = rest.slice(0, -1)
  else faults.push('the end of transmission (EOT) is missing')
  if (rest.endsWith(RS)) rest = rest.slice(0, -1)
  else faults.push('the record separator (RS) at the end is missing')
  const format = /^\d{2}/.test(rest) && rest[2] === GS ? rest.slice(0, 2) : ''
  if (format === '') faults.push('the format number and separator (06 and GS) are missing')
  const body = format === '' ? rest : rest.slice(3)
  if (body.includes(RS)) faults.push('it holds more than one record')
  return { faults, format, fields: body.split(RS)[0]?.split(GS) ?? [] }
}

/**
 * Reads an ISO/IEC 15434 message: format 06 with ASC MH10 data identifiers, as the PPN-Code of IFA uses it (9N PPN,
 * 1T lot, S serial number, D or 14D expiry, 16D manufacture, Q quantity, 8P a GTIN), or format 05 with GS1 elements.
 */
export function parseEnvelope(text: string, today?: Day): LabelResult {
  const { faults, format, fields } = openEnvelope(text)
  if (format === '05' && faults.length === 0) return parseGs1(fields.join(GS), today)
  const d = draft('IFA', 'label', today)
  for (const why of faults) d.findings.push(udiFindings.make.ENVELOPE({ path: 'label' }, { why }))
  if (format !== '06' && format !== '') {
    d.findings.push(udiFindings.make.ENVELOPE({ path: 'label' }, { why: `format ${format} carries no UDI` }))
  }
  readFields(d, fields)
  if (d.data.di === undefined) {
    d.findings.push(udiFindings.make.NO_DI({ path: 'label' }, { value: text.slice(0, 60) }))
  }
  return finish(d)
}

/** Writes fields, each a data identifier and its value, in the frame of ISO/IEC 15434 format 06. */
export function renderEnvelope(fields: readonly (readonly [string, string])[]): string {
  return `${HEADER}${RS}06${fields.map(([di, value]) => `${GS}${di}${value}`).join('')}${RS}${EOT}`
}
