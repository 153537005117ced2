import { type Database, newId, note, type Tx } from '@vigie/record'
import type { Selectable } from 'kysely'
import type { Account } from '../sign-in/principal.js'
import { ROLES, type Role } from '../sign-in/scopes.js'
import { newSecret, secretHash } from '../sign-in/secret.js'

export type InvitationRow = Selectable<Database['invitations']>

export interface Invited {
  readonly email: string
  readonly name: string
  readonly zone: string
  readonly roles: readonly Role[]
  /** The person, when the link sets the password of an account that is there. */
  readonly account?: Account
}

const iso = (ms: number) => new Date(ms).toISOString()

/** Makes a one-time link into the tenant of the actor. The secret is shown once and kept as a hash. */
export async function makeInvitation(
  tx: Tx,
  who: Invited,
  { now, life, random }: { now: number; life: number; random: (bytes: number) => Uint8Array },
): Promise<{ readonly row: InvitationRow; readonly secret: string }> {
  const secret = newSecret(random)
  const id = newId(now)
  const row = await tx.db
    .insertInto('invitations')
    .values({
      id,
      token_hash: secretHash(secret),
      kind: who.account === undefined ? 'account' : 'credential',
      tenant_id: tx.actor.tenantId,
      email: who.email,
      name: who.name,
      zone: who.zone,
      roles: JSON.stringify(who.roles),
      person_tenant_id: who.account?.tenantId ?? null,
      person_id: who.account?.id ?? null,
      made_by: tx.actor.actorId,
      made_at: iso(now),
      ends_at: iso(now + life),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const after = { email: who.email, name: who.name, roles: [...who.roles], endsAt: row.ends_at }
  const reason = row.kind === 'account' ? 'Invited' : 'Link for a new password made'
  await note(tx, { entity: 'invitations', id, reason }, [{ path: '', after }])
  return { row, secret }
}

/** The invitation of a secret, when it was neither used nor revoked nor is over. Locked until the transaction ends. */
export async function openInvitation(
  tx: Tx,
  secret: string,
  now: number,
): Promise<InvitationRow | undefined> {
  return tx.db
    .selectFrom('invitations')
    .selectAll()
    .where('token_hash', '=', secretHash(secret))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('ends_at', '>', iso(now))
    .forUpdate()
    .executeTakeFirst()
}

/** Ends an invitation; false when there is none to end in the tenant of the actor. */
export async function endInvitation(
  tx: Tx,
  id: string,
  as: 'used_at' | 'revoked_at',
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('invitations')
    .set({ [as]: iso(now) })
    .where('id', '=', id)
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const reason = as === 'used_at' ? 'Invitation accepted' : 'Invitation revoked'
  await note(tx, { entity: 'invitations', id, reason })
  return true
}

/** The roles an invitation gives. */
export function rolesOf(row: InvitationRow): readonly Role[] {
  const { roles } = row
  return Array.isArray(roles) ? ROLES.filter(role => roles.includes(role)) : []
}
