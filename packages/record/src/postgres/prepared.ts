import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { Pool, PoolClient, QueryResultRow } from 'pg'
import { commandOf } from '../sql/command.js'
import { isOldPlan } from '../sql/old-plan.js'

/** More texts than this are not kept: a list of values of changing length makes a new text each time. */
const MOST = 300

/**
 * A pool whose statements with parameters are prepared once a connection, so that the server plans them once. Statements
 * that came to an end because a migration changed their tables take their connection with them.
 */
export function preparing(pool: Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= MOST) return known
    const name = `vigie_${names.size + 1}`
    names.set(text, name)
    return name
  }
  return {
    connect: async () => new Client(await pool.connect(), nameOf),
    end: () => pool.end(),
  }
}

class Client implements PostgresPoolClient {
  #spoilt = false
  constructor(
    private readonly client: PoolClient,
    private readonly nameOf: (text: string) => string | undefined,
  ) {}

  query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query<R>(
    text: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new TypeError('the record uses no cursors')
    return this.#run<R>(text, parameters)
  }

  async #run<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    // A text without parameters may hold several statements; those cannot be prepared.
    const name = parameters.length === 0 ? undefined : this.nameOf(text)
    const values = [...parameters]
    try {
      const prepared = name === undefined ? { text, values } : { name, text, values }
      const { rowCount, rows } = await this.client.query<QueryResultRow>(prepared)
      return { command: commandOf(text), rowCount: rowCount ?? 0, rows: rows as R[] }
    } catch (error) {
      this.#spoilt ||= isOldPlan(error)
      throw error
    }
  }

  release(): void {
    this.client.release(this.#spoilt)
  }
}
