import { sha256Hex } from '@vigie/kernel'
import { sql } from 'kysely'
import { verifyChain } from '../audit/verify.js'
import { verifyRecords } from '../audit/verify-records.js'
import { RecordError } from '../errors.js'
import type { FileStore } from '../files/store.js'
import { INSTALLATION } from '../ids.js'
import type { Store, Tx } from '../store.js'
import { fileAt, type Manifest, tableAt } from './manifest.js'
import { checkBackup, entriesOf, type OpenBackup } from './read.js'
import { type BackupTable, backupTables, migrationsOf } from './tables.js'

export interface Restored {
  readonly manifest: Manifest
  readonly tenants: number
  readonly events: number
  readonly files: number
}

/**
 * Puts a backup into an empty, migrated record of either engine. The archive is read through and checked first; then
 * all rows are written and every chain and record is verified in one transaction, so that nothing is ever half restored.
 * Files are put before it ends; bytes that lie there without their rows are reached by nobody.
 *
 * Throws RecordError: `backup-damaged`, `backup-of-another-schema`, `record-not-empty`, `record-damaged`.
 */
export async function restore(
  store: Store,
  files: FileStore,
  open: OpenBackup,
  passphrase?: string,
): Promise<Restored> {
  const manifest = await checkBackup(open, passphrase)
  const system = { tenantId: INSTALLATION, actorId: INSTALLATION, zone: 'UTC' }
  return store.withInstallation(system, async tx => {
    // The owner of the tables lifts walls and triggers for this one transaction; both stand again before it ends.
    await sql`reset role`.execute(tx.db)
    const tables = await backupTables(tx.db)
    await mustFit(tx, manifest, tables)
    await alterAll(tx, tables, 'no force row level security')
    await mustBeEmpty(tx, tables)
    await alterAll(tx, tables, 'disable trigger user')
    const own = await ownReferences(tx)
    await alterReferences(tx, own, 'deferrable initially deferred')
    const count = await load(tx, files, open, passphrase, { manifest, tables })
    await sql`set constraints all immediate`.execute(tx.db)
    await alterReferences(tx, own, 'not deferrable')
    await alterAll(tx, tables, 'enable trigger user')
    await alterAll(tx, tables, 'force row level security')
    const events = await verifyRestored(tx, manifest)
    return { manifest, tenants: manifest.heads.length, events, files: count }
  })
}

async function mustFit(tx: Tx, manifest: Manifest, tables: readonly BackupTable[]): Promise<void> {
  const here = JSON.stringify([await migrationsOf(tx.db), tables])
  const columnsOf = ({ name, columns, walled }: BackupTable) => ({ name, columns, walled })
  if (here === JSON.stringify([manifest.migrations, manifest.tables.map(columnsOf)])) return
  throw new RecordError(
    'backup-of-another-schema',
    `The backup was made by ${manifest.software} with schema ${manifest.migrations.length}; this program has another schema. Restore it with the version that made it, then start the newer version on the result.`,
  )
}

async function alterAll(tx: Tx, tables: readonly BackupTable[], what: string): Promise<void> {
  const statements = tables
    .filter(t => what.includes('trigger') || t.walled)
    .map(t => `alter table vigie."${t.name}" ${what}`)
  await sql.raw(statements.join('; ')).execute(tx.db)
}

interface Reference {
  readonly table: string
  readonly name: string
}

/** Rules by which a row refers to another of its own table; that one may come later in the backup. */
async function ownReferences(tx: Tx): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select c.relname as table, k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.conrelid = k.confrelid and k.connamespace = 'vigie'::regnamespace`.execute(
    tx.db,
  )
  return rows
}

async function alterReferences(tx: Tx, references: readonly Reference[], what: string): Promise<void> {
  for (const { table, name } of references) {
    await sql.raw(`alter table vigie."${table}" alter constraint "${name}" ${what}`).execute(tx.db)
  }
}

async function mustBeEmpty(tx: Tx, tables: readonly BackupTable[]): Promise<void> {
  const some = tables.map(t => sql`exists (select from ${sql.table(t.name)})`)
  const { rows } = await sql<{ some: boolean }>`select ${sql.join(some, sql` or `)} as some`.execute(tx.db)
  if (rows[0]?.some === false) return
  throw new RecordError(
    'record-not-empty',
    'There is a record here already; a backup is restored into a new folder or an empty database only. Nothing was changed.',
  )
}

interface Contents {
  readonly manifest: Manifest
  readonly tables: readonly BackupTable[]
}

/** Writes the rows and puts the files; answers how many files. The bytes are compared with the manifest once more. */
async function load(
  tx: Tx,
  files: FileStore,
  open: OpenBackup,
  passphrase: string | undefined,
  { manifest, tables }: Contents,
): Promise<number> {
  let count = 0
  for await (const { name, size, bytes } of entriesOf(open, passphrase)) {
    const table = tables.find(t => t.name === tableAt(name))
    const file = fileAt(name)
    if (table !== undefined) await insert(tx, table, await whole(name, bytes, manifest))
    else if (file !== undefined) {
      const kept = await files.put(file.tenantId, bytes, size)
      if (kept.sha256 !== file.sha256) throw changed(name)
      count++
    } else for await (const _ of bytes);
  }
  return count
}

async function whole(name: string, bytes: AsyncIterable<Uint8Array>, manifest: Manifest): Promise<string> {
  const parts: Buffer[] = []
  for await (const chunk of bytes) parts.push(Buffer.from(chunk))
  const all = Buffer.concat(parts)
  if (sha256Hex(all) !== manifest.entries[name]?.sha256) throw changed(name)
  return all.toString('utf8')
}

const changed = (name: string) =>
  new RecordError('backup-damaged', `The backup changed while it was read (${name}). Nothing was restored.`)

async function insert(tx: Tx, { name, columns }: BackupTable, lines: string): Promise<void> {
  const rows = `[${lines.trimEnd().split('\n').join(',')}]`
  const names = sql.join(columns.map(c => sql.ref(c.name)))
  const values = sql.join(columns.map((c, i) => sql.raw(`(r ->> ${i})::${c.type}`)))
  await sql`insert into ${sql.table(name)} (${names}) overriding system value
    select ${values} from jsonb_array_elements(${rows}::jsonb) r`.execute(tx.db)
}

/** Every chain and every record, as their own tenant sees them; answers how many events there are. */
async function verifyRestored(tx: Tx, manifest: Manifest): Promise<number> {
  let events = 0
  for (const { tenantId, seq, hash } of manifest.heads) {
    await sql`select set_config('app.tenant', ${tenantId}, true), set_config('role', 'vigie_app', true)`.execute(
      tx.db,
    )
    const chain = await verifyChain(tx, tenantId, seq === 0 ? [] : [{ seq, hash }])
    const [fault] = chain.ok ? await verifyRecords(tx, tenantId) : []
    await sql`reset role`.execute(tx.db)
    if (chain.ok && fault === undefined) {
      events += chain.events
      continue
    }
    const why = chain.ok ? `${fault?.entity} ${fault?.id} is ${fault?.why}` : chain.sentence
    throw new RecordError(
      'record-damaged',
      `The backup holds a record that was tampered with before it was backed up, in tenant ${tenantId}: ${why} Nothing was restored.`,
    )
  }
  return events
}
