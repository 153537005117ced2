import { sql } from 'kysely'
import { ENTITIES, type Entity } from '../entities.js'
import type { Tx } from '../store.js'
import { type JsonRow, rowHash } from './event.js'

/** A record that does not stand as its last event left it. */
export interface RecordFault {
  readonly entity: Entity
  readonly id: string
  readonly why: 'changed-outside' | 'without-event' | 'missing'
}

/** Compares each row of a tenant with the hash in its last event: finds rows changed, added or removed past the trail. */
export async function verifyRecords(tx: Tx, tenantId: string): Promise<readonly RecordFault[]> {
  const faults: RecordFault[] = []
  for (const entity of ENTITIES) faults.push(...(await verifyEntity(tx, tenantId, entity)))
  return faults
}

async function verifyEntity(tx: Tx, tenantId: string, entity: Entity): Promise<readonly RecordFault[]> {
  const last = await sql<{ id: string; hash: string }>`
    select distinct on (entity_id) entity_id as id, row_hash as hash from audit_events
    where tenant_id = ${tenantId} and entity = ${entity} and entity_version is not null
    order by entity_id, entity_version desc`.execute(tx.db)
  const hashes = new Map(last.rows.map(r => [r.id, r.hash]))
  const { rows } = await sql<JsonRow>`
    select * from ${sql.table(entity)} where tenant_id = ${tenantId}`.execute(tx.db)
  const faults = rows.flatMap((row): RecordFault[] => {
    const id = String(row['id'])
    const hash = hashes.get(id)
    hashes.delete(id)
    if (hash === undefined) return [{ entity, id, why: 'without-event' }]
    return hash === rowHash(row) ? [] : [{ entity, id, why: 'changed-outside' }]
  })
  return [...faults, ...[...hashes.keys()].map((id): RecordFault => ({ entity, id, why: 'missing' }))]
}
