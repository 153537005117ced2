import type { Store } from '@vigie/record'
import { workerIn } from '../jobs/context.js'
import type { Role } from '../sign-in/scopes.js'

/** A person who works in a tenant. */
export interface Member {
  readonly id: string
  readonly tenantId: string
  readonly zone: string
  readonly email: string
  readonly roles: readonly Role[]
}

/** The active people of a tenant, those with an account elsewhere (a consultant) too. */
export async function membersOf(store: Store, tenantId: string): Promise<readonly Member[]> {
  const rows = await store.withInstallation(workerIn(tenantId), tx =>
    tx.db
      .selectFrom('memberships as m')
      .innerJoin('people as p', join =>
        join.onRef('p.tenant_id', '=', 'm.person_tenant_id').onRef('p.id', '=', 'm.person_id'),
      )
      .select(['p.id', 'p.tenant_id', 'p.zone', 'p.email', 'm.role'])
      .where('m.tenant_id', '=', tenantId)
      .where('m.state', '=', 'active')
      .where('p.state', '=', 'active')
      .where('p.service', '=', false)
      .orderBy('p.id')
      .execute(),
  )
  const members = new Map<string, Member>()
  for (const row of rows) {
    const roles = [...(members.get(row.id)?.roles ?? []), row.role]
    members.set(row.id, { id: row.id, tenantId: row.tenant_id, zone: row.zone, email: row.email, roles })
  }
  return [...members.values()]
}

const ANSWERS: ReadonlySet<Role> = new Set(['administrator', 'responsible-person'])

/** Who is told of a case: its owner when he works here, else those who answer for the tenant. */
export function answerable(members: readonly Member[], ownerId: string | null): readonly Member[] {
  const owner = members.filter(m => m.id === ownerId)
  return owner.length > 0 ? owner : members.filter(m => m.roles.some(r => ANSWERS.has(r)))
}
