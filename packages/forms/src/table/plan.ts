import type { AnyRow, FieldTable } from '../table.js'
import { perTable } from './index-of.js'

/** The rows of one group by element name, with all that reading needs worked out beforehand. */
export interface GroupPlan {
  readonly order: 'sequence' | 'choice'
  readonly byName: ReadonlyMap<string, RowPlan>
  readonly rows: readonly RowPlan[]
}

export interface RowPlan {
  readonly row: AnyRow
  /** Position in the group. */
  readonly index: number
  readonly path: string
  /** The element name as UTF-8, to compare it where it lies. */
  readonly nameBytes: Uint8Array
  /** For a group, the plan of its rows. */
  readonly inner?: GroupPlan
}

function planOf(rows: readonly AnyRow[], order: 'sequence' | 'choice', parent: string): GroupPlan {
  const plans = rows.map((row, index): RowPlan => {
    const path = parent === '' ? row.name : `${parent}/${row.name}`
    const nameBytes = new TextEncoder().encode(row.name)
    return row.kind === 'leaf'
      ? { row, index, path, nameBytes }
      : { row, index, path, nameBytes, inner: planOf(row.rows, row.order, path) }
  })
  return { order, rows: plans, byName: new Map(plans.map(p => [p.row.name, p])) }
}

/** The plan of the root element of a table. */
export const rootPlan: (table: FieldTable) => GroupPlan = perTable(table =>
  planOf(table.rows, 'sequence', ''),
)
