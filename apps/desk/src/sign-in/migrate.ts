import { readdir, readFile } from 'node:fs/promises'
import { sha256Hex } from '@vigie/kernel'
import type { Store } from '@vigie/record'
import { sql } from 'kysely'
import { SYSTEM } from './system.js'

const FOLDER = new URL('../../migrations/', import.meta.url)
/** Any number that no other program on the same database uses for its advisory lock. */
const LOCK = 0x6465736b

/**
 * Brings the tables of sign-in up to this program's version, as the record does with its own: numbered plain SQL,
 * forward only, in one transaction under a lock. They lie in a schema of their own, `vigie_desk`.
 *
 * @returns the numbers applied now
 */
export async function migrateSignIn(store: Store): Promise<readonly number[]> {
  const names = (await readdir(FOLDER)).filter(n => n.endsWith('.sql')).sort()
  const files = await Promise.all(
    names.map(async (name, i) => {
      if (!name.startsWith(String(i + 1).padStart(4, '0'))) throw new Error(`migration ${name} leaves a gap`)
      return { number: i + 1, name, text: await readFile(new URL(name, FOLDER), 'utf8') }
    }),
  )
  return store.withInstallation(SYSTEM, async ({ db }) => {
    // Only the owner of the database makes tables; the role of the installation is left for this transaction.
    await sql`reset role`.execute(db)
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(db)
    await sql
      .raw(
        `create schema if not exists vigie_desk;
         create table if not exists vigie_desk.migrations (number integer primary key, name text not null, checksum text not null)`,
      )
      .execute(db)
    await sql`select set_config('search_path', 'vigie_desk', true)`.execute(db)
    const { rows } = await sql<{ number: number; checksum: string }>`
      select number, checksum from vigie_desk.migrations order by number`.execute(db)
    for (const row of rows) {
      const ours = files[row.number - 1]
      if (ours === undefined)
        throw new Error('The sign-in tables were made by a newer Vigie; start that one.')
      if (sha256Hex(ours.text) !== row.checksum) throw new Error(`Migration ${ours.name} was edited.`)
    }
    const missing = files.slice(rows.length)
    for (const { number, name, text } of missing) {
      await sql.raw(text).execute(db)
      await sql`insert into vigie_desk.migrations (number, name, checksum)
        values (${number}, ${name}, ${sha256Hex(text)})`.execute(db)
    }
    return missing.map(m => m.number)
  })
}
