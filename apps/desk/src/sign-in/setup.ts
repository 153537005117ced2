import { create, INSTALLATION, newId, type Store, type Tx } from '@vigie/record'
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

/**
 * Makes the room of the installation itself, once: its administrators make the rooms of others. Where it has none, the
 * first administrator of all becomes it (the server may have been stopped between the two).
 */
export async function ensureInstallation(store: Store): Promise<void> {
  await store.withInstallation(SYSTEM, async tx => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx.db)
    const found = await tx.db
      .selectFrom('tenants')
      .select('id')
      .where('id', '=', INSTALLATION)
      .executeTakeFirst()
    if (found === undefined) {
      const values = { name: 'Installation', kind: 'installation' } as const
      await create(tx, { entity: 'tenants', id: INSTALLATION, reason: 'First start' }, values)
    }
    await appoint(tx)
  })
}

async function appoint(tx: Tx): Promise<void> {
  const administrators = tx.db.selectFrom('memberships').selectAll().where('role', '=', 'administrator')
  const chief = await administrators.where('tenant_id', '=', INSTALLATION).executeTakeFirst()
  const first = await administrators.orderBy('id').executeTakeFirst()
  if (chief !== undefined || first === undefined) return
  const { person_tenant_id, person_id } = first
  const member = { person_tenant_id, person_id, role: 'administrator' } as const
  await create(tx, { entity: 'memberships', reason: 'First administrator made' }, member)
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

/**
 * Makes the first tenant and its administrator, once; undefined when there is an administrator already. The first
 * person is alone: so also the responsible person there, and administrator of the installation.
 */
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
    const member = { person_tenant_id: tenantId, person_id: personId }
    for (const role of ['administrator', 'responsible-person'] as const) {
      await create(tx, { entity: 'memberships', reason: 'First administrator' }, { ...member, role })
    }
    await setPassword(tx, { tenantId, id: personId }, first.passwordHash, now)
    return true
  })
  if (!made) return undefined
  await store.withInstallation(SYSTEM, appoint)
  return { tenantId, personId }
}
