import { z } from '@hono/zod-openapi'

const severity = z.enum(['blocks', 'may-stay-unknown', 'recommended'])

const type = z
  .discriminatedUnion('base', [
    z.object({
      base: z.literal('string'),
      minLength: z.number().int().optional(),
      maxLength: z.number().int().optional(),
      values: z.array(z.string()).optional().openapi({ description: 'The only texts allowed.' }),
      digits: z.literal(true).optional(),
    }),
    z.object({ base: z.literal('date') }),
    z.object({ base: z.literal('dateTime') }),
    z.object({ base: z.literal('integer'), min: z.number().optional(), max: z.number().optional() }),
    z.object({ base: z.literal('decimal') }),
  ])
  .openapi('FieldType')

const field = z
  .object({
    path: z.string(),
    place: z.string(),
    label: z.string(),
    help: z.string(),
    citation: z.string(),
    type,
    maxLength: z.number().int().optional().openapi({ description: 'Most characters (code points).' }),
    codeList: z.string().optional().openapi({ description: 'imdrf-A to imdrf-G, emdn or countries.' }),
    choice: z.number().int().optional().openapi({ description: 'Rank of a code; 1 is the most relevant.' }),
    long: z.boolean(),
    several: z.enum(['list', 'semicolon']).optional(),
    need: z.enum(['required', 'wanted', 'optional']),
    severity: severity.optional(),
    words: z.object({ unknown: z.string().optional(), notApplicable: z.string().optional() }),
    group: z.string().optional(),
    fixed: z.boolean().openapi({ description: 'Written by the program.' }),
    unconfirmed: z.array(z.string()),
  })
  .openapi('FormField')

const group = z
  .object({
    label: z.string(),
    help: z.string(),
    place: z.string(),
    order: z.enum(['sequence', 'choice']).openapi({ description: 'choice: only one branch is filled in.' }),
    required: z.boolean(),
    group: z.string().optional(),
    series: z.string().optional().openapi({ description: 'Groups of the same shape share this name.' }),
  })
  .openapi('FormGroup')

/** The form as `editorForm` of @vigie/forms gives it. */
export const formSchema = z
  .object({
    form: z.string(),
    version: z.string(),
    title: z.string(),
    typeField: z.string(),
    sections: z.array(
      z.object({
        place: z.string(),
        title: z.string(),
        depth: z.number().int(),
        fields: z.array(field),
      }),
    ),
    groups: z.record(z.string(), group),
  })
  .openapi('EditorForm')
