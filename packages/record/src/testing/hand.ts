import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { DURABLE_PARAMETERS, DurableFolder } from '../pglite/durable-fs.js'
import { PARSERS } from '../sql/parsers.js'

/** An engine without this package round it: what somebody has who writes the SQL by hand. Benchmarks compare with it. */
export interface Hand {
  query<R extends object>(sql: string, parameters?: readonly unknown[]): Promise<readonly R[]>
  /** Several statements as one text. */
  script(sql: string): Promise<void>
  close(): Promise<void>
}

/** One connection to a server, with the value parsers of the record. */
export async function handPostgres(url: string): Promise<Hand> {
  const types = { getTypeParser: (oid: number) => PARSERS[oid] ?? pg.types.getTypeParser(oid, 'text') }
  const client = new pg.Client({ connectionString: url, types })
  await client.connect()
  return {
    query: async <R extends object>(sql: string, parameters: readonly unknown[] = []) =>
      (await client.query<R>(sql, [...parameters])).rows,
    script: async sql => {
      await client.query(sql)
    },
    close: () => client.end(),
  }
}

/** The embedded engine in this thread, forcing its log to disk as the record does. The folder must have been made by the record. */
export async function handPglite(folder: string): Promise<Hand> {
  const engine = await PGlite.create({
    fs: new DurableFolder(join(folder, 'pg')),
    parsers: PARSERS,
    startParams: [...PGlite.defaultStartParams.filter(p => p !== '-F'), ...DURABLE_PARAMETERS],
  })
  return {
    query: async <R extends object>(sql: string, parameters: readonly unknown[] = []) =>
      (await engine.query<R>(sql, [...parameters])).rows,
    script: async sql => {
      await engine.exec(sql)
    },
    close: () => engine.close(),
  }
}
