import type { Json } from '@vigie/kernel'
import { sql } from 'kysely'
import type { Tx } from '../store.js'
import type { FieldChange } from './diff.js'
import { type EventRow, eventHash } from './event.js'
import { headText } from './seal.js'

/** Version of this package, stamped on each event. */
export const SOFTWARE = 'vigie-record 0.1.0'

export interface Head {
  readonly seq: number
  readonly hash: string
  /** The server's clock when the head was locked. */
  readonly now: string
}

/**
 * Locks the end of a tenant's chain until the transaction ends and reads the server's clock. Writers of one tenant go
 * one after the other from here, so it comes before any row is locked.
 */
export async function lockHead(tx: Tx, tenantId: string): Promise<Head> {
  const read = () =>
    sql<Head>`
    select seq, hash, clock_timestamp()::timestamptz(3) as now from audit_heads
    where tenant_id = ${tenantId} for update`.execute(tx.db)
  const found = (await read()).rows[0]
  if (found !== undefined) return found
  await sql`insert into audit_heads (tenant_id, seq, hash) values (${tenantId}, 0, '') on conflict do nothing`.execute(
    tx.db,
  )
  const made = (await read()).rows[0]
  if (made === undefined) throw new Error(`the audit chain of ${tenantId} cannot be reached from here`)
  return made
}

export interface NewEvent {
  readonly tenantId: string
  readonly action: EventRow['action']
  readonly entity: string
  readonly entityId: string
  readonly entityVersion: number | null
  readonly reason: string | null
  readonly changes: readonly FieldChange[]
  readonly rowHash: string | null
}

/** Adds an event to the chain whose head is locked, and moves the head onto it. */
export async function append(tx: Tx, head: Head, e: NewEvent): Promise<EventRow> {
  const content = {
    tenant_id: e.tenantId,
    seq: head.seq + 1,
    at: head.now,
    zone: tx.actor.zone,
    actor_tenant_id: tx.actor.tenantId,
    actor_id: tx.actor.actorId,
    action: e.action,
    entity: e.entity,
    entity_id: e.entityId,
    entity_version: e.entityVersion,
    reason: e.reason,
    changes: asJson(e.changes),
    row_hash: e.rowHash,
    software: SOFTWARE,
    prev_hash: head.hash,
  }
  const event: EventRow = { ...content, hash: eventHash(content) }
  await tx.db
    .insertInto('audit_events')
    .values({ ...event, changes: JSON.stringify(event.changes) })
    .execute()
  const seal = tx.sealer?.seal(headText(e.tenantId, event.seq, event.hash)) ?? null
  await tx.db
    .updateTable('audit_heads')
    .set({ seq: event.seq, hash: event.hash, seal, seal_key: tx.sealer?.keyId ?? null })
    .where('tenant_id', '=', e.tenantId)
    .execute()
  return event
}

function asJson(changes: readonly FieldChange[]): Json {
  return changes.map(({ path, before, after }) => ({ path, before, after }))
}
