import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedMigrations } from '../migrate.js'
import { tablesSource } from '../sql/tables-source.js'
import { DURABLE_PARAMETERS, DurableFolder } from './durable-fs.js'
import { PGLITE_VERSION, POSTGRES_MAJOR } from './folder.js'

const folder = mkdtempSync(join(tmpdir(), 'vigie-fsync-'))
const fs = new DurableFolder(folder)
let pg: PGlite
beforeAll(async () => {
  const startParams = [...PGlite.defaultStartParams.filter(p => p !== '-F'), ...DURABLE_PARAMETERS]
  pg = await PGlite.create({ fs, startParams })
}, 60_000)
afterAll(async () => {
  await pg.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the embedded engine', () => {
  test('is the one this package is made for', async () => {
    const installed = readFileSync(
      new URL('../package.json', import.meta.resolve('@electric-sql/pglite')),
      'utf8',
    )
    expect(JSON.parse(installed)).toMatchObject({ version: PGLITE_VERSION })
    const { rows } = await pg.query<{ v: string }>(`select current_setting('server_version_num') as v`)
    expect(String(Math.floor(Number(rows[0]?.v) / 10_000))).toBe(POSTGRES_MAJOR)
  })

  test('forces each commit to disk, and a checkpoint the data files; reading forces nothing', async () => {
    await pg.exec('create table t (n integer)')
    let before = fs.forced
    const since = () => {
      const n = fs.forced - before
      before = fs.forced
      return n
    }
    for (let n = 0; n < 20; n++) await pg.query('insert into t values ($1)', [n])
    expect(since()).toBeGreaterThanOrEqual(20)
    for (let n = 0; n < 20; n++) await pg.query('select * from t where n = $1', [n])
    expect(since()).toBe(0)
    await pg.exec('begin; insert into t values (1); insert into t values (2)')
    expect(since()).toBe(0)
    await pg.exec('commit')
    expect(since()).toBeGreaterThanOrEqual(1)
    expect(fs.logBytes).toBeGreaterThan(0)
    await pg.exec('checkpoint')
    expect(since()).toBeGreaterThan(5)
  })
})

describe('the migrations', () => {
  test('give the tables of tables.ts', async () => {
    await pg.exec('create schema vigie; set search_path = vigie')
    for (const m of await shippedMigrations()) await pg.exec(m.sql)
    const source = await tablesSource(async text => (await pg.query(text)).rows)
    // The formatter breaks long lists of choices.
    const bare = (text: string) => text.replace(/\s+/g, '').replaceAll(':|', ':')
    expect(bare(source)).toBe(bare(readFileSync(new URL('../sql/tables.ts', import.meta.url), 'utf8')))
  })
})
