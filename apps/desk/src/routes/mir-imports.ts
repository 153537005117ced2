import { createRoute, z } from '@hono/zod-openapi'
import { dayInZone } from '@vigie/kernel'
import { create, type Tx } from '@vigie/record'
import type { Desk } from '../desk.js'
import type { Services } from '../env.js'
import { wholeBody } from '../files/incoming.js'
import { type KeptFile, keepBytes, recordFile } from '../files/keep.js'
import { mediaTypeOf, SNIFFED } from '../files/media-type.js'
import { access } from '../http/authenticate.js'
import { contentJson } from '../reports/content.js'
import { type Imported, importMir } from '../reports/import-mir.js'
import { mustWrite } from '../resources/writable.js'
import { answer, finding, id, refusal, tenantId } from '../schemas.js'

/** Larger than any report; it is read in memory. */
const LARGEST = 20 * 1_048_576

const field = z.object({ path: z.string(), place: z.string(), label: z.string() })
const whereabouts = z.object({ path: z.string(), place: z.string() })
const note = z.object({
  old: whereabouts.optional(),
  new: whereabouts.optional(),
  label: z.string(),
  sentence: z.string(),
  was: z.array(z.string()).optional(),
  suggestion: z.string().optional(),
})

const imported = z
  .object({
    caseId: id,
    chainId: id,
    draftId: id,
    fileId: id.openapi({ description: 'The file as it was given, kept with the case.' }),
    version: z.string().openapi({ description: 'Version of the form in the file.' }),
    formVersion: z.string().openapi({ description: 'Version of the draft.' }),
    findings: z.array(finding).openapi({ description: 'What there is to say about the reading.' }),
    mapped: z.array(field.extend({ to: z.string().openapi({ description: 'Place in the case.' }) })),
    unmapped: z.array(field.extend({ why: z.string() })).openapi({ description: 'In the report alone.' }),
    changedMeaning: z
      .array(note)
      .openapi({ description: 'Says something else in the new version of the form.' }),
    needsAnswer: z.array(note).openapi({ description: 'Asked anew by the new version.' }),
    dropped: z.array(note).openapi({ description: 'In the file alone.' }),
  })
  .openapi('ImportedMir')

const post = (s: Services) =>
  createRoute({
    method: 'post',
    path: '/imports/mir',
    summary: 'Read a MIR (XML of 7.2.1 or 7.3.1, or its PDF form) and make a case and a chain with it',
    tags: ['reports'],
    ...access(s, 'write'),
    request: {
      query: z.strictObject({
        tenantId,
        name: z
          .string()
          .min(1)
          .max(200)
          .regex(/^[^\p{Cc}/\\]+$/u)
          .default('mir'),
        title: z.string().min(1).max(300).optional(),
      }),
      body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
    },
    responses: { 201: answer(imported, 'Made, with an account of every field.'), ...refusal },
  })

/** Reports that exist already, brought in. */
export function mirImportRoutes(app: Desk, s: Services): void {
  app.openapi(post(s), async c => {
    const { actor } = c.get('principal')
    const { tenantId: wanted, name, title } = c.req.valid('query')
    const tenantId = wanted ?? actor.tenantId
    await s.store.withTenant(actor, tx => mustWrite(tx, tenantId))
    const bytes = await wholeBody(c.req.raw, Math.min(LARGEST, s.config.fileLimit))
    const read = importMir(bytes, name, dayInZone(s.clock(), actor.zone))
    const { mediaType } = mediaTypeOf(bytes.subarray(0, SNIFFED), name)
    const file = await keepBytes(s.files, tenantId, { name, mediaType, bytes })
    const ids = await s.store.withTenant(actor, tx => keep(tx, tenantId, read, file, title))
    const notes = read.migration
    c.header('location', `/cases/${ids.caseId}`)
    return c.json(
      imported.parse({
        ...ids,
        version: read.version,
        formVersion: read.content.report.version,
        findings: read.findings,
        mapped: read.case.mapped,
        unmapped: read.case.unmapped,
        changedMeaning: notes?.changedMeaning ?? [],
        needsAnswer: notes?.needsAnswer ?? [],
        dropped: notes?.dropped ?? [],
      }),
      201,
    )
  })
}

async function keep(tx: Tx, tenantId: string, read: Imported, file: KeptFile, title: string | undefined) {
  const reason = `Imported from ${file.name}`
  const device = read.case.case?.devices[0]?.name ?? ''
  const made = await create(
    tx,
    { entity: 'cases', tenantId, reason },
    {
      reference: read.case.case?.reference ?? '',
      title: title ?? `${device}: ${read.case.case?.reference ?? ''}`.slice(0, 300),
      details: JSON.stringify(read.case.file),
    },
  )
  const { country, authorityId, authority, jurisdiction } = read.addressee
  const details = { device, for: jurisdiction, authorityId, country, imported: true }
  const chain = await create(
    tx,
    { entity: 'report_chains', tenantId, reason },
    {
      case_id: made.row.id,
      form: 'MIR',
      jurisdiction,
      authority,
      authority_reference: read.authorityReference,
      promised_on: read.promisedOn,
      details: JSON.stringify(details),
    },
  )
  const draft = await create(
    tx,
    { entity: 'report_drafts', tenantId, reason },
    {
      chain_id: chain.row.id,
      kind: read.kind,
      form_version: read.content.report.version,
      content: JSON.stringify(contentJson(read.content)),
    },
  )
  const kept = await recordFile(tx, tenantId, file, { entity: 'cases', id: made.row.id })
  return { caseId: made.row.id, chainId: chain.row.id, draftId: draft.row.id, fileId: kept.id }
}
