import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { commandOf } from '../sql/command.js'
import type { Engine } from './client.js'

/** The engine as a pool of one connection, handed out in turn, in the shape Kysely's PostgreSQL dialect takes. */
export function poolOf(engine: Engine): PostgresPool {
  let turn: Promise<void> = Promise.resolve()
  let ended: Promise<void> | undefined
  return {
    connect: async () => {
      const before = turn
      let done = () => {}
      turn = new Promise(resolve => {
        done = resolve
      })
      await before
      return new Client(engine, done)
    },
    end: () => {
      ended ??= turn.then(() => engine.close())
      return ended
    },
  }
}

/** One turn at the engine. */
class Client implements PostgresPoolClient {
  constructor(
    private readonly engine: Engine,
    readonly release: () => void,
  ) {}

  query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query<R>(
    text: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new TypeError('the embedded engine has no cursors')
    return this.run<R>(text, parameters)
  }

  private async run<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const { rows, affected } = await this.engine.query(text, parameters)
    return { command: commandOf(text), rowCount: affected, rows: rows as R[] }
  }
}
