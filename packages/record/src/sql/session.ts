import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely } from 'kysely'
import type { Sealer } from '../audit/seal.js'
import { RecordError, sqlState } from '../errors.js'
import type { Actor, Tx } from '../store.js'
import { framed } from './lean-dialect.js'
import { isOldPlan } from './old-plan.js'
import type { Database } from './tables.js'

/** Under which role a transaction runs, and whether it may write. */
export interface How {
  readonly role: 'vigie_app' | 'vigie_installation'
  readonly readOnly: boolean
}

/** Which store has a transaction open in this chain of calls. */
const open = new AsyncLocalStorage<Kysely<Database>>()

const RETRIES = 3
const DEADLOCK = '40P01'
const SERIALIZATION = '40001'

/** Runs `fn` in a transaction as a role and an actor; see `Store.withTenant`. */
export async function runAs<T>(
  db: Kysely<Database>,
  how: How,
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
      return await open.run(db, () => once(db, how, actor, sealer, fn))
    } catch (error) {
      const state = sqlState(error)
      const again = state === DEADLOCK || state === SERIALIZATION || isOldPlan(error)
      if (attempt === RETRIES || !again) throw error
    }
  }
}

function once<T>(
  db: Kysely<Database>,
  how: How,
  actor: Actor,
  sealer: Sealer | undefined,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  const frame = { begin: beginning(how, actor), readOnly: how.readOnly }
  return framed(frame, () => db.transaction().execute(trx => fn({ db: trx, actor, sealer })))
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Settings of the transaction only: a pooler between us and the server may give the next one to somebody else. */
function beginning({ role, readOnly }: How, { tenantId, actorId }: Actor): string {
  // They stand in the text of a statement, so nothing but an id may pass.
  if (!UUID.test(tenantId) || !UUID.test(actorId)) throw new TypeError('an actor is named by two ids')
  return `begin${readOnly ? ' read only' : ''}; select set_config('app.tenant', '${tenantId}', true), set_config('app.actor', '${actorId}', true),
    set_config('search_path', 'vigie', true), set_config('timezone', 'UTC', true),
    set_config('synchronous_commit', 'on', true), set_config('role', '${role}', true)`
}
