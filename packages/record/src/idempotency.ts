import { canonicalJson, type Json, sha256Hex } from '@vigie/kernel'
import { sql } from 'kysely'
import type { Tx } from './store.js'

export type Once<T> =
  | { readonly ok: true; readonly response: T | Json; readonly repeated: boolean }
  /** The key was used before for another request. */
  | { readonly ok: false; readonly why: 'other-request' }

/**
 * Runs `fn` once for a key of this actor: a repeat gets the first answer and changes nothing. The key, the answer and
 * what `fn` writes are kept together or not at all; a repeat at the same time waits for the first.
 */
export async function once<T extends Json>(
  tx: Tx,
  key: string,
  request: Json,
  fn: () => Promise<T>,
): Promise<Once<T>> {
  const { tenantId, actorId } = tx.actor
  const hash = sha256Hex(canonicalJson(request))
  const mine = await tx.db
    .insertInto('idempotency_keys')
    .values({ tenant_id: tenantId, actor_id: actorId, key, request_hash: hash, response: null })
    .onConflict(c => c.doNothing())
    .returning('key')
    .executeTakeFirst()
  const here = tx.db
    .updateTable('idempotency_keys')
    .where('tenant_id', '=', tenantId)
    .where('actor_id', '=', actorId)
  if (mine !== undefined) {
    const response = await fn()
    await here
      .set({ response: sql`${JSON.stringify(response)}::jsonb` })
      .where('key', '=', key)
      .execute()
    return { ok: true, response, repeated: false }
  }
  const first = await tx.db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'response'])
    .where('tenant_id', '=', tenantId)
    .where('actor_id', '=', actorId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (first.request_hash !== hash) return { ok: false, why: 'other-request' }
  return { ok: true, response: first.response, repeated: true }
}

/** Forgets keys older than a number of days. */
export async function forgetKeys(tx: Tx, days: number): Promise<void> {
  await tx.db
    .deleteFrom('idempotency_keys')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('at', '<', sql<string>`now() - make_interval(days => ${days})`)
    .execute()
}
