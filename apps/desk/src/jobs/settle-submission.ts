import { change, create, type Row, type Tx } from '@vigie/record'
import { sql } from 'kysely'
import type { Sent } from '../mail/send.js'

/** Brings a submission by mail that waits to what became of its message; the Message-ID is its proof. */
export async function settleSubmission(
  tx: Tx,
  of: { readonly tenantId: string; readonly id: string },
  sent: Sent,
  now: number,
): Promise<void> {
  const { rows } = await sql<Row<'submissions'>>`
    select * from submissions where tenant_id = ${of.tenantId}::uuid and id = ${of.id}::uuid`.execute(tx.db)
  const [before] = rows
  if (before?.state !== 'waiting') return
  const at = new Date(now).toISOString()
  const reason = sent.ok ? 'The mail server took the message' : `The message was not sent: ${sent.fault}`
  const target = { entity: 'submissions', ...of, expectedVersion: before.version, reason } as const
  const result = await change(tx, target, () =>
    sent.ok ? { state: 'sent' as const, sent_at: at, sent_zone: 'UTC' } : { state: 'failed' as const },
  )
  if (!result.ok) throw new Error(`a submission was not settled: ${result.why}`)
  if (!sent.ok) return
  await create(
    tx,
    { entity: 'receipts', tenantId: of.tenantId },
    {
      submission_id: of.id,
      received_at: at,
      received_zone: 'UTC',
      kind: 'message-id',
      reference: sent.messageId,
    },
  )
}
