import { type CountryCode, country, parseCountry } from './country.js'

/** The 33 countries that can be ticked in section 2.5.a of MIR 7.2.1 (`distributionEEA`), in the order of its schema. */
export const MIR_721_DISTRIBUTION: readonly CountryCode[] =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK TR'
    .split(' ')
    .map(country)

/** The one value that stands for the whole list (`distribution_all`). */
export const MIR_721_DISTRIBUTION_ALL = 'All EEA, Switzerland and Turkey'

/** Whether a country (code or alias) is one of the boxes of MIR 7.2.1 section 2.5.a. `XI` is not: it goes to `otherCountries`. */
export function inMir721Distribution(code: string): boolean {
  const parsed = parseCountry(code)
  return parsed !== undefined && MIR_721_DISTRIBUTION.includes(parsed)
}
