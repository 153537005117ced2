import { type CountryCode, type CountrySetId, isMember, parseCountry } from '@vigie/codes'
import { addDays, type Day, type Finding } from '@vigie/kernel'
import { DENOMINATOR_BASES, type DenominatorBasis } from './basis.js'
import { similarFindings } from './findings.js'

const { make } = similarFindings

/** A serious incident that may count. `cohort` holds what section 4.3.3(a) may go by: model, lot, software, platform. */
export interface SimilarCase {
  readonly id: string
  readonly country: string
  /** The day the incident counts on. */
  readonly on: Day
  readonly imdrf: readonly string[]
  readonly own: readonly string[]
  readonly cohort: Readonly<Record<string, string>>
}

/**
 * Devices in a country: `units` of a span of days (a flow: units distributed, tests, episodes), or with `from` equal to
 * `to` the standing number on that day (a stock: installed base, implanted, placed on the market until then).
 */
export interface DeviceEntry {
  readonly id: string
  readonly country: string
  readonly from: Day
  readonly to: Day
  readonly units: number
}

/** The middle column of section 4.3.3(c), which differs by authority: a set of countries, with some added or left out. */
export interface RegionRule {
  readonly set: CountrySetId
  readonly and?: readonly string[]
  readonly without?: readonly string[]
}

export interface SimilarQuestion {
  /** The codes of this incident: a case is similar when it shares one, at the level chosen. */
  readonly codes: {
    readonly by: 'imdrf' | 'own'
    readonly values: readonly string[]
    /** For IMDRF: compare the first digits only (1: A05, 2: A0501); absent: the whole code, or any below it. */
    readonly level?: 1 | 2 | 3
  }
  /** Values that a case must share, for example `{ model: 'P3' }`; empty: all cases. */
  readonly cohort: Readonly<Record<string, string>>
  /** N first, then N-1, N-2, N-3; each ends on the day before the one listed before it begins. */
  readonly periods: readonly { readonly from: Day; readonly to: Day }[]
  readonly country: string
  readonly region: RegionRule
  readonly basis: DenominatorBasis
  /** Whether devices are added up from the first entry to the end of each period. */
  readonly cumulative: boolean
}

/** A number of the form, with what it was counted from. */
export interface Opened {
  readonly value: number
  readonly ids: readonly string[]
}

export interface SimilarPeriod {
  readonly name: 'N' | 'N-1' | 'N-2' | 'N-3'
  readonly from: Day
  readonly to: Day
  readonly countrySimInc: Opened
  readonly eeaChTrSimInc: Opened
  readonly worldSimInc: Opened
  readonly countrySimDev: Opened
  readonly eeaChTrSimDev: Opened
  readonly worldSimDev: Opened
}

export interface SimilarNumbers {
  readonly periods: readonly SimilarPeriod[]
  /** The text for `numberBasedOn`. */
  readonly numberBasedOn: string
  /** A proposal for section 4.3.3(d): how incidents and devices were counted. */
  readonly howDetermined: string
  readonly findings: readonly Finding[]
}

const NAMES = ['N', 'N-1', 'N-2', 'N-3'] as const
const STOCKS: ReadonlySet<DenominatorBasis> = new Set(['installed-base'])

/**
 * Counts the twenty-four numbers of MIR section 4.3.3(c): similar serious incidents and devices on the market, for up to
 * four periods, in the country of the incident, in the region of the addressee and in the world.
 * Every number carries the ids it was counted from. Nothing is divided or filled by guessing: what does not fit is found.
 */
export function similarIncidents(
  question: SimilarQuestion,
  cases: readonly SimilarCase[],
  devices: readonly DeviceEntry[],
): SimilarNumbers {
  const findings = faultsOf(question, cases, devices)
  const matches = cases.filter(c => isSimilar(c, question))
  const periods = question.periods.slice(0, NAMES.length).map((p, i): SimilarPeriod => {
    const name = NAMES[i] ?? 'N'
    const inside = matches.filter(c => c.on >= p.from && c.on <= p.to)
    const entries = entriesOf(question, devices, p, name, findings)
    const incidents = (holds: InColumn) =>
      opened(inside.filter(c => holds(c.country, c.on)).map(c => [c.id, 1]))
    const units = (holds: InColumn) =>
      opened(entries.filter(e => holds(e.country, e.to)).map(e => [e.id, e.units]))
    const [country, region] = [inCountry(question.country), inRegion(question.region)]
    const everywhere: InColumn = () => true
    return {
      name,
      ...p,
      countrySimInc: incidents(country),
      eeaChTrSimInc: incidents(region),
      worldSimInc: incidents(everywhere),
      countrySimDev: units(country),
      eeaChTrSimDev: units(region),
      worldSimDev: units(everywhere),
    }
  })
  for (const p of periods) findings.push(...emptyDenominators(p))
  return {
    periods,
    numberBasedOn: DENOMINATOR_BASES[question.basis].form,
    howDetermined: wordsFor(question, cases.length),
    findings,
  }
}

type InColumn = (country: string, on: Day) => boolean

function inCountry(code: string): InColumn {
  const wanted = parseCountry(code)
  return country => wanted !== undefined && parseCountry(country) === wanted
}

function inRegion(rule: RegionRule): InColumn {
  const and = codes(rule.and)
  const without = codes(rule.without)
  return (country, on) => {
    const code = parseCountry(country)
    if (code === undefined || without.has(code)) return false
    return and.has(code) || isMember(code, rule.set, on)
  }
}

const codes = (list: readonly string[] = []): ReadonlySet<CountryCode> =>
  new Set(list.flatMap(c => parseCountry(c) ?? []))

const opened = (parts: readonly (readonly [string, number])[]): Opened => ({
  value: parts.reduce((s, [, n]) => s + n, 0),
  ids: parts.map(([id]) => id),
})

function isSimilar(c: SimilarCase, { codes, cohort }: SimilarQuestion): boolean {
  for (const [key, value] of Object.entries(cohort)) if (c.cohort[key] !== value) return false
  if (codes.by === 'own') return c.own.some(code => codes.values.includes(code))
  // A letter and two digits for each level.
  const cut = (code: string) => (codes.level === undefined ? code : code.slice(0, 1 + 2 * codes.level))
  return c.imdrf.some(code => codes.values.some(v => cut(code).startsWith(cut(v))))
}

/** The entries that count in a period; what lies across its edge is found. */
function entriesOf(
  { basis, cumulative }: SimilarQuestion,
  devices: readonly DeviceEntry[],
  period: { readonly from: Day; readonly to: Day },
  name: string,
  findings: Finding[],
): readonly DeviceEntry[] {
  if (STOCKS.has(basis)) return lastStocks(devices, period)
  return devices.filter(e => {
    if (e.from > period.to || (!cumulative && e.to < period.from)) return false
    if (e.to > period.to || (!cumulative && e.from < period.from)) {
      findings.push(make.STRADDLES({ path: `devices.${e.id}`, place: '4.3.3.c' }, { ...e, period: name }))
      return false
    }
    return true
  })
}

/** The latest standing number of each country within a period. */
function lastStocks(
  devices: readonly DeviceEntry[],
  period: { readonly from: Day; readonly to: Day },
): readonly DeviceEntry[] {
  const latest = new Map<string, DeviceEntry>()
  for (const e of devices) {
    if (e.to < period.from || e.to > period.to) continue
    const key = parseCountry(e.country) ?? e.country
    const there = latest.get(key)
    if (there === undefined || e.to > there.to) latest.set(key, e)
  }
  return [...latest.values()]
}

function faultsOf(
  q: SimilarQuestion,
  cases: readonly SimilarCase[],
  devices: readonly DeviceEntry[],
): Finding[] {
  const found: Finding[] = []
  const place = '4.3.3.c'
  if (q.codes.values.length === 0) found.push(make['NO-CODES']({ path: 'codes', place: '4.3.1' }, {}))
  const { form, cumulative } = DENOMINATOR_BASES[q.basis]
  if (q.cumulative && !cumulative) {
    found.push(make['NOT-CUMULATIVE']({ path: 'cumulative', place: '4.3.3.b' }, { basis: form }))
  }
  if (q.periods.length < 1 || q.periods.length > 4) {
    found.push(make.PERIODS({ path: 'periods', place }, { count: q.periods.length }))
  }
  for (const [i, p] of q.periods.entries()) {
    const path = `periods[${i}]`
    if (p.to < p.from) found.push(make['PERIOD-ORDER']({ path, place }, p))
    const later = q.periods[i - 1]
    if (later !== undefined && addDays(p.to, 1) !== later.from) {
      found.push(make['PERIOD-JOIN']({ path, place }, { from: later.from, to: p.to }))
    }
  }
  const seen = new Set<string>()
  for (const c of cases) {
    if (seen.has(c.id)) found.push(make['CASE-TWICE']({ path: `cases.${c.id}`, place }, { id: c.id }))
    seen.add(c.id)
    if (parseCountry(c.country) === undefined) found.push(make.COUNTRY({ path: `cases.${c.id}`, place }, c))
  }
  for (const e of devices) {
    const where = { path: `devices.${e.id}`, place }
    if (!Number.isInteger(e.units) || e.units < 0) found.push(make.UNITS(where, e))
    if (parseCountry(e.country) === undefined) found.push(make.COUNTRY(where, e))
  }
  return found
}

function emptyDenominators(p: SimilarPeriod): Finding[] {
  const columns = [
    ['the country of the incident', p.countrySimInc, p.countrySimDev],
    ['the region', p.eeaChTrSimInc, p.eeaChTrSimDev],
    ['the world', p.worldSimInc, p.worldSimDev],
  ] as const
  return columns.flatMap(([column, incidents, units]) =>
    incidents.value > 0 && units.value === 0
      ? [
          make['NO-DEVICES'](
            { path: `periods.${p.name}`, place: '4.3.3.c' },
            { period: p.name, column, incidents: incidents.value },
          ),
        ]
      : [],
  )
}

function wordsFor(q: SimilarQuestion, cases: number): string {
  const by = q.codes.by === 'imdrf' ? 'IMDRF code' : 'own code'
  const level = q.codes.level === undefined ? '' : ` at level ${q.codes.level}`
  const cohort = Object.entries(q.cohort).map(([k, v]) => `${k} ${v}`)
  return (
    `Serious incidents that share the ${by} ${q.codes.values.join(', ')}${level}` +
    `${cohort.length === 0 ? '' : `, with ${cohort.join(', ')}`}, by the day of the incident, out of ${cases} cases on file. ` +
    `Devices: ${DENOMINATOR_BASES[q.basis].form.toLowerCase()}` +
    `${STOCKS.has(q.basis) ? ', the last number of each period' : q.cumulative ? ', added up to the end of each period' : ', in each period by itself'}.`
  )
}
