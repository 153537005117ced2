import type { Actor, Entity, Row } from '@vigie/record'
import { sql } from 'kysely'
import type { Services } from '../env.js'
import { Problem } from '../problem/problem.js'
import { administers, administratorOf } from '../sign-in/administers.js'
import type { Principal } from '../sign-in/principal.js'
import { SYSTEM } from '../sign-in/system.js'

type Kept = Extract<Entity, 'tenants' | 'people' | 'memberships' | 'mandates'>

/**
 * A row that the installation keeps, and the actor with whom to change it. What belongs to a tenant that one does not
 * administer is not found, as what does not exist.
 */
export async function findAdministered<E extends Kept>(
  s: Services,
  principal: Principal,
  entity: E,
  id: string,
): Promise<{ readonly row: Row<E>; readonly actor: Actor }> {
  const row = await s.store.withInstallation(SYSTEM, async tx => {
    const { rows } = await sql<
      Row<E> & { readonly tenant_id: string }
    >`select * from ${sql.table(entity)} where id = ${id}`.execute(tx.db)
    return rows[0]
  })
  if (row === undefined) throw new Problem('not-found')
  if (!administers(principal, row.tenant_id)) throw new Problem('not-found')
  return { row, actor: administratorOf(principal, row.tenant_id) }
}
