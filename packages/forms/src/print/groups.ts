import type { AnyRow, Group, Leaf } from '../table.js'
import { appliesTo } from '../table.js'
import { contentOf, isOpen } from './content.js'
import { aspectsOf, type Draft, isNeeded, shortLabel, type Walk } from './draft.js'
import type { PrintPart } from './model.js'

/** A small group under one letter (years, months, days; the type flags) as one row. */
export function draftParts(
  walk: Walk,
  group: Group,
  leaves: readonly Leaf[],
  prefix: string,
  inEffect: boolean,
): Draft {
  const shown = leaves.filter(
    l => !isOpen(walk.report.fields[prefix + l.name]) || isNeeded(walk, l, inEffect),
  )
  const parts = shown.map(
    (l): PrintPart => ({
      label: shortLabel(l),
      content: contentOf(l, walk.report.fields[prefix + l.name], walk.lookups),
    }),
  )
  return {
    item: {
      kind: 'row',
      place: group.place,
      label: group.label,
      paths: leaves.map(l => prefix + l.name),
      unconfirmed: aspectsOf(leaves),
      content: parts.length === 0 ? { state: 'not-answered' } : { state: 'parts', parts },
    },
    needed: leaves.some(l => isNeeded(walk, l, inEffect)),
    open: leaves.every(l => isOpen(walk.report.fields[prefix + l.name])),
  }
}

/** The groups from `i` on that hold the same fields, each of leaves only; at least the group at `i`. */
export function alikeAt(rows: readonly AnyRow[], i: number): readonly Group[] {
  const alike: Group[] = []
  for (const row of rows.slice(i)) {
    if (row.kind !== 'group' || row.order === 'choice') break
    const first = alike[0] ?? row
    if (row !== first && (row.place !== first.place || shape(row) !== shape(first) || /\//.test(shape(row))))
      break
    alike.push(row)
  }
  // A choice at `i` breaks the loop at once; it still is one group.
  const first = rows[i]
  return alike.length === 0 && first?.kind === 'group' ? [first] : alike
}

/** Groups of the same shape as one table. */
export function draftMatrix(walk: Walk, groups: readonly Group[], prefix: string, inEffect: boolean): Draft {
  const pathOf = (g: Group, l: Leaf) => `${prefix}${g.name}/${l.name}`
  const [first] = groups
  const all = groups.flatMap(g => ownLeaves(g).map(l => ({ leaf: l, path: pathOf(g, l) })))
  return {
    item: {
      kind: 'matrix',
      place: first?.place ?? '',
      paths: all.map(a => a.path),
      unconfirmed: aspectsOf(all.map(a => a.leaf)),
      columns: groups.map(g => g.label),
      rows: (first === undefined ? [] : ownLeaves(first)).map(row => ({
        label: shortLabel(row),
        ...(row.holds === undefined ? {} : { holds: row.holds }),
        cells: groups.map(g => contentOf(row, walk.report.fields[pathOf(g, row)], walk.lookups)),
      })),
    },
    needed: inEffect && groups.some(g => appliesTo(g.required, walk.key)),
    open: all.every(a => isOpen(walk.report.fields[a.path])),
  }
}

/** The names of the fields of a group, in order; `/` for a group within it. */
function shape(group: Group): string {
  return group.rows.map(r => (r.kind === 'leaf' ? r.name : '/')).join(' ')
}

function ownLeaves(group: Group): readonly Leaf[] {
  return group.rows.filter(r => r.kind === 'leaf')
}
