import { type Day, day } from '@vigie/kernel'
import type { Certainty } from '../certainty.js'
import { holdsOn, type Period } from '../period.js'
import { type CountryCode, country, parseCountry } from './country.js'

/** A country's time in a set. */
export interface Membership extends Period {
  readonly country: CountryCode
}

/** A named set of countries whose members change over time. */
export interface CountrySet {
  readonly id: CountrySetId
  readonly title: string
  readonly members: readonly Membership[]
  readonly source: string
  readonly certainty: Certainty
  readonly note?: string
}

export type CountrySetId = 'eu' | 'eea' | 'union-market'

/** `from  CC CC` or `from..to  CC`. */
function memberships(table: Readonly<Record<string, string>>): Membership[] {
  return Object.entries(table).flatMap(([span, codes]) => {
    const [from = '', to] = span.split('..')
    const period = { validFrom: day(from), ...(to === undefined ? {} : { validTo: day(to) }) }
    return codes.split(' ').map(code => ({ country: country(code), ...period }))
  })
}

const EU = memberships({
  '1958-01-01': 'BE DE FR IT LU NL',
  '1973-01-01': 'DK IE',
  '1973-01-01..2020-01-31': 'GB',
  '1981-01-01': 'GR',
  '1986-01-01': 'ES PT',
  '1995-01-01': 'AT FI SE',
  '2004-05-01': 'CY CZ EE HU LT LV MT PL SI SK',
  '2007-01-01': 'BG RO',
  '2013-07-01': 'HR',
})

const START_OF_EEA = day('1994-01-01')
const afterStart = (m: Membership): Membership =>
  m.validFrom === undefined || m.validFrom >= START_OF_EEA ? m : { ...m, validFrom: START_OF_EEA }
const EEA = [
  ...EU.map(afterStart),
  ...memberships({ '1994-01-01': 'IS NO', '1995-05-01': 'LI', '2020-02-01..2020-12-31': 'GB' }),
]

const DATES = 'The dates of joining and leaving are general knowledge; they matter here only from 2021 on.'

export const COUNTRY_SETS: Readonly<Record<CountrySetId, CountrySet>> = {
  eu: {
    id: 'eu',
    title: 'Member States of the European Union',
    members: EU,
    source: 'Treaty on European Union, Article 52, and the acts of accession',
    certainty: 'not-confirmed',
    note: DATES,
  },
  eea: {
    id: 'eea',
    title: 'European Economic Area',
    members: EEA,
    source: 'Agreement on the European Economic Area, Article 126',
    certainty: 'not-confirmed',
    note: `${DATES} A state that joins the Union is counted from that day. The United Kingdom is counted to the end of the transition period.`,
  },
  'union-market': {
    id: 'union-market',
    title: 'EEA, Türkiye and Northern Ireland',
    members: [...EEA, ...memberships({ '1995-12-31': 'TR', '2021-01-01': 'XI' })],
    source: 'MIR 7.3.1 form, sections 2.5 and 4.3; Windsor Framework, Annex 2',
    certainty: 'secondary-source',
    note: 'The regional column of the similar-incident counts in the MIR. Türkiye by customs union with the Union.',
  },
}

/** The members of a set on a day, sorted by code. */
export function membersOf(set: CountrySetId, on: Day): readonly CountryCode[] {
  const codes = COUNTRY_SETS[set].members.filter(m => holdsOn(m, on)).map(m => m.country)
  return [...new Set(codes)].sort()
}

/** Whether a country (code or alias) belongs to the set on the day. False for a code that does not exist. */
export function isMember(code: string, set: CountrySetId, on: Day): boolean {
  const parsed = parseCountry(code)
  return COUNTRY_SETS[set].members.some(m => m.country === parsed && holdsOn(m, on))
}
