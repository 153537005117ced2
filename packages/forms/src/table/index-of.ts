import type { AnyRow, FieldTable, Holds, Leaf } from '../table.js'

/** A row with its path and its groups. */
export interface Located<Row extends AnyRow = AnyRow> {
  readonly path: string
  readonly row: Row
  /** Path of the group around it; undefined at the top. */
  readonly parent?: string
}

/** All rows of a table by path, in the order of the XML. */
export const rowsByPath: (table: FieldTable) => ReadonlyMap<string, Located> = perTable(table => {
  const index = new Map<string, Located>()
  const visit = (rows: readonly AnyRow[], parent: string | undefined) => {
    for (const row of rows) {
      const path = parent === undefined ? row.name : `${parent}/${row.name}`
      if (index.has(path)) throw new RangeError(`the table names ${path} twice`)
      index.set(path, { path, row, ...(parent === undefined ? {} : { parent }) })
      if (row.kind === 'group') visit(row.rows, path)
    }
  }
  visit(table.rows, undefined)
  return index
})

/**
 * Something worked out of a table, once a table. Checks run over thousands of reports, tables are few.
 *
 * @example const emails = perTable(table => leavesOf(table).filter(({ row }) => row.holds?.is === 'email'))
 */
export function perTable<T>(workOut: (table: FieldTable) => T): (table: FieldTable) => T {
  const known = new WeakMap<FieldTable, { readonly value: T }>()
  return table => {
    let found = known.get(table)
    if (found === undefined) {
      found = { value: workOut(table) }
      known.set(table, found)
    }
    return found.value
  }
}

/** The fields of a table in the order of the XML. */
export const leavesOf: (table: FieldTable) => readonly Located<Leaf>[] = perTable(table =>
  [...rowsByPath(table).values()].filter((at): at is Located<Leaf> => at.row.kind === 'leaf'),
)

/** The fields of a table whose text stands for one of these things. */
export function leavesHolding(
  ...kinds: readonly Holds['is'][]
): (table: FieldTable) => readonly Located<Leaf>[] {
  return perTable(table =>
    leavesOf(table).filter(({ row }) => row.holds !== undefined && kinds.includes(row.holds.is)),
  )
}

/** The row at a path. Throws RangeError for a path the table does not have: paths are code. */
export function rowAt(table: FieldTable, path: string): Located {
  const found = rowsByPath(table).get(path)
  if (found === undefined) throw new RangeError(`form ${table.form} ${table.version} has no field ${path}`)
  return found
}

/** Compares two places of a form (`1.2.c`, `4.3.3`) in the order in which the form prints them. */
export function comparePlaces(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x, y] = [left[i] ?? '', right[i] ?? '']
    if (x === y) continue
    const [m, n] = [Number(x), Number(y)]
    if (x !== '' && y !== '' && !Number.isNaN(m) && !Number.isNaN(n)) return m - n
    return x < y ? -1 : 1
  }
  return 0
}
