import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql } from 'kysely'
import type { Sealer } from '../audit/seal.js'
import { RecordError, sqlState } from '../errors.js'
import type { Actor, Tx } from '../store.js'
import type { Database } from './tables.js'

/** Which store has a transaction open in this chain of calls. */
const open = new AsyncLocalStorage<Kysely<Database>>()

const RETRIES = 3
const DEADLOCK = '40P01'
const SERIALIZATION = '40001'

/** Runs `fn` in a transaction as a role and an actor; see `Store.withTenant`. */
export async function runAs<T>(
  db: Kysely<Database>,
  role: 'vigie_app' | 'vigie_installation',
  actor: Actor,
  sealer: Sealer | undefined,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (open.getStore() === db) {
    throw new RecordError(
      'nested',
      'A transaction was opened inside another one; pass the open one on instead.',
    )
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await open.run(db, () => once(db, role, actor, sealer, fn))
    } catch (error) {
      const state = sqlState(error)
      if (attempt === RETRIES || (state !== DEADLOCK && state !== SERIALIZATION)) throw error
    }
  }
}

function once<T>(
  db: Kysely<Database>,
  role: string,
  actor: Actor,
  sealer: Sealer | undefined,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async trx => {
    // Settings of the transaction only: a pooler between us and the server may give the next one to somebody else.
    await sql`select set_config('app.tenant', ${actor.tenantId}, true), set_config('app.actor', ${actor.actorId}, true),
      set_config('search_path', 'vigie', true), set_config('timezone', 'UTC', true),
      set_config('synchronous_commit', 'on', true), set_config('role', ${role}, true)`.execute(trx)
    const result = await fn({ db: trx, actor, sealer })
    // Checks what was left for the end, and fails where an error was swallowed: a commit would then say yes and keep nothing.
    await sql`set constraints all immediate`.execute(trx)
    return result
  })
}
