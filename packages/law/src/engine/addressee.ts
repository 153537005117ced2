import { type Authority, type CountrySetId, isMember, nameOn, routesOf } from '@vigie/codes'
import type { CaseFile, Country } from '@vigie/facts'
import type { Day } from '@vigie/kernel'
import { agreementFor } from './agreement.js'
import type { LawFacts } from './law-facts.js'
import type { AddresseeRule, Party } from './rule.js'

export interface Addressee {
  /** Stable key, for example `DE-BfArM`. */
  readonly key: string
  /** As people say it, for example `BfArM (DE)`. */
  readonly name: string
  readonly country?: string
  readonly authority?: Authority
  /** Why this one, when the rule alone does not say it. */
  readonly why?: string
  /** False when the receiver follows only from a fact that is not known yet, or from an unconfirmed reading. */
  readonly certain: boolean
  /** True when it is open whether this one has to be told at all. */
  readonly open?: true
}

/** The receivers of a duty. Empty when there is none in this jurisdiction. */
export function addressees(
  rule: AddresseeRule,
  facts: LawFacts,
  file: CaseFile,
  on: Day,
): readonly Addressee[] {
  switch (rule.resolve) {
    case 'authority-of-event-country': {
      const country = facts['event.country']
      return country == null
        ? [unknownAuthority('the country where it happened (not known yet)')]
        : authoritiesFor(country, facts, on)
    }
    case 'authority':
      return authoritiesFor(rule.country, facts, on)
    case 'authorities-of-action':
      return ofAction(rule.within, facts, file, on)
    case 'authorities-of-markets': {
      const countries = [...(facts['device.markets'] ?? []), ...(facts['action.undertakenIn'] ?? [])]
      const places = [...new Set(membersAmong(countries, rule.within, facts, on))]
      return places.length === 0
        ? [unknownAuthority('each country where the device is made available (not known yet)')]
        : places.flatMap(c => authoritiesFor(c, facts, on))
    }
    case 'authorities-of-trend': {
      const countries = facts['trend.countries']
      return countries == null
        ? [unknownAuthority('each country where the incidents occurred (not known yet)')]
        : membersAmong(countries, rule.within, facts, on).flatMap(c => authoritiesFor(c, facts, on))
    }
    case 'authority-of-manufacturer-place':
      return placeOf(file, on).length === 0
        ? [unknownAuthority(PLACE)]
        : placeOf(file, on).flatMap(c => authoritiesFor(c, facts, on))
    case 'authority-of-agreement': {
      const agreement = agreementFor(file, on)
      return agreement === undefined ? [] : authoritiesFor(agreement.authority, facts, on)
    }
    case 'authority-of-operator-country': {
      const country = facts['operator.country']
      return country == null ? [] : authoritiesFor(country, facts, on)
    }
    case 'authority-of-request': {
      const country = facts['request.country']
      return country == null ? [] : authoritiesFor(country, facts, on)
    }
    case 'parties':
      return rule.parties.map(party => ({ key: party, name: nameOfParty(party, file), certain: true }))
  }
}

const PLACE = 'the place of the manufacturer or its authorised representative (not known yet)'

function unknownAuthority(of: string): Addressee {
  return { key: 'unknown', name: `competent authority of ${of}`, certain: false }
}

/** The authority of a country for this device; several joined in one where only a missing fact decides between them. */
function authoritiesFor(country: string, facts: LawFacts, on: Day): readonly Addressee[] {
  if (country === 'UK') return [unknownAuthority('Great Britain or Northern Ireland (not said which)')]
  const routes = routesOf(country, on).filter(r => routeFits(r.territory.route, facts) !== 'no')
  const [first, ...others] = routes.map(r => r.authority)
  if (first === undefined) return [unknownAuthority(country)]
  if (others.length === 0) return [one(first, country, on)]
  const all = [first, ...others]
  return [
    {
      key: all.map(a => a.id).join('|'),
      name: `${all.map(a => nameOn(a, on).short).join(' or ')} (${country})`,
      country,
      authority: first,
      why: `${routes.map(r => `${nameOn(r.authority, on).short}: ${r.territory.when}`).join(' ')}`,
      certain: false,
    },
  ]
}

const answer = (known: boolean | null | undefined, wanted: boolean) =>
  known == null ? 'unknown' : known === wanted ? 'yes' : 'no'

function routeFits(route: string, facts: LawFacts): 'yes' | 'no' | 'unknown' {
  const isIvd = facts['device.kind'] === undefined ? undefined : facts['device.kind'] === 'ivd'
  const listed = isIvd === false ? false : facts['device.bloodOrInfectionScreening']
  const regime = facts['device.liechtensteinRegime']
  if (route === 'pei-listed-ivd') return answer(listed, true)
  if (route === 'not-pei-listed-ivd') return answer(listed, false)
  if (route === 'eea-law') return answer(regime == null ? undefined : regime === 'EEA', true)
  if (route === 'swiss-customs-treaty') return answer(regime == null ? undefined : regime === 'EEA', false)
  return 'yes'
}

function one(authority: Authority, country: string, on: Day): Addressee {
  return {
    key: authority.id,
    name: authorityLabel(authority, country, on),
    country,
    authority,
    certain: true,
  }
}

function membersAmong(
  countries: readonly Country[],
  set: CountrySetId,
  facts: LawFacts,
  on: Day,
): readonly string[] {
  // A device placed in Liechtenstein under the customs treaty is Switzerland's business there.
  const swiss = facts['device.liechtensteinRegime'] === 'swiss-customs-treaty'
  return countries.filter(c => c !== 'UK' && isMember(c, set, on) && !(swiss && c === 'LI'))
}

/** Place of business that counts: the manufacturer's, or its authorised representative's when it is outside (MDR Art 11(7)). */
export function placeOf(file: CaseFile, on: Day): readonly string[] {
  const inside = (c: string | undefined) => c !== undefined && c !== 'UK' && isMember(c, 'union-market', on)
  if (inside(file.manufacturer.country)) return [file.manufacturer.country]
  const representative = file.authorisedRepresentative?.country
  return representative !== undefined && inside(representative) ? [representative] : []
}

/** MDR Art 92(7), MDCG 2023-3 Q18, Q20: where it is undertaken, and the place of the manufacturer or its representative. */
function ofAction(within: CountrySetId, facts: LawFacts, file: CaseFile, on: Day): readonly Addressee[] {
  const undertaken = facts['action.undertakenIn']
  const place = placeOf(file, on).filter(c => isMember(c, within, on))
  const placeIsKnown = placeOf(file, on).length > 0
  const there =
    undertaken == null
      ? [unknownAuthority('each country where the action is carried out (not known yet)')]
      : membersAmong(undertaken, within, facts, on).flatMap(c =>
          authoritiesFor(c, facts, on).map(a => ({ ...a, why: 'the action is carried out there' })),
        )
  const home = !placeIsKnown
    ? [unknownAuthority(PLACE)]
    : place.flatMap(c =>
        authoritiesFor(c, facts, on).map(a => ({
          ...a,
          why: 'place of business of the manufacturer or its authorised representative',
        })),
      )
  const onMarketOnly =
    undertaken != null && membersAmong(undertaken, 'union-market', facts, on).length === 0
      ? membersAmong(facts['device.markets'] ?? [], within, facts, on)
          .filter(c => !place.includes(c))
          .flatMap(c =>
            authoritiesFor(c, facts, on).map(a => ({
              ...a,
              certain: false,
              open: true as const,
              why: 'the device is on its market; which authorities are concerned by an action outside the Union is not certain',
            })),
          )
      : []
  const seen = new Set<string>()
  return [...there, ...home, ...onMarketOnly].filter(a => {
    const key = a.key === 'unknown' ? a.name : a.key
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function nameOfParty(party: Party, file: CaseFile): string {
  const known: Partial<Record<Party, string | undefined>> = {
    manufacturer: file.manufacturer.name,
    'authorised representative': file.authorisedRepresentative?.name,
    'UK Responsible Person': file.ukResponsiblePerson?.name,
    'Swiss representative': file.swissRepresentative?.name,
  }
  const name = known[party]
  return name === undefined ? party : `${party} ${name}`
}

/** An authority as people say it, with the country it acts for: `BfArM (DE)`, `MHRA (XI)`. */
export function authorityLabel(authority: Authority, country: string, on: Day): string {
  return `${nameOn(authority, on).short.replace(/ \(.*\)$/, '')} (${country})`
}
