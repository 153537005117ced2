import { create, INSTALLATION, newId, note, type Store, type Tx } from '@vigie/record'
import { sql } from 'kysely'
import { setPassword } from './passwords.js'
import { SYSTEM } from './system.js'

/** Any number that no other program on the same database uses for its advisory lock. */
const LOCK = 0x73657475

export interface FirstAdministrator {
  readonly organisation: string
  readonly kind: 'manufacturer' | 'representative' | 'other'
  readonly name: string
  readonly email: string
  readonly zone: string
  readonly passwordHash: string
}

/** Whether somebody administers this installation. */
export async function hasAdministrator(store: Store): Promise<boolean> {
  return store.withInstallation(SYSTEM, administered)
}

async function administered(tx: Tx): Promise<boolean> {
  const found = await tx.db
    .selectFrom('memberships')
    .select('id')
    .where('role', '=', 'administrator')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Makes the first tenant and its administrator, once; undefined when there is an administrator already. */
export async function makeFirstAdministrator(
  store: Store,
  first: FirstAdministrator,
  now: number,
): Promise<{ readonly tenantId: string; readonly personId: string } | undefined> {
  const tenantId = newId(now)
  const personId = newId(now)
  const actor = { tenantId, actorId: personId, zone: first.zone }
  const made = await store.withInstallation(actor, async tx => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx.db)
    if (await administered(tx)) return false
    const { organisation, kind, name, email, zone } = first
    await create(tx, { entity: 'tenants', id: tenantId, reason: 'First start' }, { name: organisation, kind })
    await create(tx, { entity: 'people', id: personId, reason: 'First administrator' }, { email, name, zone })
    const member = { person_tenant_id: tenantId, person_id: personId, role: 'administrator' } as const
    await create(tx, { entity: 'memberships', reason: 'First administrator' }, member)
    await setPassword(tx, { tenantId, id: personId }, first.passwordHash, now)
    return true
  })
  if (!made) return undefined
  await store.withInstallation(SYSTEM, tx =>
    note(tx, { entity: 'tenants', id: INSTALLATION, reason: 'First administrator made' }),
  )
  return { tenantId, personId }
}
