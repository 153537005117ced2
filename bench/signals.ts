/**
 * Every statistic of every pair of a large table of synthetic reports, against a raw DuckDB scan of the same columns in
 * the same run; a month more; and 200 series through nine chart methods against reading them as JSON.
 * `--reports 20000000` is the size of the goals; without it a tenth of that. `--rounds 3` for medians.
 */
import { createHash } from 'node:crypto'
import { PairCounter, type PairTable, SCORE_COLUMNS, type ScoreBlock, screen } from '@vigie/surveillance'
import { DuckDBInstance, integerChunks } from '@vigie/surveillance/duckdb'
import { Random } from '../conformance/random.js'
import { median } from './measure.js'
import { benchCharts } from './signals/charts.js'
import { columnFiles, countFiles } from './signals/column-cache.js'
import { DEVICES, EVENTS, reportsFile } from './signals/generate.js'

const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const REPORTS = option('--reports', 2_000_000)
const ROUNDS = option('--rounds', 1)
const MONTH = 250_000

const now = () => Number(process.hrtime.bigint()) / 1e9
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const s = (v: number) => `${v.toFixed(2)} s`

const instance = await DuckDBInstance.create(':memory:', { memory_limit: '250MB' })
const connection = await instance.connect()
const file = await reportsFile(connection, REPORTS)

async function scan(): Promise<number> {
  const start = now()
  await connection.runAndReadAll(
    `SELECT bit_xor(report), bit_xor(device), bit_xor(event), bit_xor(year) FROM '${file}'`,
  )
  return now() - start
}

/** Where the numbers of all pairs go: 32-bit columns, as a page or a Parquet file would want them. */
function columnsOf(pairs: number) {
  return SCORE_COLUMNS.map(() => new Float32Array(pairs))
}

function statistics(table: PairTable, startAt?: Parameters<typeof screen>[1]) {
  const columns = columnsOf(table.n.length)
  return screen(table, {
    ...startAt,
    hash,
    sink: (block: ScoreBlock) => {
      for (const [i, name] of SCORE_COLUMNS.entries()) {
        columns[i]?.set(block.columns[name].subarray(0, block.to - block.from), block.from)
      }
    },
  })
}

const scans: number[] = []
const fromParquet: number[] = []
const fromCache: number[] = []
let counting = 0
let rows = 0
let record: ReturnType<typeof screen>['record'] | undefined
let memory = 0
for (let round = 0; round < ROUNDS; round++) {
  scans.push(await scan(), await scan(), await scan())
  const start = now()
  const counter = new PairCounter({ devices: DEVICES, events: EVENTS })
  for await (const chunk of integerChunks(connection, `SELECT report, device, event FROM '${file}'`)) {
    const [report, device, event] = chunk.columns
    if (report === undefined || device === undefined || event === undefined) continue
    counter.add({ report, device, event }, chunk.rows)
  }
  rows = counter.rows
  counting = now() - start
  record = statistics(counter.table()).record
  fromParquet.push(now() - start)
  memory = Math.max(memory, process.resourceUsage().maxRSS / 1024)
}
const raw = median(scans)
const full = median(fromParquet)
console.log(`signals: ${REPORTS} reports, ${rows} rows, ${record?.pairs} pairs, 16 numbers a pair`)
console.log(`  raw DuckDB scan of four columns  ${s(raw)}`)
console.log(`  from Parquet, with the record    ${s(full)} (counting ${s(counting)})`)
console.log(`  ratio                            ${(full / raw).toFixed(1)} (goal <= 15)`)
console.log(`  memory                           ${memory.toFixed(0)} MB (goal <= 800)`)
const prior = record?.prior
console.log(
  `  prior ${JSON.stringify(prior?.theta)}; ${prior?.agreeing} of ${prior?.starts} starts agree, ${prior?.points} points`,
)
console.log(`  signals ${JSON.stringify(record?.signals)}`)

const files = await columnFiles(connection, file)
let counter = new PairCounter({ devices: DEVICES, events: EVENTS })
for (let round = 0; round < ROUNDS; round++) {
  const start = now()
  counter = new PairCounter({ devices: DEVICES, events: EVENTS })
  countFiles(counter, files)
  const counted = now() - start
  statistics(counter.table())
  fromCache.push(now() - start)
  counting = counted
}
const cache = median(fromCache)
console.log(`  from the column cache            ${s(cache)} (counting ${s(counting)})`)
console.log(`  ratio                            ${(cache / raw).toFixed(1)} (goal <= 10)`)

const random = new Random(7)
const month = {
  report: Int32Array.from({ length: MONTH }, (_, i) => REPORTS + Math.floor(i / 1.6)),
  device: Int32Array.from({ length: MONTH }, () => Math.floor(DEVICES * random.next() ** 6)),
  event: Int32Array.from({ length: MONTH }, () => Math.floor(EVENTS * random.next() ** 4)),
}
const before = now()
counter.add(month)
const added = now() - before
const table = counter.table()
const extracted = now() - before
const again = statistics(table, prior === undefined ? {} : { startAt: prior.theta })
const anew = now() - before
console.log(
  `  a month of ${MONTH} rows added       ${s(added)}, ${((added / full) * 100).toFixed(1)} % of the full run (goal <= 5)`,
)
console.log(`    with the table of pairs        ${s(extracted)}, ${((extracted / full) * 100).toFixed(1)} %`)
console.log(
  `    with every number anew         ${s(anew)}, ${((anew / full) * 100).toFixed(1)} % (${again.record.pairs} pairs)`,
)
connection.closeSync()
instance.closeSync()
benchCharts()
