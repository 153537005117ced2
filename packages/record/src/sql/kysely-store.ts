import { CompiledQuery, Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import { RecordError } from '../errors.js'
import { INSTALLATION as INSTALLATION_ID } from '../ids.js'
import { migrate, shippedMigrations } from '../migrate.js'
import type { Actor, Health, Store, StoreOptions, Tx } from '../store.js'
import { leanDialect } from './lean-dialect.js'
import { type How, runAs } from './session.js'
import type { Database } from './tables.js'

/** What an engine brings; everything else is the same for both. */
export interface Engine {
  readonly name: Store['engine']
  readonly pool: PostgresPool
  /** Whether an answered write is on disk. */
  durable(db: Kysely<Database>): Promise<boolean>
  /** Ends the pool, if Kysely did not (it leaves a pool alone that it never used), and frees what else is held. */
  release(): Promise<void>
}

const APP: How = { role: 'vigie_app', readOnly: false }
const INSTALLATION: How = { role: 'vigie_installation', readOnly: false }

/** A snapshot is taken of all tenants and in nobody's name. */
const NOBODY: Actor = { tenantId: INSTALLATION_ID, actorId: INSTALLATION_ID, zone: 'UTC' }

/** A store on an engine. */
export function kyselyStore(engine: Engine, options: StoreOptions): Store {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: engine.pool }) })
  const lean = new Kysely<Database>({ dialect: leanDialect(engine.pool) })
  let closing: Promise<void> | undefined
  const mustBeOpen = () => {
    if (closing !== undefined) throw new RecordError('closed', 'The record is closed.')
  }
  const as = async <T>(how: How, actor: Actor, fn: (tx: Tx) => Promise<T>) => {
    mustBeOpen()
    return runAs(lean, how, actor, options.sealer, fn)
  }
  return {
    engine: engine.name,
    migrate: async () => {
      mustBeOpen()
      return migrate(db, await shippedMigrations(), runScript)
    },
    withTenant: (actor, fn) => as(APP, actor, fn),
    withInstallation: (actor, fn) => as(INSTALLATION, actor, fn),
    readTenant: (actor, fn) => as({ ...APP, readOnly: true }, actor, fn),
    readInstallation: (actor, fn) => as({ ...INSTALLATION, readOnly: true }, actor, fn),
    snapshot: fn => as({ role: 'vigie_backup', readOnly: true }, NOBODY, fn),
    ownerSql: async (text, values) => {
      mustBeOpen()
      return ownerSql(db, text, values)
    },
    health: () => {
      mustBeOpen()
      return health(engine, db)
    },
    close: () => {
      closing ??= db.destroy().finally(() => engine.release())
      return closing
    },
  }
}

/** Sends several statements as one text without parameters, which both engines take. */
export async function runScript(script: string, db: Kysely<Database>): Promise<void> {
  await sql.raw(script).execute(db)
}

/** A script may open a transaction of its own; a connection never goes back with a broken one. */
async function ownerSql(db: Kysely<Database>, text: string, values: readonly unknown[]) {
  return db.connection().execute(async connection => {
    try {
      const { rows } = await connection.executeQuery(CompiledQuery.raw(text, [...values]))
      return { rows: rows ?? [] }
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => {})
      throw error
    }
  })
}

async function health(engine: Engine, db: Kysely<Database>): Promise<Health> {
  const start = performance.now()
  const { rows } = await sql<{ version: string; migrated: boolean }>`
    select current_setting('server_version') as version, to_regclass('vigie.migrations') is not null as migrated`.execute(
    db,
  )
  const latencyMs = performance.now() - start
  const migration =
    rows[0]?.migrated === true
      ? await sql<{ n: number }>`select coalesce(max(number), 0) as n from vigie.migrations`.execute(db)
      : undefined
  return {
    engine: engine.name,
    serverVersion: rows[0]?.version ?? '',
    migration: migration?.rows[0]?.n ?? 0,
    durable: await engine.durable(db),
    latencyMs,
  }
}
