import { COUNTRIES, imdrf } from '@vigie/codes'

const NAMES: ReadonlyMap<string, string> = new Map(COUNTRIES.map(c => [c.code, c.name]))

/** The English name of a country code. */
export function countryName(code: string): string | undefined {
  return NAMES.get(code)
}

/** The term of an IMDRF code in the latest release. */
export function imdrfTerm(code: string): string | undefined {
  return imdrf().get(code)?.term
}
