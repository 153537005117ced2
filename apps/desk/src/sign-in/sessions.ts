import { type Database, newId, type Store, type Tx } from '@vigie/record'
import type { DeskConfig } from '../config.js'
import type { Place } from './enter.js'
import type { Principal } from './principal.js'
import { csrfToken, newSecret, secretHash } from './secret.js'
import { SYSTEM } from './system.js'
import { whoHasSession } from './who-asks.js'

/** How exactly the last use of a session is kept: writing it on each request would cost more than it tells. */
const SEEN_STEP = 60_000

const iso = (ms: number) => new Date(ms).toISOString()

type Sessions = Database['sessions']

interface Moment {
  readonly now: number
  readonly config: DeskConfig
  readonly random: (bytes: number) => Uint8Array
}

export interface NewSession {
  readonly secret: string
  readonly id: string
}

/** Opens a session of a person in a tenant. The secret goes into the cookie and is kept as a hash only. */
export async function openSession(
  tx: Tx,
  person: { readonly tenantId: string; readonly id: string },
  place: Place,
  method: Sessions['method'],
  { now, config, random }: Moment,
): Promise<NewSession> {
  const secret = newSecret(random)
  const id = newId(now)
  await tx.db.deleteFrom('sessions').where('ends_at', '<', iso(now)).execute()
  await tx.db
    .insertInto('sessions')
    .values({
      id,
      token_hash: secretHash(secret),
      person_tenant_id: person.tenantId,
      person_id: person.id,
      tenant_id: place.tenantId,
      room_tenant_id: place.room,
      method,
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
  const { id, principal, seenAt, room } = asking
  if (seenAt !== null && Date.parse(seenAt) + SEEN_STEP < now) {
    await store.withInstallation(SYSTEM, tx =>
      tx.db
        .updateTable('sessions')
        .set({ seen_at: iso(now) })
        .where('id', '=', id)
        .execute(),
    )
  }
  return { ...principal, session: { id, csrfToken: csrfToken(secret), room } }
}

/** Ends sessions of a person: one, or all but one when `keep` is given. */
export async function endSessions(
  tx: Tx,
  person: { readonly tenantId: string; readonly id: string },
  which: { readonly only: string } | { readonly keep?: string },
): Promise<number> {
  let query = tx.db
    .deleteFrom('sessions')
    .where('person_tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
  if ('only' in which) query = query.where('id', '=', which.only)
  else if (which.keep !== undefined) query = query.where('id', '<>', which.keep)
  const { numDeletedRows } = await query.executeTakeFirst()
  return Number(numDeletedRows)
}

/** Puts a session into another place that its person may enter. */
export async function moveSession(tx: Tx, id: string, place: Place): Promise<void> {
  await tx.db
    .updateTable('sessions')
    .set({ tenant_id: place.tenantId, room_tenant_id: place.room })
    .where('id', '=', id)
    .execute()
}
