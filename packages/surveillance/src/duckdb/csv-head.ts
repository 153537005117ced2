import type { DuckDBConnection } from '@duckdb/node-api'
import { literal } from './source.js'

/** The dialect of a CSV file, from its first line. Nothing else is guessed: a guess may read a broken file without a word. */
export interface CsvHead {
  readonly delimiter: string
  readonly columns: readonly string[]
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** Reads the first line of a file: the names of its columns, and which character stands between them. */
export async function csvHead(connection: DuckDBConnection, path: string): Promise<CsvHead> {
  const reader = await connection.runAndReadAll(
    `SELECT line FROM read_csv(${literal(path)}, auto_detect = false, header = false, columns = {'line': 'VARCHAR'},
      delim = e'\\x01', quote = '', escape = '', strict_mode = false) LIMIT 1`,
  )
  const line = String(reader.getRows()[0]?.[0] ?? '')
  const bare = line.replace(/"[^"]*"/g, '')
  const [delimiter = ','] = DELIMITERS.toSorted((a, b) => bare.split(b).length - bare.split(a).length)
  return { delimiter, columns: fieldsOf(line, delimiter) }
}

function fieldsOf(line: string, delimiter: string): string[] {
  const fields: string[] = []
  let [field, quoted] = ['', false]
  for (let i = 0; i < line.length; i++) {
    const c = line[i] ?? ''
    if (c === '"' && quoted && line[i + 1] === '"') {
      field += '"'
      i += 1
    } else if (c === '"') quoted = !quoted
    else if (c === delimiter && !quoted) {
      fields.push(field.trim())
      field = ''
    } else field += c
  }
  return [...fields, field.trim()]
}
