import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { RecordError } from '../errors.js'
import { type Engine, kyselyStore } from '../sql/kysely-store.js'
import { PARSERS } from '../sql/parsers.js'
import type { Database } from '../sql/tables.js'
import type { Store, StoreOptions } from '../store.js'
import { preparing } from './prepared.js'

const OLDEST = 15

/**
 * Opens the record on a PostgreSQL server of version 15 or newer. The user of the URL owns the schema `vigie`; it needs
 * `create` on the database and may make roles, or the roles `vigie_app` and `vigie_installation` exist and are granted to it.
 */
export async function openPostgres(url: string, options: StoreOptions = {}): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    application_name: 'vigie',
    // The first statement of a transaction goes out behind its beginning, without waiting for the answer.
    pipeline: true,
    types: { getTypeParser: parserOf },
  })
  // A server that goes away ends idle connections; the next query gets a new one or its own error.
  pool.on('error', () => {})
  try {
    await checkVersion(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  const engine: Engine = {
    name: 'postgres',
    pool: preparing(pool),
    durable,
    release: async () => {
      if (!pool.ended) await pool.end()
    },
  }
  return kyselyStore(engine, options)
}

function parserOf(oid: number, format?: 'text' | 'binary') {
  const ours = format === 'binary' ? undefined : PARSERS[oid]
  return ours ?? pg.types.getTypeParser(oid, format ?? 'text')
}

async function checkVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ v: string }>(`select current_setting('server_version_num') as v`)
  const major = Math.floor(Number(rows[0]?.v) / 10_000)
  if (major >= OLDEST) return
  throw new RecordError(
    'engine-too-old',
    `The server is PostgreSQL ${major}; Vigie needs ${OLDEST} or newer.`,
  )
}

/** `synchronous_commit` is set in each transaction; these two only the server's administrator can set. */
async function durable(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ fsync: string; pages: string }>`
    select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages`.execute(db)
  return rows[0]?.fsync === 'on' && rows[0].pages === 'on'
}
