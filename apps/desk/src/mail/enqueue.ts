import { newId, type Tx } from '@vigie/record'
import type { Message } from './message.js'

export interface Outgoing {
  /** What it is: the same key is one message, however often it is asked for. */
  readonly key: string
  readonly message: Message
  /** The record that waits for it, for example a submission. */
  readonly about?: { readonly tenantId: string; readonly entity: string; readonly id: string }
}

/** Puts a message into the outbox of the tenant at work, in the transaction of what it tells. */
export async function enqueue(tx: Tx, { key, message, about }: Outgoing): Promise<void> {
  await tx.db
    .insertInto('outbox')
    .values({
      tenant_id: tx.actor.tenantId,
      id: newId(),
      key,
      message: JSON.stringify(message),
      entity_tenant_id: about?.tenantId ?? null,
      entity: about?.entity ?? null,
      entity_id: about?.id ?? null,
    })
    .onConflict(c => c.columns(['tenant_id', 'key']).doNothing())
    .execute()
}
