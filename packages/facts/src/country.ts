import { type CountryCode, parseCountry } from '@vigie/codes'
import * as z from 'zod'

/**
 * A country of a case. `UK` leaves open whether Great Britain (`GB`) or Northern Ireland (`XI`) is meant:
 * the law differs, so the question is asked instead of guessed.
 */
export type Country = CountryCode | 'UK'

export const countryInput = z
  .string()
  .transform((text, context): Country => {
    const code = text.trim().toUpperCase()
    const parsed = code === 'UK' ? 'UK' : parseCountry(code)
    if (parsed !== undefined) return parsed
    context.addIssue({
      code: 'custom',
      message: `"${text}" is not a country code (two letters, e.g. DE, GB, CH; XI for Northern Ireland)`,
    })
    return z.NEVER
  })
  .meta({ pattern: '^[A-Za-z]{2}$', examples: ['DE', 'XI', 'GB', 'CH', 'US'] })
