import type { Transaction } from 'kysely'
import type { Sealer } from './audit/seal.js'
import type { MigrationReport } from './migrate.js'
import type { Database } from './sql/tables.js'

/** Who is at work: in whose room, which person, and the IANA zone of that person. */
export interface Actor {
  readonly tenantId: string
  readonly actorId: string
  readonly zone: string
}

/** A running transaction of one actor. The walls of the database hold inside it. */
export interface Tx {
  readonly db: Transaction<Database>
  readonly actor: Actor
  readonly sealer: Sealer | undefined
}

export interface Health {
  readonly engine: 'pglite' | 'postgres'
  readonly serverVersion: string
  /** Number of the last migration applied; 0 for an empty database. */
  readonly migration: number
  /** False where the server is set up so that an answered write can be lost on a power cut. */
  readonly durable: boolean
  readonly latencyMs: number
}

/**
 * The permanent record. Two engines stand behind it (PGlite in a folder, PostgreSQL by URL); both pass
 * `store.contract.ts`, and nothing outside their folders knows which one runs.
 */
export interface Store {
  readonly engine: 'pglite' | 'postgres'

  /**
   * Brings the schema up to this program's version, in one transaction under a lock.
   * Throws {@link RecordError} when the database is newer than the program or an applied migration was edited.
   */
  migrate(): Promise<MigrationReport>

  /**
   * Runs `fn` in one transaction as `actor`, under the application's role. What `fn` returns is returned after the
   * commit is on disk; when `fn` throws, nothing is kept. `fn` may run again after a deadlock, so it must do nothing
   * outside the transaction. Calls do not nest (on one engine they would wait for each other for ever).
   */
  withTenant<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T>

  /**
   * As {@link withTenant}, under the role of the installation: it makes tenants and accounts and finds an account at
   * sign-in. It sees nothing of what tenants keep. `actor.tenantId` is the tenant whose chain gets the events.
   */
  withInstallation<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T>

  /**
   * As {@link withTenant}, for reading only: all of it sees one moment, the database refuses a write, and the answer does
   * not wait for the end of the transaction.
   */
  readTenant<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T>

  /** As {@link withInstallation}, for reading only. */
  readInstallation<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T>

  /**
   * Reads all tenants as they stand at one moment, for a backup or a check of the whole record. Writing is refused. On
   * the embedded engine others wait meanwhile.
   */
  snapshot<T>(fn: (tx: Tx) => Promise<T>): Promise<T>

  /**
   * Runs SQL of the job library as the owner of the database, on one connection: a text with several statements when
   * there are no values. What is left open after an error is rolled back. Nothing that holds what people keep goes
   * through here: no wall applies.
   */
  ownerSql(text: string, values: readonly unknown[]): Promise<{ readonly rows: readonly unknown[] }>

  health(): Promise<Health>

  /** Waits for open transactions and closes. Later calls throw. Safe to call twice. */
  close(): Promise<void>
}

export interface StoreOptions {
  /** Seals the head of each audit chain; without it a shortened chain whose head was also changed is not found. */
  readonly sealer?: Sealer
  /** Most connections to a server at once (default 10). PGlite has one. */
  readonly maxConnections?: number
}
