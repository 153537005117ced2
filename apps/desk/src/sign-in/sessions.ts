import { newId, type Store, type Tx } from '@vigie/record'
import type { DeskConfig } from '../config.js'
import type { Principal } from './principal.js'
import { csrfToken, newSecret, secretHash } from './secret.js'
import { SYSTEM } from './system.js'
import { deskTables } from './tables.js'
import { whoHasSession } from './who-asks.js'

/** How exactly the last use of a session is kept: writing it on each request would cost more than it tells. */
const SEEN_STEP = 60_000

const iso = (ms: number) => new Date(ms).toISOString()

export interface NewSession {
  readonly secret: string
  readonly id: string
}

/** Opens a session of a person in a tenant. The secret goes into the cookie and is kept as a hash only. */
export async function openSession(
  tx: Tx,
  person: { readonly tenantId: string; readonly id: string },
  tenantId: string,
  now: number,
  config: DeskConfig,
  random: (bytes: number) => Uint8Array,
): Promise<NewSession> {
  const secret = newSecret(random)
  const id = newId(now)
  const tables = deskTables(tx)
  await tables.deleteFrom('sessions').where('ends_at', '<', iso(now)).execute()
  await tables
    .insertInto('sessions')
    .values({
      id,
      token_hash: secretHash(secret),
      person_tenant_id: person.tenantId,
      person_id: person.id,
      tenant_id: tenantId,
      made_at: iso(now),
      seen_at: iso(now),
      ends_at: iso(now + config.sessionLife),
    })
    .execute()
  return { secret, id }
}

/** Whom a session's secret belongs to; undefined when it is unknown, revoked, idle too long or over. */
export async function principalOfSession(
  store: Store,
  secret: string,
  now: number,
  config: DeskConfig,
): Promise<Principal | undefined> {
  const hash = secretHash(secret)
  const idleSince = iso(now - config.sessionIdle)
  const asking = await store.readInstallation(SYSTEM, tx => whoHasSession(tx, hash, iso(now), idleSince))
  if (asking === undefined) return undefined
  const { id, principal, seenAt } = asking
  if (seenAt !== null && Date.parse(seenAt) + SEEN_STEP < now) {
    await store.withInstallation(SYSTEM, tx =>
      deskTables(tx)
        .updateTable('sessions')
        .set({ seen_at: iso(now) })
        .where('id', '=', id)
        .execute(),
    )
  }
  return { ...principal, session: { id, csrfToken: csrfToken(secret) } }
}

/** Ends sessions of a person: one, or all but one when `keep` is given. */
export async function endSessions(
  tx: Tx,
  person: { readonly tenantId: string; readonly id: string },
  which: { readonly only: string } | { readonly keep?: string },
): Promise<number> {
  let query = deskTables(tx)
    .deleteFrom('sessions')
    .where('person_tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
  if ('only' in which) query = query.where('id', '=', which.only)
  else if (which.keep !== undefined) query = query.where('id', '<>', which.keep)
  const { numDeletedRows } = await query.executeTakeFirst()
  return Number(numDeletedRows)
}
