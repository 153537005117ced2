import * as z from 'zod'

/** An age or a length of time in whole years, months and days, as the MIR asks for it. */
export const duration = z.strictObject({
  years: z.int().min(0).optional(),
  months: z.int().min(0).optional(),
  days: z.int().min(0).optional(),
})
