import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Finding } from '@vigie/kernel'
import { PairCounter } from '../disproportionality/counting/pair-counter.js'
import type { PairTable } from '../disproportionality/counting/pair-table.js'
import { type CsvHead, csvHead } from './csv-head.js'
import { ingestFindings } from './findings.js'
import { integerChunks } from './integers.js'
import { type ReportSource, rowsSql } from './source.js'

const { make } = ingestFindings

export interface StoreOptions {
  /** Largest memory for DuckDB, for example `600MB`. */
  readonly memoryLimit?: string
  /** A folder for what does not fit into memory; without it, large files need the memory. */
  readonly tempDirectory?: string
  readonly threads?: number
  /** Whether reports are counted by strata; the sources then name a stratum. */
  readonly stratified?: boolean
  /** Called with the rows counted so far and all rows of the import at hand. */
  readonly progress?: (done: number, all: number) => void
}

/** What an import brought. With a finding that blocks, nothing was imported. */
export interface Import {
  readonly imported: boolean
  readonly rows: number
  readonly reports: number
  readonly findings: readonly Finding[]
}

/**
 * Reports read from files by DuckDB and counted in typed arrays. Each import is whole or not at all; a later import
 * (a month, say) is added to the counts without counting the earlier ones again.
 */
export class ReportStore {
  #counter: PairCounter | undefined
  readonly #devices: string[] = []
  readonly #events: string[] = []
  readonly #strata: string[] = []

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly options: StoreOptions,
  ) {}

  /** Opens an empty store in memory. Close it when done. */
  static async open(options: StoreOptions = {}): Promise<ReportStore> {
    const instance = await DuckDBInstance.create(':memory:', {
      ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
      ...(options.tempDirectory === undefined ? {} : { temp_directory: options.tempDirectory }),
      ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    })
    const connection = await instance.connect()
    await connection.run(`
      CREATE TABLE reports (name VARCHAR, number INTEGER);
      CREATE TABLE devices (name VARCHAR, number INTEGER);
      CREATE TABLE events (name VARCHAR, number INTEGER);
      CREATE TABLE strata (name VARCHAR, number INTEGER);`)
    return new ReportStore(instance, connection, options)
  }

  get devices(): readonly string[] {
    return this.#devices
  }
  get events(): readonly string[] {
    return this.#events
  }
  get strata(): readonly string[] {
    return this.#strata
  }

  /** The counted table of everything imported so far; undefined before the first import. */
  table(): PairTable | undefined {
    return this.#counter?.table()
  }

  close(): void {
    this.connection.closeSync()
    this.instance.closeSync()
  }

  /** Imports a file, whole or not at all. */
  async add(source: ReportSource): Promise<Import> {
    const none = (findings: readonly Finding[]): Import => ({
      imported: false,
      rows: 0,
      reports: 0,
      findings,
    })
    try {
      const head = source.format === 'csv' ? await csvHead(this.connection, source.path) : undefined
      const wrong = head === undefined ? [] : headFaults(source, head)
      if (wrong.length > 0) return none(wrong)
      await this.connection.run(`CREATE OR REPLACE TEMP TABLE staged AS ${rowsSql(source, head)}`)
    } catch (error) {
      return none([unreadable(source, error)])
    }
    const missing = await this.#row(
      `SELECT count(*), min(line) FROM staged WHERE report IS NULL OR report = ''`,
    )
    if (missing[0] > 0)
      return none([make['NO-ID']({ path: 'report' }, { rows: missing[0], first: missing[1] })])
    const findings = await this.#looks()
    const [rows] = await this.#row('SELECT count(*), 0 FROM staged')
    if (rows === 0) return none([...findings, make.EMPTY({ path: source.path }, { file: fileName(source) })])
    const [reports] = await this.#row('SELECT count(DISTINCT report), 0 FROM staged')
    await this.#number()
    await this.#count(rows)
    await this.connection.run('DROP TABLE staged')
    return { imported: true, rows, reports, findings }
  }

  /** Takes what cannot be counted out of the staged rows, and says so. */
  async #looks(): Promise<Finding[]> {
    const found: Finding[] = []
    const incomplete = `device IS NULL OR device = '' OR event IS NULL OR event = ''`
    const [rows, first] = await this.#row(`SELECT count(*), min(line) FROM staged WHERE ${incomplete}`)
    if (rows > 0) {
      found.push(make.INCOMPLETE({ path: 'device' }, { rows, first }))
      await this.connection.run(`DELETE FROM staged WHERE ${incomplete}`)
    }
    const again = await this.#named(
      'SELECT count(DISTINCT report), min(report) FROM staged SEMI JOIN reports ON staged.report = reports.name',
    )
    if (again.count > 0) {
      found.push(make.REPEATED({ path: 'report' }, { reports: again.count, first: again.name }))
      await this.connection.run('DELETE FROM staged WHERE report IN (SELECT name FROM reports)')
    }
    const [duplicates] = await this.#row(
      'SELECT coalesce(sum(n - 1), 0), 0 FROM (SELECT count(*) AS n FROM staged GROUP BY report, device, event)',
    )
    if (duplicates > 0) found.push(make['DUPLICATE-ROWS']({ path: 'report' }, { rows: duplicates }))
    const two = await this.#named(
      'SELECT count(*), min(report) FROM (SELECT report FROM staged GROUP BY report HAVING count(DISTINCT stratum) > 1)',
    )
    if (two.count > 0)
      found.push(make['TWO-STRATA']({ path: 'stratum' }, { reports: two.count, first: two.name }))
    return found
  }

  /** Numbers the new reports, devices, events and strata, in alphabetical order: the same file gives the same numbers. */
  async #number(): Promise<void> {
    const columns = [
      ['reports', 'report'],
      ['devices', 'device'],
      ['events', 'event'],
      ['strata', `coalesce(stratum, '')`],
    ] as const
    for (const [table, column] of columns) {
      await this.connection.run(`
        INSERT INTO ${table} SELECT name, CAST((SELECT count(*) FROM ${table}) + row_number() OVER (ORDER BY name) - 1 AS INTEGER)
        FROM (SELECT DISTINCT ${column} AS name FROM staged) AS new
        WHERE NOT EXISTS (SELECT 1 FROM ${table} AS old WHERE old.name = new.name)`)
    }
    for (const [table, names] of [
      ['devices', this.#devices],
      ['events', this.#events],
      ['strata', this.#strata],
    ] as const) {
      const reader = await this.connection.runAndReadAll(
        `SELECT name FROM ${table} WHERE number >= ${names.length} ORDER BY number`,
      )
      for (const [name] of reader.getRows()) names.push(String(name))
    }
  }

  async #count(all: number): Promise<void> {
    const stratified = this.options.stratified === true
    // Strata are fixed by the first import: margins of strata that came later would not be comparable.
    this.#counter ??= new PairCounter({
      devices: this.#devices.length,
      events: this.#events.length,
      ...(stratified ? { strata: Math.max(STRATA, this.#strata.length) } : {}),
    })
    const counter = this.#counter
    counter.grow(this.#devices.length, this.#events.length)
    let done = 0
    const rows = integerChunks(
      this.connection,
      `SELECT r.number, d.number, e.number, s.number FROM staged
        JOIN reports r ON r.name = staged.report JOIN devices d ON d.name = staged.device
        JOIN events e ON e.name = staged.event JOIN strata s ON s.name = coalesce(staged.stratum, '')
        ORDER BY r.number, s.number, staged.line`,
    )
    for await (const { rows: length, columns } of rows) {
      const [report, device, event, stratum] = columns
      if (report === undefined || device === undefined || event === undefined || stratum === undefined)
        continue
      counter.add({ report, device, event, ...(stratified ? { stratum } : {}) }, length)
      done += length
      this.options.progress?.(done, all)
    }
  }

  async #row(sql: string): Promise<[number, number]> {
    const [row] = (await this.connection.runAndReadAll(sql)).getRows()
    return [Number(row?.[0] ?? 0), Number(row?.[1] ?? 0)]
  }

  async #named(sql: string): Promise<{ readonly count: number; readonly name: string }> {
    const [row] = (await this.connection.runAndReadAll(sql)).getRows()
    return { count: Number(row?.[0] ?? 0), name: String(row?.[1] ?? '') }
  }
}

/** Room for strata that later imports bring, such as further years. */
const STRATA = 64

const fileName = (source: ReportSource) => source.path.split(/[\\/]/).at(-1) ?? source.path

/** Columns that the source names, but that the first line does not have, or has twice. */
function headFaults(source: ReportSource, head: CsvHead): Finding[] {
  if (source.format === 'openfda') return []
  const { report, device, event, stratum } = source
  return [report, device, event, ...(stratum === undefined ? [] : [stratum])].flatMap(column => {
    const times = head.columns.filter(c => c === column).length
    if (times === 1) return []
    const where = { path: column }
    const file = fileName(source)
    return [
      times === 0 ? make.COLUMN(where, { file, column }) : make['COLUMN-TWICE'](where, { file, column }),
    ]
  })
}

/** What DuckDB says of a file, as a finding with the line where it names one. */
function unreadable(source: ReportSource, error: unknown): Finding {
  const says = error instanceof Error ? error.message : String(error)
  const file = fileName(source)
  const line = /CSV Error on Line: (\d+)/.exec(says)?.[1]
  if (line !== undefined) {
    const open = says.includes('unterminated quote')
    const detail = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(says)
    return make.LINE(
      { path: `line ${line}` },
      {
        file,
        line: Number(line),
        says:
          detail === null
            ? open
              ? 'a quotation mark is opened and never closed.'
              : plain(says.replace(/^.*CSV Error on Line: \d+\s*/s, ''))
            : `it has ${detail[2]} columns, not ${detail[1]}.`,
      },
    )
  }
  const column = /(?:Referenced column|a column named) "([^"]+)"/.exec(says)?.[1]
  if (column !== undefined) return make.COLUMN({ path: column }, { file, column })
  return make.UNREADABLE({ path: source.path }, { file, says: plain(says) })
}

/** The first two lines of a message, as one sentence. */
function plain(says: string): string {
  return says
    .split('\n')
    .filter(l => l.trim() !== '')
    .slice(0, 2)
    .join(' ')
    .trim()
}
