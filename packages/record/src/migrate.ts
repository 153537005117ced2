import { readdir, readFile } from 'node:fs/promises'
import { sha256Hex } from '@vigie/kernel'
import { type Kysely, sql } from 'kysely'
import { RecordError } from './errors.js'
import type { Database } from './sql/tables.js'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

export interface MigrationReport {
  /** Numbers applied now, in order; empty when the schema was already up to date. */
  readonly applied: readonly number[]
  /** Number of the last migration in the database. */
  readonly current: number
}

const FOLDER = new URL('../migrations/', import.meta.url)
const FILE = /^(\d{4})_[a-z0-9-]+\.sql$/
/** Any number that no other program on the same database uses for its advisory lock. */
const LOCK = 0x7669676965

/** A table without this would be missing in backups; only schemas older than backups have no such function. */
const LET_BACKUPS_READ = `do $$ begin
  if to_regproc('vigie.let_backups_read') is not null then perform vigie.let_backups_read(); end if;
end $$`

/** The migrations shipped with this program, in order. Throws on a gap, a double number or a strange file name. */
export async function shippedMigrations(folder: URL = FOLDER): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter(n => n.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, i): Promise<Migration> => {
      const number = Number(FILE.exec(name)?.[1])
      if (number !== i + 1) throw new Error(`migration ${name} should have number ${i + 1}`)
      const text = await readFile(new URL(name, folder), 'utf8')
      return { number, name, sql: text, checksum: sha256Hex(text) }
    }),
  )
}

/**
 * Applies what is missing, all of it in one transaction under an advisory lock: a second process waits and then finds
 * nothing to do; a fault leaves the database as it was.
 */
export async function migrate(
  db: Kysely<Database>,
  migrations: readonly Migration[],
  runScript: (script: string, db: Kysely<Database>) => Promise<void>,
): Promise<MigrationReport> {
  return db.transaction().execute(async trx => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx)
    await runScript(
      `create schema if not exists vigie;
       set local search_path = vigie;
       create table if not exists migrations (
         number integer primary key, name text not null, checksum text not null,
         applied_at timestamptz(3) not null default now()
       )`,
      trx,
    )
    const known = await sql<{ number: number; name: string; checksum: string }>`
      select number, name, checksum from migrations order by number`.execute(trx)
    checkApplied(known.rows, migrations)
    const missing = migrations.slice(known.rows.length)
    for (const m of missing) {
      await runScript(m.sql, trx)
      await sql`insert into migrations (number, name, checksum) values (${m.number}, ${m.name}, ${m.checksum})`.execute(
        trx,
      )
    }
    if (missing.length > 0) await runScript(LET_BACKUPS_READ, trx)
    return { applied: missing.map(m => m.number), current: Math.max(migrations.length, known.rows.length) }
  })
}

function checkApplied(
  applied: readonly { number: number; name: string; checksum: string }[],
  shipped: readonly Migration[],
): void {
  for (const [i, row] of applied.entries()) {
    const ours = shipped[i]
    if (ours === undefined) {
      throw new RecordError(
        'database-too-new',
        `The database was brought to schema ${applied.length} by a newer Vigie; this one knows ${shipped.length}. Start the newer version.`,
      )
    }
    if (row.number !== ours.number || row.checksum !== ours.checksum) {
      throw new RecordError(
        'migration-edited',
        `Migration ${row.name} in the database differs from ${ours.name} in this program. Install the program again; if the file was edited, put the change into a new migration.`,
      )
    }
  }
}
