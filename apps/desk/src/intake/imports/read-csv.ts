import { CsvError, parse } from 'csv-parse/sync'
import { importFindings } from './findings.js'
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, type Sheet, type Table, type TableRow } from './table.js'
import { textOf } from './text-of.js'

const SEPARATORS = [';', '\t', ',', '|'] as const

interface Parsed {
  readonly record: readonly string[]
  /** The library counts the line a record ends on. */
  readonly line: number
}

/** Reads CSV. Every line whose width differs is a fault; one that cannot be read at all ends the reading, by its number. */
export function readCsv(bytes: Uint8Array): Table {
  const { text, encoding, notice } = textOf(bytes)
  const separator = separatorOf(text)
  const notices = [
    ...(notice === null ? [] : [notice]),
    `Read as CSV in ${encoding}, with ${separator === '\t' ? 'tabs' : `"${separator}"`} between the cells.`,
  ]
  return { format: 'csv', sheets: [sheetOf(text, separator)], notices }
}

/** The separator that stands most often in the first line, outside of quotation marks. */
function separatorOf(text: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 20_000))?.[0] ?? ''
  const bare = first.replaceAll(/"(?:[^"]|"")*"/g, '')
  const counted = SEPARATORS.map(s => [s, bare.split(s).length] as const)
  return counted.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

function sheetOf(text: string, separator: string): Sheet {
  const parsed: Parsed[] = []
  const findings = []
  try {
    parse(text, {
      bom: true,
      delimiter: separator,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_COLUMNS * LONGEST_CELL,
      // Collected by hand: a line that breaks in the middle leaves those before it.
      on_record: (record, { lines }) => {
        if (parsed.length <= MOST_ROWS) parsed.push({ record, line: lines })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number('lines' in error ? error['lines'] : 0)
    const fault = SENTENCES[error.code] ?? 'its quotation marks do not fit'
    findings.push(importFindings.make.LINE({ path: `line ${line}` }, { line, fault }))
  }
  const [head, ...rest] = parsed
  const columns = head?.record.map(c => c.trim()) ?? []
  if (columns.length > MOST_COLUMNS) {
    findings.push(importFindings.make.LIMIT({ path: 'file' }, { what: 'columns', most: MOST_COLUMNS }))
  }
  if (rest.length >= MOST_ROWS) {
    findings.push(importFindings.make.LIMIT({ path: 'file' }, { what: 'rows', most: MOST_ROWS }))
  }
  const rows: TableRow[] = []
  const ragged: TableRow[] = []
  for (const { record, line } of rest) {
    if (record.length !== columns.length) {
      const says = { line, found: record.length, expected: columns.length }
      findings.push(importFindings.make.WIDTH({ path: `line ${line}` }, says))
      ragged.push({ number: line, cells: record })
    } else rows.push({ number: line, cells: record.map(unguarded) })
  }
  return { name: 'CSV', columns, rows, ragged, findings }
}

const SENTENCES: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quotation mark',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a text that is not quoted',
  CSV_MAX_RECORD_SIZE: 'it is far too long',
}

/** Our own files of bad rows guard what a spreadsheet would take for a formula with an apostrophe. */
const unguarded = (cell: string) => (/^'[=+@\t\r-]/.test(cell) ? cell.slice(1) : cell)
