import { z } from '@hono/zod-openapi'
import type { Finding } from '@vigie/kernel'
import { change, create, type Row, type Tx } from '@vigie/record'
import { deskFindings } from '../problem/findings.js'
import { Problem } from '../problem/problem.js'
import { id, line } from '../schemas.js'
import { reportFindings } from './problems.js'

/** A proof from outside: a message id, a confirmation of a portal, a number, a letter. */
export const proof = z
  .strictObject({
    kind: z.enum(['message-id', 'portal', 'authority-number', 'letter', 'other']),
    reference: line(300)
      .optional()
      .openapi({ description: 'The message id, confirmation or number itself.' }),
    fileId: id.optional().openapi({ description: 'The confirmation as a file kept before (POST /files).' }),
  })
  .openapi('Proof')
export type Proof = z.output<typeof proof>

/** Refuses a proof that proves nothing, and an instant that cannot be. */
export function mustProve(given: Proof, at: number, between: readonly [number, number], path: string): void {
  const findings: Finding[] = []
  const no = (path: string, says: string, mend: string) =>
    findings.push(reportFindings.make.PROOF({ path, place: 'body' }, { says, mend }))
  if (given.reference === undefined && given.fileId === undefined) {
    no(
      'proof',
      'The proof holds neither a reference nor a file.',
      'Give the message id or number, or the file of the confirmation.',
    )
  }
  const [from, to] = between
  if (at < from)
    no(path, 'That is before the report was issued.', 'Give the instant at which it was sent or received.')
  if (at > to) no(path, 'That is in the future.', 'Give the instant at which it was sent or received.')
  if (findings.length > 0) throw new Problem('invalid-body', { findings })
}

/** Keeps a receipt; a number of the authority goes onto the chain too. */
export async function keepReceipt(
  tx: Tx,
  submission: Row<'submissions'>,
  chain: Row<'report_chains'>,
  given: Proof & { readonly at: string; readonly zone: string },
): Promise<Row<'receipts'>> {
  const tenantId = submission.tenant_id
  const file = given.fileId === undefined ? null : await fileOf(tx, tenantId, given.fileId)
  const { row } = await create(
    tx,
    { entity: 'receipts', tenantId },
    {
      submission_id: submission.id,
      received_at: given.at,
      received_zone: given.zone,
      kind: given.kind,
      reference: given.reference ?? null,
      file_hash: file?.sha256 ?? null,
      details: JSON.stringify(file === null ? {} : { fileId: file.id }),
    },
  )
  if (given.kind === 'authority-number' && given.reference !== undefined) {
    const target = {
      entity: 'report_chains',
      id: chain.id,
      tenantId,
      expectedVersion: chain.version,
      reason: 'The authority gave its number',
    } as const
    const { reference } = given
    const changed = await change(tx, target, () => ({ authority_reference: reference }))
    if (!changed.ok) throw new Problem('forbidden')
  }
  return row
}

async function fileOf(tx: Tx, tenantId: string, fileId: string): Promise<Row<'files'>> {
  const file = await tx.db
    .selectFrom('files')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', fileId)
    .executeTakeFirst()
  if (file !== undefined) return file
  const findings = [deskFindings.make.REFERENCE({ path: 'proof.fileId', place: 'body' }, { name: 'fileId' })]
  throw new Problem('invalid-body', { findings })
}
