import { type DuckDBConnection, type DuckDBDataChunk, DuckDBIntegerVector } from '@duckdb/node-api'

/** Some rows of integer columns; the arrays are valid until the next chunk is asked for. */
export interface IntegerChunk {
  readonly rows: number
  readonly columns: readonly Int32Array[]
}

/** Streams a query whose columns are all INTEGER and never null, chunk by chunk in order. */
export async function* integerChunks(
  connection: DuckDBConnection,
  sql: string,
): AsyncGenerator<IntegerChunk> {
  const result = await connection.stream(sql)
  // The next chunk is fetched while this one is counted.
  let next = result.fetchChunk()
  try {
    for (;;) {
      const chunk = await next
      if (chunk === null || chunk.rowCount === 0) return
      next = result.fetchChunk()
      yield { rows: chunk.rowCount, columns: columnsOf(chunk) }
    }
  } finally {
    await next
  }
}

function columnsOf(chunk: DuckDBDataChunk): readonly Int32Array[] {
  return Array.from({ length: chunk.columnCount }, (_, i) => {
    const vector = chunk.getColumnVector(i)
    if (!(vector instanceof DuckDBIntegerVector)) throw new TypeError(`column ${i} is not INTEGER`)
    return itemsOf(vector, chunk.rowCount)
  })
}

/** The vector's own memory where the library shows it, else a copy. */
function itemsOf(vector: DuckDBIntegerVector, rows: number): Int32Array {
  const items: unknown = Reflect.get(vector, 'items')
  if (items instanceof Int32Array) return items
  return Int32Array.from({ length: rows }, (_, i) => vector.getItem(i) ?? 0)
}
