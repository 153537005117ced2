import { INSTALLATION, type Tx } from '@vigie/record'
import { type RawBuilder, sql } from 'kysely'
import type { Principal } from './principal.js'
import { type Role, SCOPES, type Scope, scopesOf } from './scopes.js'

/** A proof of who asks, by the hash of its secret, with the account behind it. */
interface Row {
  readonly id: string
  readonly tenant_id: string
  readonly person_tenant_id: string
  readonly person_id: string
  /** Of a token: what it was made for. */
  readonly scopes: unknown
  /** Of a session: when it was last used. */
  readonly seen_at: string | null
  readonly name: string
  readonly zone: string
  readonly roles: readonly Role[]
  /** Whether the person administers the installation. */
  readonly installs: boolean
  /** Of a session: the room it looks at. */
  readonly room: string | null
}

export interface Asking {
  readonly principal: Principal
  /** The id of the token or session; of a calendar the hash of its secret. */
  readonly id: string
  readonly seenAt: string | null
  /** The room a session looks at. */
  readonly room: string
}

/** Whom a token proves; unknown, revoked and past ones prove nobody. */
export function whoHasToken(tx: Tx, hash: string, now: string): Promise<Asking | undefined> {
  return whoIs(
    tx,
    sql`select id, tenant_id, person_tenant_id, person_id, scopes, null as seen_at, null as room
      from api_tokens where token_hash = ${hash} and revoked_at is null and ends_at > ${now}::timestamptz`,
  )
}

/** As {@link whoHasToken}, for a session that was used after `idleSince`. */
export function whoHasSession(
  tx: Tx,
  hash: string,
  now: string,
  idleSince: string,
): Promise<Asking | undefined> {
  return whoIs(
    tx,
    sql`select id, tenant_id, person_tenant_id, person_id, null as scopes, seen_at, room_tenant_id as room
      from sessions
      where token_hash = ${hash} and ends_at > ${now}::timestamptz and seen_at > ${idleSince}::timestamptz`,
  )
}

/** As {@link whoHasToken}, for the secret of a calendar, which lets its owner read. */
export function whoHasFeed(tx: Tx, hash: string): Promise<Asking | undefined> {
  return whoIs(
    tx,
    sql`select token_hash as id, tenant_id, person_tenant_id, person_id, '["read"]'::jsonb as scopes, null as seen_at,
      null as room from calendar_feeds where token_hash = ${hash}`,
  )
}

/**
 * A proof and the account behind it, in one statement: each request asks this first. Nobody is found where person,
 * tenant or all roles are no longer active.
 */
async function whoIs(tx: Tx, proof: RawBuilder<unknown>): Promise<Asking | undefined> {
  const { rows } = await sql<Row>`
    select a.*, p.name, p.zone, ${ROLES} as roles, ${INSTALLS} as installs from (${proof}) a ${ACCOUNT}`.execute(
    tx.db,
  )
  return asking(rows[0])
}

const ROLES = sql`(select coalesce(json_agg(m.role order by m.role), '[]') from memberships m
  where m.tenant_id = a.tenant_id and m.person_tenant_id = a.person_tenant_id and m.person_id = a.person_id
    and m.state = 'active')`
const INSTALLS = sql`exists (select from memberships m
  where m.tenant_id = ${INSTALLATION} and m.person_tenant_id = a.person_tenant_id and m.person_id = a.person_id
    and m.role = 'administrator' and m.state = 'active')`
const ACCOUNT = sql`
  join people p on p.tenant_id = a.person_tenant_id and p.id = a.person_id and p.state = 'active'
  join tenants t on t.tenant_id = a.tenant_id and t.state = 'active'`

function asking(row: Row | undefined): Asking | undefined {
  if (row === undefined || row.roles.length === 0) return undefined
  const all = new Set<Scope>([...scopesOf(row.roles), ...(row.installs ? (['installation'] as const) : [])])
  const { scopes } = row
  const limit: readonly Scope[] | undefined = Array.isArray(scopes)
    ? SCOPES.filter(s => scopes.includes(s))
    : undefined
  return {
    id: row.id,
    seenAt: row.seen_at,
    room: row.room ?? row.tenant_id,
    principal: {
      actor: { tenantId: row.tenant_id, actorId: row.person_id, zone: row.zone },
      personTenantId: row.person_tenant_id,
      name: row.name,
      roles: row.roles,
      scopes: limit === undefined ? all : new Set(limit.filter(s => all.has(s))),
    },
  }
}
