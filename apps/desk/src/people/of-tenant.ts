import type { Row, Tx } from '@vigie/record'
import { sql } from 'kysely'
import type { Role } from '../sign-in/scopes.js'

export type PersonWithRoles = Row<'people'> & { readonly roles: readonly Role[] }

/** The people of a tenant: whose account it keeps, and who has or had a role in it; by id, newest first. */
export async function peopleOf(
  tx: Tx,
  tenantId: string,
  which: { readonly before?: string; readonly only?: string; readonly limit: number },
): Promise<readonly PersonWithRoles[]> {
  const before = which.before === undefined ? sql`true` : sql`p.id < ${which.before}`
  const only = which.only === undefined ? sql`true` : sql`p.id = ${which.only}`
  const { rows } = await sql<PersonWithRoles>`
    select p.*, coalesce(r.roles, '{}') as roles from people p
    left join lateral (
      select array_agg(m.role order by m.role) filter (where m.state = 'active') as roles, count(*) as n
      from memberships m
      where m.tenant_id = ${tenantId} and m.person_tenant_id = p.tenant_id and m.person_id = p.id
    ) r on true
    where (p.tenant_id = ${tenantId} or r.n > 0) and ${before} and ${only}
    order by p.id desc limit ${which.limit}`.execute(tx.db)
  return rows
}
