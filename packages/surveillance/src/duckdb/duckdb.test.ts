import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectedOf } from '../disproportionality/counting/pair-table.js'
import { hasReference, reference } from '../testing.js'
import { ReportStore, type StoreOptions } from './index.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-reports-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const COLUMNS = { report: 'id', device: 'var1', event: 'var2' } as const
const csv = (name: string, text: string) => ({ path: file(name, text), format: 'csv', ...COLUMNS }) as const

async function withStore<T>(
  work: (store: ReportStore) => Promise<T>,
  options: StoreOptions = {},
): Promise<T> {
  const store = await ReportStore.open({ threads: 1, ...options })
  try {
    return await work(store)
  } finally {
    store.close()
  }
}

const HEAD = 'id,var1,var2\n'

describe('importing reports', () => {
  it('counts distinct reports, whatever the order of the rows', () =>
    withStore(async store => {
      const done = await store.add(
        csv('a.csv', `${HEAD}7,P,leak\n8,P,leak\n7,P,burn\n7,P,leak\n9,"Q, new",leak\n`),
      )
      expect(done).toMatchObject({ imported: true, rows: 5, reports: 3 })
      expect(done.findings.map(f => f.code)).toEqual(['REPORTS-DUPLICATE-ROWS'])
      const table = store.table()
      expect([store.devices, store.events]).toEqual([
        ['P', 'Q, new'],
        ['burn', 'leak'],
      ])
      expect([table?.reports, [...(table?.n ?? [])]]).toEqual([3, [1, 2, 1]])
    }))

  it('names the broken line and imports nothing, however far down it is', () =>
    withStore(async store => {
      const rows = Array.from({ length: 60_000 }, (_, i) => `${i},P${i % 7},e${i % 11}`)
      rows[41_234] = '41234,P1'
      const broken = await store.add(csv('broken.csv', `${HEAD}${rows.join('\n')}\n`))
      expect(broken.imported).toBe(false)
      expect(broken.findings.map(f => [f.code, f.path])).toEqual([['REPORTS-LINE', 'line 41236']])
      expect(broken.findings[0]?.message).toContain('Line 41236 of broken.csv')
      expect([store.table(), store.devices]).toEqual([undefined, []])
    }))

  it.each([
    ['a line with too few columns, in a small file', `${HEAD}1,P,leak\n2,P\n`, 'line 3'],
    ['a line with too many columns', `${HEAD}1,P,leak\n2,P,x,7\n3,P,leak\n`, 'line 3'],
    ['a quotation mark that is never closed', `${HEAD}1,P,leak\n2,P,"x\n3,P,leak\n`, 'line 3'],
  ])('is not talked into reading %s', (_, text, path) =>
    withStore(async store => {
      const done = await store.add(csv('bad.csv', text))
      expect([done.imported, done.findings.map(f => f.path)]).toEqual([false, [path]])
    }),
  )

  it('reads the usual dialects', () =>
    withStore(async store => {
      const text = '\uFEFFid;"var1";var2\r\n1;"P; big";leak\r\n2;"a ""q""";leak\r\n'
      expect((await store.add(csv('dialect.csv', text))).imported).toBe(true)
      expect(store.devices).toEqual(['P; big', 'a "q"'])
    }))

  it('adds a month, with new devices, and leaves out reports that came before', () =>
    withStore(async store => {
      await store.add(csv('jan.csv', `${HEAD}1,P,leak\n2,Q,burn\n`))
      const second = await store.add(csv('feb.csv', `${HEAD}3,A,leak\n2,Q,leak\n4,P,leak\n`))
      expect(second.findings.map(f => f.code)).toEqual(['REPORTS-REPEATED'])
      expect([second.rows, store.table()?.reports, store.devices]).toEqual([2, 4, ['P', 'Q', 'A']])
    }))

  it.each([
    ['no id', `${HEAD}1,P,leak\n,P,burn\n`, 'REPORTS-NO-ID'],
    ['nothing in it', HEAD, 'REPORTS-EMPTY'],
    ['another column', 'id,thing,var2\n1,P,leak\n', 'REPORTS-COLUMN'],
    ['a column twice', 'id,var1,var2,id\n1,P,leak,2\n', 'REPORTS-COLUMN-TWICE'],
  ])('refuses a file with %s', (_, text, code) =>
    withStore(async store => {
      const done = await store.add(csv('bad.csv', text))
      expect([done.imported, done.findings.map(f => f.code)]).toEqual([false, [code]])
    }),
  )

  it('refuses a file that is not there', () =>
    withStore(async store => {
      const done = await store.add({ path: join(folder, 'nix.parquet'), format: 'parquet', ...COLUMNS })
      expect(done.findings.map(f => f.code)).toEqual(['REPORTS-UNREADABLE'])
    }))

  it('reads Parquet and JSON as it reads CSV, with strata', () =>
    withStore(
      async store => {
        const rows = Array.from({ length: 50 }, (_, i) => ({
          id: i,
          var1: `P${i % 3}`,
          var2: `e${i % 5}`,
          year: 2020 + (i % 2),
        }))
        const json = file('r.json', JSON.stringify(rows))
        const parquet = join(folder, 'r.parquet')
        const instance = await DuckDBInstance.create(':memory:')
        await (await instance.connect()).run(
          `COPY (FROM read_json_auto('${json}')) TO '${parquet}' (FORMAT parquet)`,
        )
        instance.closeSync()
        await store.add({ path: parquet, format: 'parquet', ...COLUMNS, stratum: 'year' })
        const table = store.table()
        expect(store.strata).toEqual(['2020', '2021'])
        expect(table?.strata?.reports.slice(0, 2)).toEqual(Float64Array.of(25, 25))
        await withStore(
          async other => {
            await other.add({ path: json, format: 'json', ...COLUMNS, stratum: 'year' })
            expect(other.table()).toEqual(table)
          },
          { stratified: true },
        )
      },
      { stratified: true },
    ))

  it('reads device-event files of openFDA', () =>
    withStore(async store => {
      const device = (code: string) => ({
        device_report_product_code: code,
        brand_name: 'X',
        lot_number: '1',
      })
      const path = file(
        'openfda.json',
        JSON.stringify({
          meta: { results: { total: 3 } },
          results: [
            {
              mdr_report_key: '11',
              date_received: '20240301',
              product_problems: ['Leak', 'Burn'],
              device: [device('FRN'), device('LZG')],
            },
            {
              mdr_report_key: '12',
              date_received: '20240302',
              product_problems: ['Leak'],
              device: [device('FRN')],
            },
            { mdr_report_key: '13', date_received: '20240302', device: [device('FRN')] },
          ],
        }),
      )
      const done = await store.add({ path, format: 'openfda' })
      expect([done.rows, done.findings.map(f => f.code)]).toEqual([5, ['REPORTS-INCOMPLETE']])
      expect([store.devices, store.events, store.table()?.reports]).toEqual([
        ['FRN', 'LZG'],
        ['Burn', 'Leak'],
        2,
      ])
    }))
})

describe.skipIf(!hasReference)('importing reports, against openEBGM', () => {
  it('the case with several devices and events a report', () =>
    withStore(async store => {
      type Pair = { var1: string; var2: string; N: number; E: number }
      const { multi_input, multi_unstratified } = reference<{
        multi_input: object[]
        multi_unstratified: Pair[]
      }>('processraw_small.json')
      await store.add({ path: file('multi.json', JSON.stringify(multi_input)), format: 'json', ...COLUMNS })
      const table = store.table()
      if (table === undefined) throw new Error('not imported')
      expect(table.n).toHaveLength(multi_unstratified.length)
      for (const { var1, var2, E } of multi_unstratified) {
        expect(expectedOf(table, store.devices.indexOf(var1), store.events.indexOf(var2))).toBeCloseTo(E, 12)
      }
    }))
})
