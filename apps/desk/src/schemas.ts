import { z } from '@hono/zod-openapi'
import { isZone, parseDay } from '@vigie/kernel'
import { PROBLEMS, type ProblemCode } from './problem/catalogue.js'

/** Shapes that several routes share. */
export const id = z.uuid().openapi({ example: '01935c4e-7c1a-7f53-9c1e-0a4b7f3d2c11' })
export const day = z
  .string()
  .refine(t => parseDay(t) !== undefined, 'not a day YYYY-MM-DD')
  .openapi({ format: 'date', example: '2026-11-25' })
export const zone = z
  .string()
  .max(64)
  .refine(isZone, 'not an IANA time zone')
  .openapi({ example: 'Europe/Berlin' })
export const country = z.string().regex(/^[A-Z]{2}$/, 'not a country code of two capitals')
/** One line of text as people type it; ends trimmed by nobody: what is sent is kept. */
export const line = (max: number) => z.string().min(1).max(max).regex(/\S/, 'only blanks')
export const email = z.email().max(254)
export const tenantId = id.optional().openapi({
  description:
    'The tenant it belongs to; your own when absent. Another one takes a mandate that lets you write.',
})
export const reason = line(500)
  .optional()
  .openapi({ description: 'Why; needed when the record is finished.' })

export const idPath = z.strictObject({ id })

const LARGEST_PAGE = 200
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(50),
  cursor: z.string().max(500).optional(),
}

export const finding = z
  .object({
    code: z.string(),
    severity: z.enum(['blocks', 'may-stay-unknown', 'recommended']),
    path: z.string(),
    place: z.string().optional(),
    message: z.string(),
    mend: z.string(),
  })
  .openapi('Finding')

export const fieldChange = z
  .object({
    path: z.string().openapi({ description: 'JSON Pointer (RFC 6901); for a field of a form its path.' }),
    place: z.string().optional().openapi({ description: 'Section and letter of the form.' }),
    label: z.string().optional().openapi({ description: 'The field in words.' }),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
  })
  .openapi('FieldChange')

/** Who changed what meanwhile, and where it meets what was sent. */
export const conflict = z
  .object({
    sentVersion: z.number().int(),
    currentVersion: z.number().int(),
    theirs: z.array(fieldChange),
    yours: z.array(fieldChange),
    both: z
      .array(z.string())
      .openapi({ description: 'Paths that were changed on both sides to different values.' }),
    by: z.array(z.object({ at: z.string(), actorId: z.string(), name: z.string().nullable() })),
    current: z.unknown(),
  })
  .openapi('Conflict')

// A cast-free list of the codes, for an enumeration in the document.
const codes = Object.keys(PROBLEMS).filter((k): k is ProblemCode => k in PROBLEMS)
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(codes),
    mend: z.string(),
    instance: z.string(),
    findings: z.array(finding),
    conflict: conflict.optional(),
  })
  .openapi('Problem')

/** The answer of every route when it does not do what was asked. */
export const refusal = {
  default: {
    description: 'It was not done; the problem says why and what to do.',
    content: { 'application/problem+json': { schema: problem } },
  },
} as const

/** An answer in JSON. */
export const answer = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A body that must be there, in JSON. */
export const body = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** A page of a list. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().openapi({ description: 'For the next page; null on the last one.' }),
  })

export const ifMatch = z.object({
  'if-match': z
    .string()
    .optional()
    .openapi({ description: 'The ETag of the version you saw.', example: '"3"' }),
})
export const idempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,100}$/, 'not 8 to 100 visible characters')
    .optional()
    .openapi({ description: 'A repeat with the same key gets the first answer and changes nothing.' }),
})
