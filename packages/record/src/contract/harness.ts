import { hmacSealer } from '../audit/seal.js'
import { create } from '../events.js'
import { newId } from '../ids.js'
import type { Actor, Store, Tx } from '../store.js'

/** What an engine gives to the contract suite. */
export interface Harness {
  readonly store: Store
  /** Runs SQL past the store, as the superuser of the database: to look behind the walls and to tamper. */
  superuser(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>
  /** A second store on an empty database of the same engine. */
  empty(): Promise<Store>
  close(): Promise<void>
}

export const SEALER = hmacSealer('test', new Uint8Array(32).fill(7))

/** A new tenant and a person at work in it. */
export async function newTenant(
  store: Store,
  kind: 'manufacturer' | 'representative' = 'manufacturer',
): Promise<Actor> {
  const id = newId()
  const actor = { tenantId: id, actorId: newId(), zone: 'Europe/Berlin' }
  await store.withInstallation(actor, tx =>
    create(tx, { entity: 'tenants', id }, { name: `Tenant ${id}`, kind }),
  )
  return actor
}

/** Another person in the same tenant. */
export function colleague(actor: Actor): Actor {
  return { ...actor, actorId: newId() }
}

export async function newCase(tx: Tx, title = 'Smoke from a pump', tenantId?: string) {
  const reference = `C-${newId()}`
  const where = tenantId === undefined ? {} : { tenantId }
  return (await create(tx, { entity: 'cases', ...where }, { reference, title })).row
}

/** Runs SQL in the tenant's transaction as text, with the values written in; for tests of what the database refuses. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `'${text.replaceAll("'", "''")}'`
}
