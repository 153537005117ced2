import type { Store, Tx } from '@vigie/record'
import type { Principal } from '../sign-in/principal.js'
import { newSecret, secretHash } from '../sign-in/secret.js'
import { SYSTEM } from '../sign-in/system.js'
import { whoHasFeed } from '../sign-in/who-asks.js'

const mine = (p: Principal) => ({
  person_tenant_id: p.personTenantId,
  person_id: p.actor.actorId,
  tenant_id: p.actor.tenantId,
})

/** Makes the calendar of a person in the tenant they work in, or renews its secret: the one before ends at once. */
export async function renewFeed(
  tx: Tx,
  principal: Principal,
  now: number,
  random: (bytes: number) => Uint8Array,
): Promise<string> {
  const secret = newSecret(random)
  const values = { token_hash: secretHash(secret), made_at: new Date(now).toISOString() }
  await tx.db
    .insertInto('calendar_feeds')
    .values({ ...mine(principal), ...values })
    .onConflict(c => c.columns(['person_tenant_id', 'person_id', 'tenant_id']).doUpdateSet(values))
    .execute()
  return secret
}

/** Ends the calendar of a person; nothing happens when there is none. */
export async function endFeed(tx: Tx, principal: Principal): Promise<void> {
  const { person_tenant_id, person_id, tenant_id } = mine(principal)
  await tx.db
    .deleteFrom('calendar_feeds')
    .where('person_tenant_id', '=', person_tenant_id)
    .where('person_id', '=', person_id)
    .where('tenant_id', '=', tenant_id)
    .execute()
}

/** When the calendar of a person got its secret. */
export async function feedMadeAt(tx: Tx, principal: Principal): Promise<string | undefined> {
  const { person_tenant_id, person_id, tenant_id } = mine(principal)
  const row = await tx.db
    .selectFrom('calendar_feeds')
    .select('made_at')
    .where('person_tenant_id', '=', person_tenant_id)
    .where('person_id', '=', person_id)
    .where('tenant_id', '=', tenant_id)
    .executeTakeFirst()
  return row?.made_at
}

/** Whose calendar a secret opens; undefined when it was revoked or the person may no longer see anything. */
export async function principalOfFeed(store: Store, secret: string): Promise<Principal | undefined> {
  const asking = await store.readInstallation(SYSTEM, tx => whoHasFeed(tx, secretHash(secret)))
  return asking?.principal
}
