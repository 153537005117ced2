import type { Branded } from '@vigie/kernel'
import names from './iso-3166-1.json' with { type: 'json' }

/**
 * A country or territory as this project writes it: an ISO 3166-1 alpha-2 code, or one of two codes beside the standard:
 * `XI` (Northern Ireland, under EU device law) and `XK` (Kosovo). Greece is always `GR`, the United Kingdom always `GB`.
 */
export type CountryCode = Branded<string, 'CountryCode'>

export interface Country {
  readonly code: CountryCode
  /** Short English name. */
  readonly name: string
  /** False for `XI` and `XK`, which ISO 3166-1 does not assign. */
  readonly iso: boolean
  /** Other codes in use for the same place, such as `EL` for Greece. */
  readonly aliases: readonly string[]
}

const BESIDE_ISO: Readonly<Record<string, string>> = { XI: 'Northern Ireland', XK: 'Kosovo' }

/** Codes that the EU institutions use in place of the ISO code. */
const ALIASES: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' }

function build(code: string, name: string, iso: boolean): Country {
  const aliases = Object.entries(ALIASES).flatMap(([alias, of]) => (of === code ? [alias] : []))
  return { code: code as CountryCode, name, iso, aliases }
}

/** All 249 ISO 3166-1 countries and territories, then `XI` and `XK`. */
export const COUNTRIES: readonly Country[] = [
  ...Object.entries(names).map(([code, name]) => build(code, name, true)),
  ...Object.entries(BESIDE_ISO).map(([code, name]) => build(code, name, false)),
]

const BY_CODE: ReadonlyMap<string, Country> = new Map(
  COUNTRIES.flatMap(c => [c.code, ...c.aliases].map(code => [code, c] as const)),
)

/** The country behind a code or an alias (`EL`, `UK`); undefined for anything else, lower case included. */
export function countryOf(code: string): Country | undefined {
  return BY_CODE.get(code)
}

/** Reads a code or an alias into the one code this project uses. `EL` gives `GR`, `UK` gives `GB`. */
export function parseCountry(code: string): CountryCode | undefined {
  return countryOf(code)?.code
}

/** As {@link parseCountry}, for codes written in source code. Throws RangeError for a code that does not exist. */
export function country(code: string): CountryCode {
  const parsed = parseCountry(code)
  if (parsed === undefined) throw new RangeError(`not a country code: ${code}`)
  return parsed
}
