import { z } from '@hono/zod-openapi'
import { change, type Proof, type Row, type SignaturePayload, sign, type Tx } from '@vigie/record'
import { Problem } from '../problem/problem.js'
import type { Principal } from '../sign-in/principal.js'
import { refused, wrongState } from './problems.js'
import { fourEyesIn } from './reviewers.js'
import { stepOf } from './state.js'

/** What is signed, as it was shown; sent back whole. */
export const signaturePayload = z
  .strictObject({
    tenantId: z.uuid(),
    entity: z.literal('report_drafts'),
    entityId: z.uuid(),
    version: z.number().int(),
    contentHash: z.string(),
    meaning: z.literal('approval'),
    printedName: z.string(),
    signerTenantId: z.uuid(),
    signerId: z.uuid(),
    at: z.string(),
    zone: z.string(),
    nonce: z.string().max(100),
  })
  .openapi('SignaturePayload')

/** Refuses a payload that is about another draft, or in another name, than the one who sends it. */
export function mustBeShown(
  payload: SignaturePayload,
  draft: Row<'report_drafts'>,
  principal: Principal,
): void {
  const isOurs =
    payload.tenantId === draft.tenant_id &&
    payload.entityId === draft.id &&
    payload.printedName === principal.name &&
    payload.zone === principal.actor.zone
  if (!isOurs) throw signatureRefused('What was sent back is not what was shown to this person to sign.')
}

const signatureRefused = (says: string) =>
  refused('signature-refused', 'SIGNATURE', 'payload', {
    says,
    mend: 'Ask for what is to be signed again: POST /drafts/{id}/signing.',
  })

const WHY = {
  'not-found': 'The draft is not there any more.',
  'changed-since': 'The draft was changed since it was shown to sign.',
  'too-late': 'More than ten minutes went by since it was shown to sign.',
  'not-the-signer': 'It was shown to somebody else to sign.',
} as const

/** Keeps the signature and makes the draft approved, or neither. */
export async function approve(
  tx: Tx,
  draft: Row<'report_drafts'>,
  payload: SignaturePayload,
  proof: Proof,
  override: { readonly reason: string } | undefined,
): Promise<Row<'report_drafts'>> {
  const step = stepOf(draft.state, 'approved', 'approval')
  if (!step.ok) throw wrongState(step.says, step.mend)
  const off = (await fourEyesIn(tx, draft.tenant_id))
    ? undefined
    : { reason: 'Four eyes are switched off in the settings of this tenant.' }
  const signed = await sign(tx, payload, proof, override ?? off)
  if (!signed.ok) {
    if (signed.why === 'author-is-approver') {
      throw refused('four-eyes', 'FOUR-EYES', 'payload', {
        says: 'You wrote or changed this report, so somebody else has to approve it.',
        mend: 'Ask a colleague. In an emergency send override.reason; it is kept, printed and shown.',
      })
    }
    throw signatureRefused(WHY[signed.why])
  }
  const target = {
    entity: 'report_drafts',
    id: draft.id,
    tenantId: draft.tenant_id,
    expectedVersion: payload.version,
    reason: `Approved by signature ${signed.signature.id}`,
  } as const
  const changed = await change(tx, target, () => ({ state: 'approved' as const }))
  if (!changed.ok) throw new Problem('forbidden')
  return changed.row
}
