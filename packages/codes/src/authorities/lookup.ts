import type { Day } from '@vigie/kernel'
import { acceptedCountryCodes, type CodeChannel, countryCodeFor } from '../countries/channel-code.js'
import { parseCountry } from '../countries/country.js'
import { holdsOn } from '../period.js'
import type { Authority, AuthorityId, AuthorityName, Channel, ReportKind, Territory } from './authority.js'
import { NEIGHBOUR_AUTHORITIES } from './eea-and-neighbours.js'
import { EU_AUTHORITIES } from './eu.js'
import { THIRD_COUNTRY_AUTHORITIES } from './third-countries.js'

/** Every authority in the shipped records. */
export const AUTHORITIES: readonly Authority[] = [
  ...EU_AUTHORITIES,
  ...NEIGHBOUR_AUTHORITIES,
  ...THIRD_COUNTRY_AUTHORITIES,
]

const BY_ID: ReadonlyMap<string, Authority> = new Map(AUTHORITIES.map(a => [a.id, a]))

/** The authority with this id, or undefined. */
export function authorityById(id: string): Authority | undefined {
  return BY_ID.get(id)
}

/** Reads an authority id; undefined when no authority has it. */
export function parseAuthorityId(text: string): AuthorityId | undefined {
  return BY_ID.get(text)?.id
}

/** One way an event in a country reaches an authority. */
export interface AuthorityRoute {
  readonly authority: Authority
  readonly territory: Territory
}

/**
 * The authorities that answer for a country (code or alias) on a day, each with the devices it answers for. More than
 * one route means that a fact about the device decides: the PEI list in Germany, the regime in Liechtenstein. Empty for
 * a country whose authority is not in the records.
 */
export function routesOf(countryCode: string, on: Day): readonly AuthorityRoute[] {
  const parsed = parseCountry(countryCode)
  return AUTHORITIES.flatMap(authority =>
    authority.territories
      .filter(t => t.country === parsed && holdsOn(t, on))
      .map(territory => ({ authority, territory })),
  )
}

/** As {@link routesOf}, without the routes. */
export function authoritiesOf(countryCode: string, on: Day): readonly Authority[] {
  return routesOf(countryCode, on).map(r => r.authority)
}

/**
 * How a report of this kind reaches the authority on a day. Undefined when no channel for the kind is known, for
 * example a MIR to the FDA.
 */
export function channelFor(authority: Authority, kind: ReportKind, on: Day): Channel | undefined {
  return authority.channels.find(c => c.kinds.includes(kind) && holdsOn(c, on))
}

/** The name on a day. Where the day of a change of name is not known, the name in use now. */
export function nameOn(authority: Authority, on: Day): AuthorityName {
  const dated = authority.names.filter(n => n.validFrom !== undefined || n.validTo !== undefined)
  return dated.find(n => holdsOn(n, on)) ?? authority.names[0]
}

/**
 * How a channel writes the country of an authority, or a country given by code or alias.
 *
 * @example codeFor('EL', 'mir-xml-7.2.1') // 'GR'
 * @example codeFor(authority, 'eudamed') // 'XI' for the MHRA acting for Northern Ireland
 */
export function codeFor(of: Authority | string, channel: CodeChannel): string | undefined {
  return countryCodeFor(typeof of === 'string' ? of : of.country, channel)
}

/** Every code the channel accepts for it, the usual one first. */
export function acceptedCodes(of: Authority | string, channel: CodeChannel): readonly string[] {
  return acceptedCountryCodes(typeof of === 'string' ? of : of.country, channel)
}
