import { z } from '@hono/zod-openapi'
import { parseMoment } from '@vigie/kernel'
import { country, day, id, line } from '../schemas.js'

/** An instant: a date and time with an offset or a zone. A day alone or a local time without a zone is refused. */
export const instant = z
  .string()
  .max(80)
  .refine(t => {
    const moment = parseMoment(t)
    return !('fault' in moment) && moment.epochMs !== undefined
  }, 'not a date and time with an offset or a zone, for example 2026-11-18T16:20:00+01:00')
  .openapi({ example: '2026-11-18T16:20:00+01:00' })

/** Milliseconds since 1970 of a checked {@link instant}. */
export function epochOf(text: string): number {
  const moment = parseMoment(text)
  if ('fault' in moment || moment.epochMs === undefined) throw new RangeError('not a checked instant')
  return moment.epochMs
}

/** In which capacity the tenant received it: day 0 and the duty to forward depend on it. */
export const receivedAs = z.enum([
  'manufacturer',
  'authorised-representative',
  'uk-responsible-person',
  'swiss-representative',
  'importer',
  'distributor',
])

export const reporter = z.strictObject({
  name: line(200).optional(),
  organisation: line(200).optional(),
  email: line(255).optional(),
  phone: line(50).optional(),
  country: country.optional(),
  role: z.enum(['healthcare-professional', 'patient', 'lay-user', 'other']).optional(),
})

/** Something read out of the text. It is shown to a person and sets nothing. */
export const hint = z
  .object({
    kind: z.enum([
      'udi',
      'basic-udi-di',
      'lot',
      'serial',
      'expiry',
      'date',
      'catalogue-number',
      'device-name',
    ]),
    text: z.string().openapi({ description: 'As it stands in the text.' }),
    value: z.string(),
    /** Characters from the beginning of the text. */
    at: z.number().int(),
    note: z.string().nullable().default(null),
  })
  .openapi('Hint')
export type Hint = z.output<typeof hint>

export const suggestedDevice = z
  .object({ deviceId: id, name: z.string(), because: z.string() })
  .openapi('SuggestedDevice')

/** One sign of when a message was received, as it was written. */
export const evidence = z.object({
  from: z.enum(['received-header', 'date-header', 'typed', 'desk']),
  written: z.string(),
  at: z.string(),
  note: z.string().nullable().default(null),
})
export type Evidence = z.output<typeof evidence>

export const attachment = z.object({
  fileId: id,
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
})
export type Attachment = z.output<typeof attachment>

/** How it came in. Only the server writes this. */
export const intake = z
  .object({
    channel: z.enum(['text', 'e-mail', 'import', 'api']),
    at: z.string().openapi({ description: 'When the desk took it in.' }),
    messageId: z.string().nullable().default(null),
    from: z.string().nullable().default(null),
    evidence: z.array(evidence).default([]),
    original: attachment.nullable().default(null),
    attachments: z.array(attachment).default([]),
    hints: z.array(hint).default([]),
    suggestedDevices: z.array(suggestedDevice).default([]),
    notices: z.array(z.string()).default([]),
    importId: id.nullable().default(null),
  })
  .openapi('Intake')
export type Intake = z.output<typeof intake>

/** What a signal keeps beside its columns. */
export const signalDetails = z.object({
  receivedAs: receivedAs.default('manufacturer'),
  reporter: reporter.nullable().default(null),
  occurredOn: day.nullable().default(null),
  country: country.nullable().default(null),
  deviceName: z.string().nullable().default(null),
  closedBecause: z.string().nullable().default(null),
  intake: intake.nullable().default(null),
})
export type SignalDetails = z.output<typeof signalDetails>

export const readSignalDetails = (value: unknown): SignalDetails => signalDetails.parse(value)
