import * as z from 'zod'
import { countryInput } from './country.js'
import { dayInput } from './fact.js'

const perCountry = z.record(z.string(), z.int().min(0)).transform((counts, context) => {
  const out: Record<string, number> = {}
  for (const [key, n] of Object.entries(counts)) {
    const code = countryInput.safeParse(key)
    if (code.success) out[code.data] = (out[code.data] ?? 0) + n
    else
      context.addIssue({
        code: 'custom',
        message: code.error.issues[0]?.message ?? 'not a country',
        path: [key],
      })
  }
  return out
})

/** Counts for MIR 4.3.3: incidents and devices per country and period, so that each authority's columns can be built. */
export const similarIncidents = z.strictObject({
  usesAnnexA: z.boolean().optional(),
  usesAnnexC: z.boolean().optional(),
  otherCodes: z.string().max(2000).optional(),
  inHouse: z
    .strictObject({
      problemCode: z.string().max(50).optional(),
      problemTerm: z.string().max(50).optional(),
      rootCauseCode: z.string().max(50).optional(),
      rootCauseTerm: z.string().max(50).optional(),
      otherCodes: z.string().max(2000).optional(),
    })
    .optional()
    .meta({
      description: 'Your own codes and terms, where you cannot yet search by IMDRF codes (MIR 4.3.2).',
    }),
  basis: z.enum(['model', 'software', 'lot', 'platform', 'other']).optional(),
  basisDetails: z.string().max(4000).optional(),
  denominator: z
    .enum([
      'placed-on-market',
      'distributed-in-period',
      'tests-performed',
      'episodes-of-use',
      'installed-base',
      'distributed-since-conformity',
      'implanted',
      'other',
    ])
    .optional(),
  denominatorText: z.string().max(300).optional(),
  periods: z
    .array(
      z.strictObject({
        from: dayInput,
        to: dayInput,
        incidents: perCountry.meta({ description: 'Similar serious incidents per country code.' }),
        devices: perCountry.meta({ description: 'Denominator per country code.' }),
      }),
    )
    .max(4)
    .optional()
    .meta({ description: 'Newest first: N, N-1, N-2, N-3.' }),
  howDetermined: z.string().max(2000).optional(),
})
export type SimilarIncidents = z.infer<typeof similarIncidents>
