import { COUNTRIES, COUNTRY_NUMBERS } from '../countries.js'
import { fullYear, readYymmdd, readYyyymmdd } from '../dates.js'
import { modulo1021Pair } from '../modulo-1021.js'
import { gs1CheckDigit, verifyGs1CheckDigit } from './check-digit.js'

/** What a rule of content says when it is broken. */
type Broken =
  | { readonly is: 'DATE' }
  | { readonly is: 'CHECK_DIGIT' | 'CHECK_CHAR'; readonly expected: string }
  | { readonly is: 'VALUE'; readonly rule: string }

type Rule = (value: string, referenceYear: number) => Broken | undefined

const DATE: Broken = { is: 'DATE' }
const value = (rule: string): Broken => ({ is: 'VALUE', rule })
const when = (ok: boolean, broken: Broken): Broken | undefined => (ok ? undefined : broken)
const between = (text: string, low: number, high: number): boolean =>
  /^\d+$/.test(text) && Number(text) >= low && Number(text) <= high

function iban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$/.test(text)) return false
  let rest = 0
  for (const c of text.slice(4) + text.slice(0, 4)) {
    const n = Number.parseInt(c, 36)
    rest = (rest * (n > 9 ? 100 : 10) + n) % 97
  }
  return rest === 1
}

const prefix = (text: string): Broken | undefined =>
  when(/^\d{4}/.test(text), value('it must begin with the digits of a GS1 company prefix'))

/** The rules of content named in the table of application identifiers (GS1 General Specifications, section 3). */
const RULES: Readonly<Record<string, Rule>> = {
  csum: text =>
    when(verifyGs1CheckDigit(text), { is: 'CHECK_DIGIT', expected: gs1CheckDigit(text.slice(0, -1)) ?? '' }),
  csumalpha: text => {
    const expected = modulo1021Pair(text.slice(0, -2))
    if (expected === undefined) return value('it is too short for a check pair')
    return when(expected === text.slice(-2), { is: 'CHECK_CHAR', expected })
  },
  gcp: prefix,
  gcp2: text => prefix(text.slice(1)),
  yymmd0: (text, year) => when(readYymmdd(text, yy => fullYear(yy, year)) !== undefined, DATE),
  yymmdd: (text, year) =>
    when(readYymmdd(text, yy => fullYear(yy, year)) !== undefined && !text.endsWith('00'), DATE),
  yyyymmdd: text => when(readYyyymmdd(text) !== undefined, DATE),
  hhmi: text => when(between(text.slice(0, 2), 0, 23) && between(text.slice(2), 0, 59), DATE),
  hh: text => when(between(text, 0, 23), DATE),
  mi: text => when(between(text, 0, 59), DATE),
  ss: text => when(between(text, 0, 59), DATE),
  country: text => when(COUNTRY_NUMBERS.has(text), value('it is no country number of ISO 3166-1')),
  country999: text =>
    when(text === '999' || COUNTRY_NUMBERS.has(text), value('it is no country number of ISO 3166-1')),
  country2: text => when(COUNTRIES.has(text), value('it is no country code of ISO 3166-1')),
  piece: text => {
    const [piece, total] = [Number(text.slice(0, 2)), Number(text.slice(2))]
    return when(
      piece >= 1 && piece <= total,
      value('the piece number must be 1 or more and not above the total'),
    )
  },
  nonzero: text => when(Number(text) > 0, value('it must not be zero')),
  zero: text => when(text === '0', value('the first digit must be 0')),
  nozeroprefix: text => when(text === '0' || !text.startsWith('0'), value('it must not begin with 0')),
  hasnondigit: text => when(/\D/.test(text), value('it must hold a character that is no digit')),
  winding: text => when(/^[019]$/.test(text), value('the winding direction must be 0, 1 or 9')),
  yesno: text => when(/^[01]$/.test(text), value('it must be 0 or 1')),
  latitude: text => when(between(text, 0, 1_800_000_000), value('the latitude is out of range')),
  longitude: text => when(between(text, 0, 3_600_000_000), value('the longitude is out of range')),
  hyphen: text => when(text === '-', value('only a hyphen may follow the temperature')),
  pcenc: text =>
    when(!/%(?![0-9A-Fa-f]{2})/.test(text), value('a percent sign must begin a percent-encoded character')),
  importer: text => when(/^[0-9A-Za-z_-]$/.test(text), value('the importer index is out of range')),
  media: text => when(between(text, 1, 10) || between(text, 80, 99), value('the media type is unknown')),
  sex: text => when(/^[0129]$/.test(text), value('it must be 0, 1, 2 or 9')),
  sequence: text => {
    const m = /^([1-9])\/([1-9])$/.exec(text)
    return when(m !== null && Number(m[1]) <= Number(m[2]), value('it must be a place in a total, as 1/2'))
  },
  iban: text => when(iban(text), value('it is no IBAN with right check digits')),
}

/** The rule of a name in the table. Throws on a name it does not know, when the table is loaded. */
export function contentRule(name: string): Rule {
  const rule = RULES[name]
  if (!rule) throw new Error(`application identifier table: unknown rule of content: ${name}`)
  return rule
}

/** Whether the rule of this name reads a date or time. */
export function isDateRule(name: string): boolean {
  return /^(yy|hh|mi$|ss$)/.test(name)
}
