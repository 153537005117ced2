import type { AnyRow, FieldTable } from '../table.js'
import { type ElementName, elementName } from '../xml/element-name.js'
import { perTable } from './index-of.js'
import { interned } from './interned.js'

/** The rows of one group by element name, with all that reading needs worked out beforehand. */
export interface GroupPlan {
  readonly order: 'sequence' | 'choice'
  readonly rows: readonly RowPlan[]
}

export interface RowPlan extends ElementName {
  readonly row: AnyRow
  /** Position in the group. */
  readonly index: number
  readonly path: string
  /** For a group, the plan of its rows. */
  readonly inner?: GroupPlan
}

function planOf(rows: readonly AnyRow[], order: 'sequence' | 'choice', parent: string): GroupPlan {
  const plans = rows.map((row, index): RowPlan => {
    const path = interned(parent === '' ? row.name : `${parent}/${row.name}`)
    const { name, nameBytes, nameNumber } = elementName(row.name)
    const plan = { row, index, path, name, nameBytes, nameNumber }
    return row.kind === 'leaf' ? plan : { ...plan, inner: planOf(row.rows, row.order, path) }
  })
  return { order, rows: plans }
}

/** The plan of the root element of a table. */
export const rootPlan: (table: FieldTable) => GroupPlan = perTable(table =>
  planOf(table.rows, 'sequence', ''),
)
