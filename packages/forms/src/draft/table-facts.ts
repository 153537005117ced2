import { rowsByPath } from '../table/index-of.js'
import { appliesTo, type FieldTable, type Leaf } from '../table.js'
import type { DraftContext } from './context.js'

/** The field at a path, or undefined where this version has none. */
export function leafAt(table: FieldTable, path: string): Leaf | undefined {
  const row = rowsByPath(table).get(path)?.row
  return row?.kind === 'leaf' ? row : undefined
}

/** Whether the official schema of this version demands the row for the report type. */
export function requiredIn(x: DraftContext, path: string): boolean {
  const row = rowsByPath(x.table).get(path)?.row
  return row !== undefined && appliesTo(row.required, x.key)
}

/** The only texts a field takes; undefined for a field that takes any. */
export function valuesOf(table: FieldTable, path: string): readonly string[] | undefined {
  const type = leafAt(table, path)?.type
  return type?.base === 'string' ? type.values : undefined
}
