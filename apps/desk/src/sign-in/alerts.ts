import { create, type Row, type Tx } from '@vigie/record'
import type { Account } from './principal.js'

/**
 * Tells whoever administers of failures in a burst (21 CFR 11.300(d)): a row in the room that keeps the account, or in
 * that of the installation when nobody has it. What sends messages reads the open ones.
 */
export async function raiseAlert(
  tx: Tx,
  kind: Row<'alerts'>['kind'],
  now: number,
  person: Account | undefined,
): Promise<void> {
  const at = new Date(now).toISOString()
  await create(tx, { entity: 'alerts' }, { kind, at, person_id: person?.id ?? null })
}
