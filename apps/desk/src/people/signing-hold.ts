import { note, type Tx } from '@vigie/record'
import type { Account } from '../sign-in/principal.js'

/**
 * Holds the signing of a person whose password somebody else may now set: an administrator must not set a credential and
 * sign with it (21 CFR 11.200(a)(3)). Another person than the one who made the link lets it go.
 */
export async function holdSigning(tx: Tx, person: Account, now: number): Promise<void> {
  const made = { made_by: tx.actor.actorId, made_at: new Date(now).toISOString() }
  await tx.db
    .insertInto('signing_holds')
    .values({ person_tenant_id: person.tenantId, person_id: person.id, ...made })
    .onConflict(c => c.columns(['person_tenant_id', 'person_id']).doUpdateSet(made))
    .execute()
  await note(tx, { entity: 'people', id: person.id, reason: 'Signing held' })
}

/** Who made the hold on a person's signing; undefined when there is none. */
export async function signingHeldBy(tx: Tx, person: Account): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('signing_holds')
    .select('made_by')
    .where('person_tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
    .executeTakeFirst()
  return row?.made_by
}

export async function releaseSigning(tx: Tx, person: Account): Promise<void> {
  await tx.db
    .deleteFrom('signing_holds')
    .where('person_tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
    .execute()
  await note(tx, { entity: 'people', id: person.id, reason: 'Signing released' })
}
