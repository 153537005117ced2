import { z } from '@hono/zod-openapi'
import { diffMirs, mirTableOf } from '@vigie/forms'
import { type FieldChange, type Row, signaturesOf, type Tx, undo } from '@vigie/record'
import { asJson } from '../resources/kind.js'
import { fieldChange, id } from '../schemas.js'
import { contentOf, draftContent } from './content.js'
import { differencesOf } from './draft-view.js'

export const signature = z
  .object({
    id,
    meaning: z.string(),
    printedName: z.string(),
    signedAt: z.string(),
    signedZone: z.string(),
    method: z.enum(['passkey', 'password', 'totp']),
    version: z.number().int().openapi({ description: 'The version of the draft that was signed.' }),
    overrideReason: z.string().nullable().openapi({
      description: 'Why the author approved the own report; null where author and approver differ.',
    }),
    seal: z.enum(['intact', 'broken', 'damaged']).openapi({
      description:
        'intact: the draft says what was signed. broken: it was changed since. damaged: something was altered past the trail.',
    }),
    changes: z.array(fieldChange).openapi({ description: 'What changed since it was signed.' }),
  })
  .openapi('Signature')
export type SignatureView = z.output<typeof signature>

/** The signatures on a draft, oldest first, each with its seal. Steps from state to state leave a seal intact. */
export async function signatureViews(tx: Tx, draft: Row<'report_drafts'>): Promise<SignatureView[]> {
  const found = await signaturesOf(tx, 'report_drafts', draft.id, draft.tenant_id)
  return found.map(({ signature: s, seal }) => {
    const changes = seal.state === 'changed-since' ? seal.changes.filter(c => c.path !== '/state') : []
    return {
      id: s.id,
      meaning: s.meaning,
      printedName: s.printed_name,
      signedAt: s.signed_at,
      signedZone: s.signed_zone,
      method: s.method,
      version: s.entity_version,
      overrideReason: s.override_reason,
      seal: seal.state === 'damaged' ? 'damaged' : changes.length === 0 ? 'intact' : 'broken',
      changes: byField(draft, changes),
    }
  })
}

/** Changes of a draft told by the fields of its form; other changes as they are. */
function byField(draft: Row<'report_drafts'>, changes: readonly FieldChange[]): SignatureView['changes'] {
  const row = undo(asJson(draft), changes)
  const before = typeof row === 'object' && row !== null && 'content' in row ? row['content'] : undefined
  const parsed = draftContent.safeParse(before)
  const now = contentOf(draft).report
  const rest = changes.filter(c => !c.path.startsWith('/content/'))
  if (!parsed.success || mirTableOf(parsed.data.report) !== mirTableOf(now)) return [...changes]
  return [...rest, ...differencesOf(now, diffMirs(parsed.data.report, now))]
}
