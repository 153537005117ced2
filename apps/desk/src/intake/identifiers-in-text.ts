import type { Day } from '@vigie/kernel'
import { type LabelResult, parseLabel } from '@vigie/udi'
import type { Hint } from './signal-details.js'

const MOST = 50
/** What looks like a UDI, most telling first: with brackets, as a link, HIBC, a symbology identifier, bare digits. */
const CARRIERS: readonly RegExp[] = [
  /\(01\)\s?\d{14}(?:\s?\(\d{2,4}\)\s?[^\s()<>"]{1,90}){0,8}/g,
  /https?:\/\/[^\s<>"]{1,200}\/01\/\d{8,14}[^\s<>"]{0,200}/g,
  /\*?\+[A-Z][A-Z0-9]{3}[A-Z0-9][A-Z0-9$/.+%-]{2,60}\*?/g,
  /\]d2\S{16,120}/g,
  /\b(?:\d{14}|\d{13})\b/g,
]
const BASIC = /\bbasic[ -]udi(?:[ -]di)?\s*[:=#]?\s*([A-Z0-9+-]{6,27})/gi
const LOT =
  /\b(?:lot|batch|charge|ch\.-b\.)(?:[ -]?(?:no|nr|number|nummer|code)\.?)?\s*[:=#]?\s*([A-Z0-9][A-Z0-9./-]{2,40})/gi
const SERIAL =
  /(?:\bs\/n|\bserial|\bseriennummer|\bserien-nr|\bsn)(?:[ -]?(?:no|nr|number|nummer)\.?)?\s*[:=#.]?\s*([A-Z0-9][A-Z0-9./-]{2,40})/gi

export interface Found {
  readonly hints: readonly Hint[]
  /** Every device identifier read, for the registry. */
  readonly dis: readonly string[]
}

/** The identifiers in a text, as hints: each as it stands there, with what is wrong with it. */
export function identifiersIn(text: string, today: Day): Found {
  const hints: Hint[] = []
  const dis = new Set<string>()
  const taken: [number, number][] = []
  for (const carrier of CARRIERS) {
    for (const m of text.matchAll(carrier)) {
      const from = m.index
      if (hints.length >= MOST || taken.some(([a, b]) => from < b && from + m[0].length > a)) continue
      const written = m[0].replace(/[.,;:]+$/, '')
      const read = parseLabel(written.startsWith('(') ? written.replaceAll(/\s/g, '') : written, { today })
      // Bare digits are a telephone number as often as a GTIN: only a right check digit speaks for them.
      if (read.di === undefined || (/^\d+$/.test(written) && read.valid !== true)) continue
      taken.push([from, from + m[0].length])
      dis.add(read.di)
      hints.push(...hintsOf(read, written, from))
    }
  }
  const inside = (at: number) => taken.some(([a, b]) => at >= a && at < b)
  const labelled = (kind: Hint['kind'], pattern: RegExp) => {
    for (const m of text.matchAll(pattern)) {
      const value = m[1]?.replace(/[./-]+$/, '') ?? ''
      // A word of the sentence ("serial number unknown") is no number.
      if (!/\d/.test(value) || inside(m.index) || hints.length >= MOST) continue
      hints.push({ kind, text: m[0], value, at: m.index, note: null })
    }
  }
  labelled('basic-udi-di', BASIC)
  labelled('lot', LOT)
  labelled('serial', SERIAL)
  return { hints, dis: [...dis] }
}

function hintsOf(read: LabelResult, text: string, at: number): Hint[] {
  const faults = read.findings.map(f => f.message).join(' ')
  const one = (kind: Hint['kind'], value: string | undefined): Hint[] =>
    value === undefined ? [] : [{ kind, text, value, at, note: faults === '' ? null : faults }]
  return [
    ...one('udi', read.di),
    ...one('lot', read.lot),
    ...one('serial', read.serial),
    ...one('expiry', read.expiry),
  ]
}
