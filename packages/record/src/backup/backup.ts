import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import { SOFTWARE } from '../audit/append.js'
import type { FileStore } from '../files/store.js'
import type { Store, Tx } from '../store.js'
import { type FileKey, FORMAT, filePath, MANIFEST, type Manifest, tablePath } from './manifest.js'
import { seal } from './seal.js'
import { type BackupTable, backupTables, migrationsOf } from './tables.js'
import { TAR_END, tarHeader, tarPadding } from './tar.js'

export interface BackupOptions {
  /** Seals the archive; absent: it lies open to whoever has the file. */
  readonly passphrase?: string
  /** Folder for the tables while they are read; the system's for temporary files when absent. */
  readonly scratch?: string
}

const ROWS = 1000

/**
 * The whole record of an installation as one archive, as it stands at one moment; others go on writing. It is a gzipped
 * tar: tables as lines of JSON in which every value is PostgreSQL's own text (so it fits both engines), files under
 * their hash, and last of all the manifest with the hash of every entry. With a passphrase the archive is sealed.
 *
 * Throws what the record or the file store throws; what was sent till then has no manifest and no restore takes it.
 */
export async function* backup(
  store: Store,
  files: FileStore,
  options: BackupOptions = {},
): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(archive(store, files, options.scratch ?? tmpdir())).pipe(createGzip())
  yield* options.passphrase === undefined ? packed : seal(packed, options.passphrase)
}

async function* archive(store: Store, files: FileStore, scratch: string): AsyncGenerator<Uint8Array> {
  const spool = join(scratch, `vigie-backup-${randomUUID()}`)
  const entries: Record<string, { size: number; sha256: string }> = {}
  try {
    const tables = await spoolTables(store, spool, entries)
    for await (const chunk of createReadStream(spool)) yield chunk
    await rm(spool)
    const missing: FileKey[] = []
    for (const key of tables.files) {
      const size = await sizeOf(files, key)
      if (size === undefined) {
        if (key.must) missing.push({ tenantId: key.tenantId, sha256: key.sha256 })
        continue
      }
      entries[filePath(key)] = { size, sha256: key.sha256 }
      yield tarHeader(filePath(key), size)
      yield* (await files.get(key.tenantId, key.sha256)) ?? []
      yield tarPadding(size)
    }
    const { files: _, ...rest } = tables
    const manifest: Manifest = { format: FORMAT, software: SOFTWARE, ...rest, entries, missing }
    const text = Buffer.from(JSON.stringify(manifest))
    yield tarHeader(MANIFEST, text.length)
    yield text
    yield tarPadding(text.length)
    yield TAR_END
  } finally {
    await rm(spool, { force: true })
  }
}

/** Reads the tables into a file, so that the snapshot is not held as long as somebody takes to receive the archive. */
function spoolTables(store: Store, spool: string, entries: Record<string, { size: number; sha256: string }>) {
  return store.snapshot(async tx => {
    const handle = await open(spool, 'wx', 0o600)
    try {
      const tables: (BackupTable & { rows: number })[] = []
      for (const table of await backupTables(tx.db)) {
        tables.push({ ...table, rows: await spoolTable(tx, table, handle, entries) })
      }
      const { rows } = await sql<{ now: string }>`select now()::timestamptz(3) as now`.execute(tx.db)
      const heads = await sql<{ tenantId: string; seq: number; hash: string }>`
        select tenant_id as "tenantId", seq, hash from audit_heads order by tenant_id`.execute(tx.db)
      return {
        madeAt: rows[0]?.now ?? '',
        engine: store.engine,
        migrations: await migrationsOf(tx.db),
        tables,
        heads: heads.rows,
        files: await filesOf(tx),
      }
    } finally {
      await handle.close()
    }
  })
}

async function spoolTable(
  { db }: Tx,
  { name, columns }: BackupTable,
  handle: FileHandle,
  entries: Record<string, { size: number; sha256: string }>,
): Promise<number> {
  const values = sql.join(columns.map(c => sql`${sql.ref(c.name)}::text`))
  await sql`declare rows_of_table no scroll cursor for
    select json_build_array(${values})::text as line from ${sql.table(name)}`.execute(db)
  let count = 0
  for (let part = 1; ; part++) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(ROWS)} from rows_of_table`.execute(db)
    if (rows.length === 0) break
    count += rows.length
    // A line break inside a value is written as \n by JSON; between values PostgreSQL puts none.
    const bytes = Buffer.from(rows.map(r => `${r.line}\n`).join(''))
    const path = tablePath(name, part)
    entries[path] = { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    await handle.writeFile(tarHeader(path, bytes.length))
    await handle.writeFile(bytes)
    await handle.writeFile(tarPadding(bytes.length))
  }
  await sql`close rows_of_table`.execute(db)
  return count
}

/** Files that belong to a record must be there; of tables that were read in the bytes may have been given up. */
async function filesOf({ db }: Tx): Promise<readonly (FileKey & { readonly must: boolean })[]> {
  const { rows } = await sql<FileKey & { must: boolean }>`
    select tenant_id as "tenantId", sha256, bool_or(must) as must from (
      select tenant_id, sha256, true as must from files union all
      select tenant_id, sha256, false from imports) all_files
    group by tenant_id, sha256 order by tenant_id, sha256`.execute(db)
  return rows
}

/** The size of a stored file, or undefined where it is missing or no longer what it was. */
async function sizeOf(files: FileStore, { tenantId, sha256 }: FileKey): Promise<number | undefined> {
  try {
    const bytes = await files.get(tenantId, sha256)
    if (bytes === undefined) return undefined
    let size = 0
    for await (const chunk of bytes) size += chunk.length
    return size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'file-damaged') return undefined
    throw error
  }
}
