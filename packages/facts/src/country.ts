import * as z from 'zod'

/** ISO 3166-1 alpha-2, with XI for Northern Ireland and UK where Great Britain or Northern Ireland is left open. */
export type Country = string

/** `EL` is Eurostat's name for Greece; the law of devices and ISO say `GR`. */
const ALIASES: Readonly<Record<string, string>> = { EL: 'GR' }

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

function isCountry(code: string): boolean {
  return code === 'XI' || code === 'UK' || REGIONS.of(code) !== undefined
}

export const countryInput = z
  .string()
  .transform((text, context): Country => {
    const code = text.trim().toUpperCase()
    if (/^[A-Z]{2}$/.test(code) && isCountry(code)) return ALIASES[code] ?? code
    context.addIssue({
      code: 'custom',
      message: `"${text}" is not a country code (two letters, e.g. DE, GB, CH; XI for Northern Ireland)`,
    })
    return z.NEVER
  })
  .meta({ examples: ['DE', 'XI', 'GB', 'CH', 'US'] })
