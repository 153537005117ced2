import { newId, note, type Store, type Tx } from '@vigie/record'
import { type Account, accountOf, type Principal } from './principal.js'
import { SCOPES, type Scope } from './scopes.js'
import { newSecret, secretHash } from './secret.js'
import { SYSTEM } from './system.js'
import { whoHasToken } from './who-asks.js'

/** The start of every token, so that scanners for leaked secrets find it. */
export const PREFIX = 'vigie_'

export interface TokenRow {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly madeAt: string
  readonly endsAt: string
  readonly revokedAt: string | null
}

/** Makes a token of a person for the tenant they work in. The secret is shown once and kept as a hash. */
export async function makeToken(
  tx: Tx,
  principal: Principal,
  wanted: { readonly name: string; readonly scopes: readonly Scope[]; readonly endsAt: string },
  now: number,
  random: (bytes: number) => Uint8Array,
): Promise<TokenRow & { readonly secret: string }> {
  const secret = `${PREFIX}${newSecret(random)}`
  const id = newId(now)
  const madeAt = new Date(now).toISOString()
  await tx.db
    .insertInto('api_tokens')
    .values({
      id,
      token_hash: secretHash(secret),
      name: wanted.name,
      scopes: JSON.stringify(wanted.scopes),
      person_tenant_id: principal.personTenantId,
      person_id: principal.actor.actorId,
      tenant_id: principal.actor.tenantId,
      made_at: madeAt,
      ends_at: wanted.endsAt,
      revoked_at: null,
    })
    .execute()
  const after = { name: wanted.name, scopes: [...wanted.scopes], endsAt: wanted.endsAt }
  await note(tx, { entity: 'api_tokens', id, reason: 'Token made' }, [{ path: '', after }])
  return { id, ...wanted, madeAt, revokedAt: null, secret }
}

/** The tokens of a person in the tenant they work in, newest first. */
export async function tokensOf(tx: Tx, principal: Principal): Promise<readonly TokenRow[]> {
  const rows = await tx.db
    .selectFrom('api_tokens')
    .selectAll()
    .where('person_tenant_id', '=', accountOf(principal).tenantId)
    .where('person_id', '=', accountOf(principal).id)
    .where('tenant_id', '=', principal.actor.tenantId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(r => ({
    id: r.id,
    name: r.name,
    scopes: scopesIn(r.scopes),
    madeAt: r.made_at,
    endsAt: r.ends_at,
    revokedAt: r.revoked_at,
  }))
}

/** Ends a token of this person for good; false when there is none to end. */
export async function revokeToken(tx: Tx, principal: Principal, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('api_tokens')
    .set({ revoked_at: new Date(now).toISOString() })
    .where('id', '=', id)
    .where('person_tenant_id', '=', accountOf(principal).tenantId)
    .where('person_id', '=', accountOf(principal).id)
    .where('tenant_id', '=', principal.actor.tenantId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await note(tx, { entity: 'api_tokens', id, reason: 'Token revoked' })
  return true
}

/** Whom a token stands for: never more than it was made for, nor than its person may do now. */
export async function principalOfToken(
  store: Store,
  secret: string,
  now: number,
): Promise<Principal | undefined> {
  const at = new Date(now).toISOString()
  const asking = await store.readInstallation(SYSTEM, tx => whoHasToken(tx, secretHash(secret), at))
  return asking?.principal
}

function scopesIn(value: unknown): readonly Scope[] {
  return Array.isArray(value) ? SCOPES.filter(s => value.includes(s)) : []
}

/** Ends every token of a person, in all tenants; answers how many there were. */
export async function revokeTokensOf(tx: Tx, person: Account, now: number): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('api_tokens')
    .set({ revoked_at: new Date(now).toISOString() })
    .where('person_tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
