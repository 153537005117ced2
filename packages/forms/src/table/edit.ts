import type { AnyRow, Group, Leaf } from '../table.js'

/** Rows with new ones put directly after the row named. Throws RangeError when there is no such row: a table is code. */
export function insertAfter<Row extends AnyRow, const New extends readonly AnyRow[]>(
  rows: readonly Row[],
  anchor: Row['name'],
  ...added: New
): readonly (Row | New[number])[] {
  const at = indexOfRow(rows, anchor)
  return [...rows.slice(0, at + 1), ...added, ...rows.slice(at + 1)]
}

/** As {@link insertAfter}, before the row named. */
export function insertBefore<Row extends AnyRow, const New extends readonly AnyRow[]>(
  rows: readonly Row[],
  anchor: Row['name'],
  ...added: New
): readonly (Row | New[number])[] {
  const at = indexOfRow(rows, anchor)
  return [...rows.slice(0, at), ...added, ...rows.slice(at)]
}

/** Rows without the ones named. Throws RangeError when one is not there. */
export function without<Row extends AnyRow, const Name extends Row['name']>(
  rows: readonly Row[],
  ...names: readonly Name[]
): readonly Exclude<Row, { readonly name: Name }>[] {
  const dropped = new Set<string>(names)
  for (const name of names) indexOfRow(rows, name)
  return rows.filter((row): row is Exclude<Row, { readonly name: Name }> => !dropped.has(row.name))
}

/** Rows with other facts on the leaves named: place, help, required, type. A name or a kind cannot be changed this way. */
export function change<Row extends AnyRow>(
  rows: readonly Row[],
  changes: { readonly [Name in Row['name']]?: Partial<Omit<Leaf, 'kind' | 'name'>> },
): readonly Row[] {
  for (const name of Object.keys(changes)) indexOfRow(rows, name)
  return rows.map(row => {
    const changed = changes[row.name as Row['name']]
    return changed === undefined ? row : { ...row, ...changed }
  })
}

/** A group of an earlier version with other rows (and other facts, where given). */
export function withRows<Name extends string, const New extends AnyRow>(
  group: Group<Name>,
  rows: readonly New[],
  facts: Partial<Omit<Group, 'kind' | 'name' | 'rows'>> = {},
): Group<Name, New> {
  return { ...group, ...facts, rows }
}

/** Rows with one of them replaced by another of the same name. */
export function replace<Row extends AnyRow, const New extends AnyRow & { readonly name: Row['name'] }>(
  rows: readonly Row[],
  row: New,
): readonly (Exclude<Row, { readonly name: New['name'] }> | New)[] {
  const at = indexOfRow(rows, row.name)
  return rows.map((old, i) => (i === at ? row : (old as Exclude<Row, { readonly name: New['name'] }>)))
}

function indexOfRow(rows: readonly AnyRow[], name: string): number {
  const at = rows.findIndex(row => row.name === name)
  if (at < 0) throw new RangeError(`the table has no row ${name}`)
  return at
}
