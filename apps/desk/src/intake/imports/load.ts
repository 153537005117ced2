import type { FileStore, Row, Tx } from '@vigie/record'
import { Problem } from '../../problem/problem.js'
import { rowOf } from '../../resources/register.js'
import { readTable } from './read-table.js'
import type { Table } from './table.js'

/** The table of an import as it came, read again. */
export async function tableOf(files: FileStore, row: Row<'imports'>): Promise<Table> {
  const bytes = await files.get(row.tenant_id, row.sha256)
  if (bytes === undefined) throw new Problem('unavailable')
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  return readTable(Buffer.concat(parts))
}

export const importRow = (tx: Tx, id: string): Promise<Row<'imports'>> => rowOf(tx, 'imports', id)
