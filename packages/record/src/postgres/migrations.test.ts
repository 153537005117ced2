import { readFileSync } from 'node:fs'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Migration, migrate, shippedMigrations } from '../migrate.js'
import { runScript } from '../sql/kysely-store.js'
import type { Database } from '../sql/tables.js'
import { COLUMNS_SQL } from '../sql/tables-source.js'
import { type Cluster, hasPostgres, makeCluster } from '../testing/cluster.js'

/** Each release with the checksums of the migrations it shipped; `npm run release` adds a line. */
const released: readonly { readonly version: string; readonly checksums: readonly string[] }[] = JSON.parse(
  readFileSync(new URL('../../migrations/released.json', import.meta.url), 'utf8'),
)

describe('released migrations', () => {
  test('are never edited', async () => {
    const shipped = (await shippedMigrations()).map(m => m.checksum)
    for (const { version, checksums } of released) {
      expect([version, shipped.slice(0, checksums.length)]).toEqual([version, checksums])
    }
  })
})

describe.skipIf(!hasPostgres())('migrations on PostgreSQL', () => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await makeCluster()
  }, 60_000)
  afterAll(() => cluster.remove())

  async function withDatabase<T>(
    name: string,
    work: (db: Kysely<Database>, pool: pg.Pool) => Promise<T>,
  ): Promise<T> {
    await cluster.createDatabase(name)
    const pool = new pg.Pool({ connectionString: cluster.url(name) })
    const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
    return work(db, pool).finally(() => db.destroy())
  }

  test('lead from every earlier schema to the same tables', async () => {
    const all = await shippedMigrations()
    const columns = (number: number) =>
      withDatabase(`from_${number}`, async (db, pool) => {
        expect((await migrate(db, all.slice(0, number), runScript)).applied).toHaveLength(number)
        expect((await migrate(db, all, runScript)).applied).toHaveLength(all.length - number)
        return (await pool.query(COLUMNS_SQL)).rows
      })
    const whole = await columns(0)
    expect(whole.length).toBeGreaterThan(200)
    for (let number = 1; number < all.length; number++) expect(await columns(number)).toEqual(whole)
  })

  test('leave nothing when one of them fails', async () => {
    const [first] = await shippedMigrations()
    if (first === undefined) throw new Error('no migration')
    const broken: Migration = {
      number: 2,
      name: '0002_broken.sql',
      sql: 'create table x (n integer); select nonsense',
      checksum: 'x',
    }
    await withDatabase('broken', async (db, pool) => {
      await expect(migrate(db, [first, broken], runScript)).rejects.toThrow('nonsense')
      const { rows } = await pool.query(`select 1 from pg_namespace where nspname = 'vigie'`)
      expect(rows).toEqual([])
    })
  })
})
