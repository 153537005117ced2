import { type Actor, INSTALLATION, type Tx } from '@vigie/record'
import { type Role, type Scope, scopesOf } from './scopes.js'

/** Who asks, proven: the person, the tenant they work in, and what they may do there. */
export interface Principal {
  readonly actor: Actor
  readonly personTenantId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly scopes: ReadonlySet<Scope>
  /**
   * The session, when a cookie proved it; a token has none. `room` is the tenant looked at: that of the actor, or a
   * manufacturer that gave the actor's tenant a mandate. It is a wish of the page and gives no right.
   */
  readonly session?: { readonly id: string; readonly csrfToken: string; readonly room: string }
}

/** A person by the keys of the account, wherever they work. */
export interface Account {
  readonly tenantId: string
  readonly id: string
}

export const accountOf = (p: Principal): Account => ({ tenantId: p.personTenantId, id: p.actor.actorId })

/** The person at work in the tenant that keeps the account, whose trail tells of its sign-ins. */
export const homeOf = (p: Principal): Actor => ({ ...p.actor, tenantId: p.personTenantId })

/** The roles a person has now in a tenant and in the installation; none when person or tenant is no longer active. */
async function rolesIn(tx: Tx, person: Account, tenantId: string) {
  const rows = await tx.db
    .selectFrom('memberships')
    .innerJoin('tenants', 'tenants.tenant_id', 'memberships.tenant_id')
    .innerJoin('people', join =>
      join
        .onRef('people.tenant_id', '=', 'memberships.person_tenant_id')
        .onRef('people.id', '=', 'memberships.person_id'),
    )
    .select(['memberships.role', 'memberships.tenant_id'])
    .where('memberships.tenant_id', 'in', [tenantId, INSTALLATION])
    .where('memberships.person_tenant_id', '=', person.tenantId)
    .where('memberships.person_id', '=', person.id)
    .where('memberships.state', '=', 'active')
    .where('tenants.state', '=', 'active')
    .where('people.state', '=', 'active')
    .execute()
  return {
    here: rows.filter(r => r.tenant_id === tenantId).map(r => r.role),
    installs: rows.some(r => r.tenant_id === INSTALLATION && r.role === 'administrator'),
  }
}

/** The principal of a person in a tenant, or undefined when nothing lets them in any more. */
export async function principalOf(
  tx: Tx,
  person: Account,
  tenantId: string,
  limit?: readonly Scope[],
): Promise<Principal | undefined> {
  const { here, installs } = await rolesIn(tx, person, tenantId)
  if (here.length === 0) return undefined
  const row = await tx.db
    .selectFrom('people')
    .select(['name', 'zone'])
    .where('tenant_id', '=', person.tenantId)
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  const all = new Set<Scope>([...scopesOf(here), ...(installs ? (['installation'] as const) : [])])
  return {
    actor: { tenantId, actorId: person.id, zone: row.zone },
    personTenantId: person.tenantId,
    name: row.name,
    roles: here,
    scopes: limit === undefined ? all : new Set(limit.filter(s => all.has(s))),
  }
}
