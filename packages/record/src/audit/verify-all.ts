import { sql } from 'kysely'
import { RecordError } from '../errors.js'
import type { FileStore } from '../files/store.js'
import { INSTALLATION } from '../ids.js'
import type { Store } from '../store.js'
import { type ChainResult, verifyChain } from './verify.js'
import { type RecordFault, verifyRecords } from './verify-records.js'

/** What was found of one tenant; it is whole when `ok`. */
export interface TenantVerdict {
  readonly tenantId: string
  /** Null where the tenant itself is gone. */
  readonly name: string | null
  readonly ok: boolean
  readonly chain: ChainResult
  readonly records: readonly RecordFault[]
  readonly files: readonly FileFault[]
}

/** A file of the record whose bytes are gone, or are no longer those that were kept. */
export interface FileFault {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly why: 'missing' | 'changed-outside'
}

/**
 * Verifies every tenant, one after the other so that others work meanwhile: its chain, each record against its last
 * event, and with a file store the bytes of each file. Reading only.
 */
export async function* verifyAll(store: Store, files?: FileStore): AsyncGenerator<TenantVerdict> {
  const { rows } = await store.snapshot(tx =>
    sql<{ id: string; name: string | null }>`
      select coalesce(t.tenant_id, h.tenant_id) as id, t.name
      from tenants t full join audit_heads h on h.tenant_id = t.tenant_id order by 1`.execute(tx.db),
  )
  for (const { id, name } of rows) yield await verifyTenant(store, files, id, name)
}

async function verifyTenant(
  store: Store,
  files: FileStore | undefined,
  tenantId: string,
  name: string | null,
): Promise<TenantVerdict> {
  const actor = { tenantId, actorId: INSTALLATION, zone: 'UTC' }
  const found = await store.readTenant(actor, async tx => ({
    chain: await verifyChain(tx, tenantId),
    records: await verifyRecords(tx, tenantId),
    kept: await tx.db
      .selectFrom('files')
      .select(['id', 'name', 'sha256'])
      .where('tenant_id', '=', tenantId)
      .orderBy('id')
      .execute(),
  }))
  const faults: FileFault[] = []
  for (const file of files === undefined ? [] : found.kept) {
    const why = files === undefined ? undefined : await faultOf(files, tenantId, file.sha256)
    if (why !== undefined) faults.push({ ...file, why })
  }
  const { chain, records } = found
  const ok = chain.ok && records.length === 0 && faults.length === 0
  return { tenantId, name, ok, chain, records, files: faults }
}

async function faultOf(
  files: FileStore,
  tenantId: string,
  sha256: string,
): Promise<FileFault['why'] | undefined> {
  const bytes = await files.get(tenantId, sha256)
  if (bytes === undefined) return 'missing'
  try {
    for await (const _ of bytes);
    return undefined
  } catch (error) {
    if (error instanceof RecordError && error.code === 'file-damaged') return 'changed-outside'
    throw error
  }
}
