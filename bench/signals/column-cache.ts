import { closeSync, existsSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import type { PairCounter } from '@vigie/surveillance'
import type { DuckDBConnection } from '@vigie/surveillance/duckdb'
import { integerChunks } from '@vigie/surveillance/duckdb'

const NAMES = ['report', 'device', 'event'] as const
const ROWS = 1 << 18

/** The three columns as files of 32-bit integers beside the Parquet file, written once. */
export async function columnFiles(connection: DuckDBConnection, parquet: string): Promise<readonly string[]> {
  const paths = NAMES.map(n => `${parquet}.${n}.i32`)
  if (paths.every(p => existsSync(p))) return paths
  const files = paths.map(p => openSync(`${p}.part`, 'w'))
  for await (const { columns, rows } of integerChunks(
    connection,
    `SELECT ${NAMES.join(', ')} FROM '${parquet}'`,
  )) {
    for (const [i, column] of columns.entries()) {
      writeSync(files[i] ?? 0, new Uint8Array(column.buffer, column.byteOffset, rows * 4))
    }
  }
  for (const f of files) closeSync(f)
  for (const p of paths) renameSync(`${p}.part`, p)
  return paths
}

/** Counts the reports of the column files. */
export function countFiles(counter: PairCounter, paths: readonly string[]): void {
  const files = paths.map(p => openSync(p, 'r'))
  const [report, device, event] = [new Int32Array(ROWS), new Int32Array(ROWS), new Int32Array(ROWS)]
  for (;;) {
    const read = [report, device, event].map((a, i) =>
      readSync(files[i] ?? 0, new Uint8Array(a.buffer), 0, ROWS * 4, null),
    )
    const rows = (read[0] ?? 0) / 4
    if (rows === 0) break
    counter.add({ report, device, event }, rows)
  }
  for (const f of files) closeSync(f)
}
