import { change, type Row, type Tx } from '@vigie/record'

/** Brings the state of a signal to its links: linked as long as one case has it, triaged again after the last. */
export async function followLinks(tx: Tx, link: Row<'case_signals'>): Promise<void> {
  const signal = await tx.db
    .selectFrom('signals')
    .select(['id', 'version', 'state'])
    .where('tenant_id', '=', link.tenant_id)
    .where('id', '=', link.signal_id)
    .executeTakeFirstOrThrow()
  const held = await tx.db
    .selectFrom('case_signals')
    .select('id')
    .where('tenant_id', '=', link.tenant_id)
    .where('signal_id', '=', link.signal_id)
    .where('state', '=', 'linked')
    .executeTakeFirst()
  const state: Row<'signals'>['state'] =
    held !== undefined ? 'linked' : signal.state === 'linked' ? 'triaged' : signal.state
  if (state === signal.state) return
  const reason = state === 'linked' ? 'Linked to a case' : 'No case has it any more'
  const target = {
    entity: 'signals',
    id: signal.id,
    tenantId: link.tenant_id,
    expectedVersion: signal.version,
    reason,
  } as const
  const result = await change(tx, target, () => ({ state }))
  // The chain of the tenant is locked by the write of the link, so nobody was quicker.
  if (!result.ok) throw new Error(`the state of a signal did not follow: ${result.why}`)
}
