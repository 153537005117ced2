import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PostgresDialect,
  PostgresDriver,
  type PostgresPool,
} from 'kysely'

/** How the transactions opened in this chain of calls begin and end. */
interface Frame {
  /** Statements, the first of them `begin`. */
  readonly begin: string
  /** Nothing was written: the answer need not wait for the end. */
  readonly readOnly: boolean
}

const frames = new AsyncLocalStorage<Frame>()

/** Runs `work`, whose transactions on a {@link leanDialect} begin and end as `frame` says. */
export function framed<T>(frame: Frame, work: () => Promise<T>): Promise<T> {
  return frames.run(frame, work)
}

/**
 * Kysely's dialect for PostgreSQL with fewer waits: a transaction begins and is set up with one message, and the first
 * statement is sent behind it without waiting for its answer. The engine takes them in order, and where the beginning
 * failed, the commit says so. A rollback stays with Kysely.
 */
export function leanDialect(pool: PostgresPool): Dialect {
  return new LeanDialect(pool)
}

class LeanDialect extends PostgresDialect {
  constructor(private readonly pool: PostgresPool) {
    super({ pool })
  }
  override createDriver(): LeanDriver {
    return new LeanDriver({ pool: this.pool })
  }
}

class LeanDriver extends PostgresDriver {
  readonly #begun = new WeakMap<DatabaseConnection, Promise<unknown>>()

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const { begin } = frameNow()
    const begun = connection.executeQuery(CompiledQuery.raw(begin))
    // Looked at when the transaction ends; until then a failure is no unhandled one.
    begun.catch(() => {})
    this.#begun.set(connection, begun)
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#begun.get(connection)
    if (frameNow().readOnly) {
      connection.executeQuery(CompiledQuery.raw('commit')).catch(() => {})
      return
    }
    // Checks what was left for the end, and fails where an error was swallowed: a commit would then say yes and keep nothing.
    await connection.executeQuery(CompiledQuery.raw('set constraints all immediate; commit'))
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#begun.get(connection)?.catch(() => {})
    await super.rollbackTransaction(connection)
  }
}

function frameNow(): Frame {
  const frame = frames.getStore()
  if (frame === undefined) throw new Error('a transaction was opened without saying how it begins')
  return frame
}
