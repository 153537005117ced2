import { type Kysely, sql } from 'kysely'
import type { Database } from '../sql/tables.js'

/** A table as it stands in a backup: each value is the text that PostgreSQL writes and reads for its type. */
export interface BackupTable {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  /** Whether row-level walls stand round it. */
  readonly walled: boolean
}

/**
 * What is left out, each with its reason. Who is signed in signs in again: a session that was revoked must not come
 * back. The list of migrations stands in the manifest.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['migrations', 'sessions', 'attempts', 'challenges'])

/** The tables of a backup, each after those it refers to. */
export async function backupTables(db: Kysely<Database>): Promise<readonly BackupTable[]> {
  const { rows } = await sql<{ table: string; column: string; type: string; walled: boolean }>`
    select c.relname as table, c.relforcerowsecurity as walled, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'vigie'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname, a.attnum`.execute(db)
  const { rows: references } = await sql<{ from: string; to: string }>`
    select distinct f.relname as from, t.relname as to
    from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'vigie'::regnamespace and k.conrelid <> k.confrelid`.execute(
    db,
  )
  const tables = new Map<string, BackupTable & { columns: { name: string; type: string }[] }>()
  for (const { table: name, column, type, walled } of rows) {
    if (LEFT_OUT.has(name)) continue
    const table = tables.get(name) ?? { name, columns: [], walled }
    table.columns.push({ name: column, type })
    tables.set(name, table)
  }
  return inOrder([...tables.values()], references)
}

function inOrder(
  tables: readonly BackupTable[],
  references: readonly { readonly from: string; readonly to: string }[],
): readonly BackupTable[] {
  const done: BackupTable[] = []
  const isDone = (name: string) => done.some(t => t.name === name)
  for (let left = tables; left.length > 0; ) {
    const known = new Set(left.map(t => t.name))
    const ready = left.filter(t =>
      references.every(r => r.from !== t.name || isDone(r.to) || !known.has(r.to)),
    )
    if (ready.length === 0) throw new Error(`tables refer to each other: ${[...known].join(', ')}`)
    done.push(...ready)
    left = left.filter(t => !ready.includes(t))
  }
  return done
}

/** The schema a backup belongs to. */
export async function migrationsOf(
  db: Kysely<Database>,
): Promise<readonly { readonly name: string; readonly checksum: string }[]> {
  const { rows } = await sql<{ name: string; checksum: string }>`
    select name, checksum from vigie.migrations order by number`.execute(db)
  return rows
}
