import { countryOf } from './country.js'

/**
 * Where a country code is written: plain ISO 3166-1; the country fields of MIR 7.2.1 XML; the country part of an
 * EUDAMED actor number.
 */
export type CodeChannel = 'iso' | 'mir-xml-7.2.1' | 'eudamed'

/**
 * How one channel writes a country (code or alias). Undefined when the channel has no code for it.
 * ISO 3166-1 and MIR 7.2.1 know no `XI`: an address in Northern Ireland is `GB` there. `XK` is in neither, nor among the
 * codes EUDAMED adds to ISO (`EL`, `UK`, `XI`). EUDAMED data shows Greece as `GR` in practice.
 */
export function countryCodeFor(code: string, channel: CodeChannel): string | undefined {
  const found = countryOf(code)
  if (found === undefined) return undefined
  if (found.iso) return found.code
  if (found.code !== 'XI') return undefined
  return channel === 'eudamed' ? 'XI' : 'GB'
}

/** Every code the channel accepts for a country, the usual one first: EUDAMED takes `GR` and `EL`, `GB` and `UK`. */
export function acceptedCountryCodes(code: string, channel: CodeChannel): readonly string[] {
  const usual = countryCodeFor(code, channel)
  if (usual === undefined) return []
  return channel === 'eudamed' ? [usual, ...(countryOf(usual)?.aliases ?? [])] : [usual]
}
