import type { Actor, Tx } from '@vigie/record'
import { type Role, type Scope, scopesOf } from './scopes.js'

/** Who asks, proven: the person, the tenant they work in, and what they may do there. */
export interface Principal {
  readonly actor: Actor
  readonly personTenantId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly scopes: ReadonlySet<Scope>
  /** The session, when a cookie proved it; a token has none. */
  readonly session?: { readonly id: string; readonly csrfToken: string }
}

interface Account {
  readonly tenantId: string
  readonly id: string
}

/** The roles a person has in a tenant now; empty when the person or the tenant is no longer active. */
export async function rolesIn(tx: Tx, person: Account, tenantId: string): Promise<readonly Role[]> {
  const rows = await tx.db
    .selectFrom('memberships')
    .innerJoin('tenants', 'tenants.tenant_id', 'memberships.tenant_id')
    .innerJoin('people', join =>
      join
        .onRef('people.tenant_id', '=', 'memberships.person_tenant_id')
        .onRef('people.id', '=', 'memberships.person_id'),
    )
    .select('memberships.role')
    .where('memberships.tenant_id', '=', tenantId)
    .where('memberships.person_tenant_id', '=', person.tenantId)
    .where('memberships.person_id', '=', person.id)
    .where('memberships.state', '=', 'active')
    .where('tenants.state', '=', 'active')
    .where('people.state', '=', 'active')
    .execute()
  return rows.map(r => r.role)
}

/** The tenants a person may work in, oldest first. */
export async function tenantsOf(tx: Tx, person: Account): Promise<readonly { id: string; name: string }[]> {
  return tx.db
    .selectFrom('memberships')
    .innerJoin('tenants', 'tenants.tenant_id', 'memberships.tenant_id')
    .select(['tenants.id', 'tenants.name'])
    .distinct()
    .where('memberships.person_tenant_id', '=', person.tenantId)
    .where('memberships.person_id', '=', person.id)
    .where('memberships.state', '=', 'active')
    .where('tenants.state', '=', 'active')
    .orderBy('tenants.id')
    .execute()
}

/** The principal of a person in a tenant, or undefined when nothing lets them in any more. */
export async function principalOf(
  tx: Tx,
  person: Account,
  tenantId: string,
  limit?: readonly Scope[],
): Promise<Principal | undefined> {
  const roles = await rolesIn(tx, person, tenantId)
  if (roles.length === 0) return undefined
  const row = await tx.db
    .selectFrom('people')
    .select(['name', 'zone'])
    .where('tenant_id', '=', person.tenantId)
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  const all = scopesOf(roles)
  return {
    actor: { tenantId, actorId: person.id, zone: row.zone },
    personTenantId: person.tenantId,
    name: row.name,
    roles,
    scopes: limit === undefined ? all : new Set(limit.filter(s => all.has(s))),
  }
}
