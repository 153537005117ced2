import { INSTALLATION, type Tx } from '@vigie/record'
import { Problem } from '../problem/problem.js'
import type { Account } from '../sign-in/principal.js'

/** Refuses, after a change in the same transaction, to leave a tenant that had administrators with none. */
export async function mustKeepAdministrator(tx: Tx, tenantId: string): Promise<void> {
  const left = await tx.db
    .selectFrom('memberships as m')
    .innerJoin('people as p', join =>
      join.onRef('p.tenant_id', '=', 'm.person_tenant_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select('m.id')
    .where('m.tenant_id', '=', tenantId)
    .where('m.role', '=', 'administrator')
    .where('m.state', '=', 'active')
    .where('p.state', '=', 'active')
    .limit(1)
    .executeTakeFirst()
  if (left === undefined) throw new Problem('last-administrator')
}

/** The tenants that a person administers: those to look after when the person leaves. */
export async function administeredBy(tx: Tx, person: Account): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('memberships')
    .select('tenant_id')
    .where('person_tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
    .where('role', '=', 'administrator')
    .where('state', '=', 'active')
    .execute()
  // Another tenant may lose its administrator, because the installation can name a new one; the installation may not.
  return rows.map(r => r.tenant_id).filter(t => t === person.tenantId || t === INSTALLATION)
}
