import { type Day, type Moment, parseDay, parseMoment } from '@vigie/kernel'
import * as z from 'zod'

/**
 * One fact of a case. "We do not know" is an answer of its own and never turns into "no".
 * A fact that nobody has answered yet is absent (undefined).
 */
export type Fact<T> =
  | ({ readonly state: 'known'; readonly value: T } & Provenance)
  | ({ readonly state: 'unknown' } & Provenance)
  | ({ readonly state: 'not-applicable' } & Provenance)
  | ({ readonly state: 'asked'; readonly askedOn: Day } & Provenance)

/** Where a fact comes from and when it was learnt. */
export interface Provenance {
  readonly source?: string | undefined
  readonly learnt?: Moment | undefined
}

/** A day, written `YYYY-MM-DD`. 31 February and the like are faults. */
export const dayInput = z
  .string()
  .transform((text, context): Day => {
    const day = parseDay(text)
    if (day !== undefined) return day
    context.addIssue({ code: 'custom', message: `"${text}" is not a day of the calendar (YYYY-MM-DD)` })
    return z.NEVER
  })
  .meta({ format: 'date', examples: ['2026-11-23'] })

/** A day, or a date and time with its offset or zone. A time without a place on the time line is a fault. */
export const momentInput = z
  .string()
  .transform((text, context): Moment => {
    const moment = parseMoment(text)
    if (!('fault' in moment)) return moment
    context.addIssue({ code: 'custom', message: moment.fault })
    return z.NEVER
  })
  .meta({
    description:
      'A day (2026-11-23), or a date and time with an offset (2026-11-23T16:05:00+01:00) or a zone (2026-11-23T16:05[Europe/Berlin]).',
    examples: ['2026-11-23', '2026-11-23T16:05[Europe/Berlin]'],
  })

const provenance = {
  source: z.string().optional().meta({ description: 'Who or what said so, for example "hospital e-mail".' }),
  learnt: momentInput.optional().meta({ description: 'When this was learnt.' }),
}

/**
 * The ways to write one fact: the bare value; `null` or "unknown"; "not-applicable"; or an object that adds
 * the source, or says that the answer was asked for on a day.
 */
export function fact<T>(value: z.ZodType<T>) {
  return z.union([
    value.transform((v): Fact<T> => ({ state: 'known', value: v })),
    z
      .union([z.null(), z.literal('unknown')])
      .transform((): Fact<T> => ({ state: 'unknown' }))
      .meta({ description: 'Not known.' }),
    z.literal('not-applicable').transform((): Fact<T> => ({ state: 'not-applicable' })),
    z
      .strictObject({ value, ...provenance })
      .transform((v): Fact<T> => ({ ...v, state: 'known', value: v.value as T }))
      .meta({ description: 'The value with its source.' }),
    z
      .strictObject({ state: z.enum(['unknown', 'not-applicable']), ...provenance })
      .transform((v): Fact<T> => v),
    z
      .strictObject({ state: z.literal('asked'), askedOn: dayInput, ...provenance })
      .transform((v): Fact<T> => v)
      .meta({ description: 'Not known yet; somebody was asked on that day.' }),
  ])
}

/** The words that stand for an answer of their own, so that no text fact can mean them as a value. */
const WORDS: readonly string[] = ['unknown', 'not-applicable']

/** A text that is a fact: "unknown" and "not-applicable" are answers, any other text is the value. */
export function textFact(max: number) {
  return fact(
    z
      .string()
      .min(1)
      .max(max)
      .refine(t => !WORDS.includes(t), '"unknown" and "not-applicable" go into "state", not into "value"'),
  )
}

/** A value that may be left open: `null` and "unknown" read as absent. */
export function orUnknown<T>(value: z.ZodType<T>) {
  return z.union([
    value,
    z
      .union([z.null(), z.literal('unknown')])
      .transform((): undefined => undefined)
      .meta({ description: 'Not known.' }),
  ])
}

/** Yes or no as true/false or "yes"/"no". */
export const yesNo = z
  .union([z.boolean(), z.enum(['yes', 'no'])])
  .transform(v => v === true || v === 'yes')
  .meta({ description: 'true or "yes"; false or "no".' })

/** The value of a known fact, else undefined. */
export function valueOf<T>(f: Fact<T> | undefined): T | undefined {
  return f?.state === 'known' ? f.value : undefined
}
