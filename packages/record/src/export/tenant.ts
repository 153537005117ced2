import { sql } from 'kysely'
import { backupTables } from '../backup/tables.js'
import { RecordError } from '../errors.js'
import type { FileStore } from '../files/store.js'
import type { Store, Tx } from '../store.js'
import { type KeptFile, placesOf } from './places.js'
import { type Listed, readme } from './readme.js'

/** Where an export goes: each file once, its bytes in pieces. */
export type Put = (path: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>

export interface Exported {
  readonly tenantId: string
  readonly name: string
  /** Rows written, by the noun. */
  readonly counts: Readonly<Record<string, number>>
  readonly files: number
  /** Names of files whose bytes were missing or damaged. */
  readonly missing: readonly string[]
}

const ROWS = 500

/**
 * Everything of one tenant, for reading without this program: one JSON file a noun, the audit trail, all files under
 * their names (the XML and PDF of issued reports among them), and a page that says what is what. Undefined when there is
 * no such tenant. Accounts' secrets are not part of it.
 */
export async function exportTenant(
  store: Store,
  files: FileStore,
  tenantId: string,
  put: Put,
): Promise<Exported | undefined> {
  const found = await store.snapshot(async tx => {
    const tenant = await tx.db
      .selectFrom('tenants')
      .select('name')
      .where('tenant_id', '=', tenantId)
      .executeTakeFirst()
    if (tenant === undefined) return undefined
    const { rows } = await sql<{ now: string }>`select now()::timestamptz(3) as now`.execute(tx.db)
    const listed: Listed[] = []
    for (const noun of await nounsOf(tx)) {
      const path = noun === 'audit_events' ? 'audit/events.json' : `${noun}.json`
      const counter = { rows: 0 }
      await put(path, jsonRows(tx, noun, tenantId, counter))
      listed.push({ path, noun, rows: counter.rows })
    }
    return { name: tenant.name, at: rows[0]?.now ?? '', listed, kept: await keptFiles(tx, tenantId) }
  })
  if (found === undefined) return undefined
  const missing: string[] = []
  const written: { readonly path: string; readonly file: KeptFile }[] = []
  for (const { path, file } of placesOf(found.kept)) {
    if (await isWhole(files, tenantId, file.sha256)) {
      await put(path, (await files.get(tenantId, file.sha256)) ?? nothing())
      written.push({ path, file })
    } else missing.push(file.name)
  }
  const about = { tenantId, name: found.name, at: found.at, listed: found.listed, written, missing }
  for (const { path, text } of readme(about)) await put(path, one(text))
  return {
    tenantId,
    name: found.name,
    counts: Object.fromEntries(found.listed.map(l => [l.noun, l.rows])),
    files: written.length,
    missing,
  }
}

/** Tables whose rows are records of a tenant, and the trail. */
async function nounsOf({ db }: Tx): Promise<readonly string[]> {
  const tables = await backupTables(db)
  const nouns = tables.filter(t =>
    ['tenant_id', 'id', 'version'].every(c => t.columns.some(k => k.name === c)),
  )
  return [...nouns.map(t => t.name), 'audit_events']
}

async function* jsonRows(
  { db }: Tx,
  noun: string,
  tenantId: string,
  counter: { rows: number },
): AsyncGenerator<Uint8Array> {
  const order = sql.ref(noun === 'audit_events' ? 'seq' : 'id')
  await sql`declare rows_of_noun no scroll cursor for
    select * from ${sql.table(noun)} where tenant_id = ${sql.lit(tenantId)} order by ${order}`.execute(db)
  yield Buffer.from('[')
  for (;;) {
    const { rows } = await sql<object>`fetch ${sql.lit(ROWS)} from rows_of_noun`.execute(db)
    if (rows.length === 0) break
    const texts = rows.map(
      (row, i) => `${counter.rows + i === 0 ? '' : ','}\n${JSON.stringify(row, undefined, 2)}`,
    )
    counter.rows += rows.length
    yield Buffer.from(texts.join(''))
  }
  await sql`close rows_of_noun`.execute(db)
  yield Buffer.from('\n]\n')
}

/** The files with what they belong to: for an issued report its case, number and kind. */
async function keptFiles({ db }: Tx, tenantId: string): Promise<readonly KeptFile[]> {
  const { rows } = await sql<KeptFile>`
    select f.id, f.name, f.sha256, f.entity, f.entity_id, f.media_type, r.number, r.kind, c.reference
    from files f
    left join reports r on f.entity = 'reports' and r.tenant_id = f.tenant_id and r.id = f.entity_id
    left join report_chains h on h.tenant_id = r.tenant_id and h.id = r.chain_id
    left join cases c on c.tenant_id = f.tenant_id
      and c.id = case f.entity when 'cases' then f.entity_id when 'reports' then h.case_id end
    where f.tenant_id = ${tenantId} order by f.id`.execute(db)
  return rows
}

async function isWhole(files: FileStore, tenantId: string, sha256: string): Promise<boolean> {
  try {
    const bytes = await files.get(tenantId, sha256)
    if (bytes === undefined) return false
    for await (const _ of bytes);
    return true
  } catch (error) {
    if (error instanceof RecordError && error.code === 'file-damaged') return false
    throw error
  }
}

async function* one(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
