import { isMember, membersOf, parseCountry } from '@vigie/codes'
import type { Day } from '@vigie/kernel'
import { chVariant } from './ch.js'
import { euVariant } from './eu.js'
import { gbVariant } from './gb.js'
import { niVariant } from './ni.js'
import type { Countries, MirVariant, VariantId } from './variant.js'

/** The fillings of the MIR by addressee. */
export const mirVariants: Readonly<Record<VariantId, MirVariant>> = {
  EU: euVariant,
  NI: niVariant,
  CH: chVariant,
  GB: gbVariant,
}

/** The countries of a rule on a day, sorted by code. */
export function countriesOf(countries: Countries, on: Day): readonly string[] {
  const members: readonly string[] = countries.set === undefined ? [] : membersOf(countries.set, on)
  const all = new Set([...members, ...(countries.and ?? [])])
  for (const code of countries.without ?? []) all.delete(code)
  return [...all].sort()
}

/** Whether a country (code or alias) counts under a rule on a day. False for `UK`, which leaves open which part is meant. */
export function countsIn(countries: Countries, code: string, on: Day): boolean {
  if (code === 'UK') return false
  const country: string = parseCountry(code) ?? code
  if (countries.without?.includes(country) === true) return false
  return (
    countries.and?.includes(country) === true ||
    (countries.set !== undefined && isMember(country, countries.set, on))
  )
}

/** A country of a case as this filling writes it in a field of the form. */
export function writtenCountry(variant: MirVariant, code: string): string {
  return variant.countries.writes[code] ?? parseCountry(code) ?? code
}
