import type { FieldTable } from '../table.js'
import { mir721 } from './7.2.1/table.js'
import { mir731 } from './7.3.1/table.js'

/** The field tables of the MIR by version. */
export const mirTables: ReadonlyMap<string, FieldTable> = new Map<string, FieldTable>([
  ['7.2.1', mir721],
  ['7.3.1', mir731],
])
