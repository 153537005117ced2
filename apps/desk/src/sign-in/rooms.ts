import { INSTALLATION, type Row, type Tx } from '@vigie/record'
import { sql } from 'kysely'
import type { Account } from './principal.js'
import type { Role } from './scopes.js'

/** A tenant that a person may look into, and by what right. */
export interface Room {
  readonly tenantId: string
  readonly name: string
  readonly kind: Row<'tenants'>['kind']
  /** `own`: keeps the account; `membership`: a role there; `mandate`: through a tenant that represents it. */
  readonly via: 'own' | 'membership' | 'mandate'
  /** The roles there; with a mandate those in the representative's tenant. */
  readonly roles: readonly Role[]
  readonly mandate: {
    readonly id: string
    readonly representativeTenantId: string
    readonly role: Row<'mandates'>['role']
    /** False also where the mandate ended and leaves the papers to read. */
    readonly mayWrite: boolean
    readonly validTo: string | null
    readonly readableUntil: string | null
  } | null
}

/** Every room a person may enter now: the own one first, then memberships, then mandates, each in the order of names. */
export async function roomsOf(tx: Tx, person: Account): Promise<readonly Room[]> {
  const members = await memberRooms(tx, person)
  const order = { own: 0, membership: 1, mandate: 2 }
  const rooms = [...members, ...(await mandateRooms(tx, members))]
  return rooms.sort((a, b) => order[a.via] - order[b.via] || a.name.localeCompare(b.name, 'en'))
}

async function memberRooms(tx: Tx, person: Account): Promise<readonly Room[]> {
  const rows = await tx.db
    .selectFrom('memberships')
    .innerJoin('tenants', 'tenants.tenant_id', 'memberships.tenant_id')
    .select(['tenants.id', 'tenants.name', 'tenants.kind', 'memberships.role'])
    .where('memberships.person_tenant_id', '=', person.tenantId)
    .where('memberships.person_id', '=', person.id)
    .where('memberships.state', '=', 'active')
    .where('tenants.state', '=', 'active')
    .orderBy('tenants.id')
    .orderBy('memberships.role')
    .execute()
  const first = rows.filter((r, i) => rows.findIndex(other => other.id === r.id) === i)
  return first.map(({ id, name, kind }) => ({
    tenantId: id,
    name,
    kind,
    via: id === person.tenantId ? 'own' : 'membership',
    roles: rows.filter(r => r.id === id).map(r => r.role),
    mandate: null,
  }))
}

/** The mandates that the walls honour today (see readable_tenants and writable_tenants of the record). */
async function mandateRooms(tx: Tx, members: readonly Room[]): Promise<readonly Room[]> {
  const own = members.filter(r => r.tenantId !== INSTALLATION)
  if (own.length === 0) return []
  const today = sql<string>`today_utc()`
  const lasts = sql<string>`greatest(m.readable_until,
    case when m.state = 'active' then coalesce(m.valid_to, 'infinity'::date) end)`
  const rows = await tx.db
    .selectFrom('mandates as m')
    .innerJoin('tenants', 'tenants.tenant_id', 'm.tenant_id')
    .select(['m.id', 'm.tenant_id', 'm.representative_tenant_id', 'm.role', 'm.valid_to', 'm.readable_until'])
    .select(['tenants.name', 'tenants.kind'])
    .select(
      sql<boolean>`m.may_write and m.state = 'active' and (m.valid_to is null or today_utc() <= m.valid_to)`.as(
        'writes',
      ),
    )
    .where(
      'm.representative_tenant_id',
      'in',
      own.map(r => r.tenantId),
    )
    .where('m.state', '<>', 'draft')
    .where('m.valid_from', '<=', today)
    .where(lasts, '>=', today)
    .where('tenants.state', '=', 'active')
    .orderBy('m.id')
    .execute()
  return rows.map(m => ({
    tenantId: m.tenant_id,
    name: m.name,
    kind: m.kind,
    via: 'mandate',
    roles: own.find(r => r.tenantId === m.representative_tenant_id)?.roles ?? [],
    mandate: {
      id: m.id,
      representativeTenantId: m.representative_tenant_id,
      role: m.role,
      mayWrite: m.writes,
      validTo: m.valid_to,
      readableUntil: m.readable_until,
    },
  }))
}
