import type { Report } from '../report.js'
import { reportTypeOf } from '../report.js'
import type { AnyRow, Aspect, FieldTable, Group, Leaf, ReportKey } from '../table.js'
import { appliesTo } from '../table.js'
import { contentOf, contentOfCodes, contentOfTwins, type FieldContent, isOpen } from './content.js'
import type { PrintItem, PrintLookups, PrintPart } from './model.js'

/** An item of the print, and what decides whether it is printed when it has no answer. */
export interface Draft {
  readonly item: PrintItem
  /** The form wants an answer here from this report type. */
  readonly needed: boolean
  readonly open: boolean
}

interface Walk {
  readonly report: Report
  readonly key: ReportKey | undefined
  readonly lookups: PrintLookups
  /** Paths of the groups that the report has. */
  readonly present: ReadonlySet<string>
}

/** Everything the table can print of a report, in the order of the table. Of a choice: the branches in use, else the first. */
export function draftsOf(table: FieldTable, report: Report, lookups: PrintLookups): readonly Draft[] {
  const present = new Set(report.emptyGroups)
  for (const path of Object.keys(report.fields))
    for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) present.add(path.slice(0, at))
  const walk = { report, key: reportTypeOf(table, report)?.key, lookups, present }
  return draftRows(walk, table.rows, '', true)
}

function draftRows(
  walk: Walk,
  rows: readonly AnyRow[],
  prefix: string,
  inEffect: boolean,
): readonly Draft[] {
  const drafts: Draft[] = []
  for (let i = 0; i < rows.length; ) {
    const row = rows[i]
    if (row === undefined) break
    if (row.kind === 'leaf') {
      const family = familyAt(rows, i)
      drafts.push(...draftLeaves(walk, family, rows, prefix, inEffect))
      i += family.length
    } else {
      const alike = alikeAt(rows, i)
      drafts.push(
        ...(alike.length > 1
          ? [draftMatrix(walk, alike, prefix, inEffect)]
          : draftGroup(walk, row, prefix, inEffect)),
      )
      i += alike.length
    }
  }
  return drafts
}

/** The code fields of one annex that stand together, or the one leaf at `i`. */
function familyAt(rows: readonly AnyRow[], i: number): readonly Leaf[] {
  const family: Leaf[] = []
  for (const row of rows.slice(i)) {
    if (row.kind !== 'leaf') break
    const first = family[0] ?? row
    const together =
      row === first ||
      (first.holds?.is === 'imdrf-code' &&
        row.holds?.is === 'imdrf-code' &&
        row.holds.annex === first.holds.annex &&
        row.place === first.place)
    if (!together) break
    family.push(row)
  }
  return family
}

function draftLeaves(
  walk: Walk,
  family: readonly Leaf[],
  siblings: readonly AnyRow[],
  prefix: string,
  inEffect: boolean,
): readonly Draft[] {
  const [leaf, second] = family
  if (leaf === undefined) return []
  const at = (l: Leaf) => ({ leaf: l, path: prefix + l.name, answer: walk.report.fields[prefix + l.name] })
  const draft = (leaves: readonly Leaf[], label: string, content: FieldContent): Draft => ({
    item: {
      kind: 'row',
      place: leaf.place,
      label,
      paths: leaves.map(l => prefix + l.name),
      unconfirmed: aspectsOf(leaves),
      content,
    },
    needed: leaves.some(l => isNeeded(walk, l, inEffect)),
    open: content.state === 'not-answered',
  })
  if (second !== undefined) {
    const said = family.filter(l => {
      const { answer } = at(l)
      return answer?.state === 'unknown' || answer?.state === 'not-applicable'
    })
    const coded = family.filter(l => !said.includes(l))
    const codes = contentOfCodes(coded.map(at), walk.lookups)
    return [
      ...(codes.state === 'not-answered' && said.length > 0
        ? []
        : [draft(coded, leaf.label.replace(/, choice \d+$/, ''), codes)]),
      ...said.map(l => draft([l], l.label, contentOf(l, at(l).answer, walk.lookups))),
    ]
  }
  const { twin } = leaf
  if (twin === undefined) return [draft([leaf], leaf.label, contentOf(leaf, at(leaf).answer, walk.lookups))]
  const other = siblings.find(
    (r): r is Leaf => r.kind === 'leaf' && r.name === ('inList' in twin ? twin.inList : twin.ofPlain),
  )
  if (other === undefined) return [draft([leaf], leaf.label, contentOf(leaf, at(leaf).answer, walk.lookups))]
  if ('ofPlain' in twin) return []
  const [own, listed] = contentOfTwins(leaf, at(leaf).answer, at(other).answer, walk.lookups)
  return [
    draft(listed === undefined ? [leaf, other] : [leaf], leaf.label, own),
    ...(listed === undefined ? [] : [draft([other], other.label, listed)]),
  ]
}

function draftGroup(walk: Walk, group: Group, prefix: string, inEffect: boolean): readonly Draft[] {
  const path = prefix + group.name
  const effective = inEffect && (appliesTo(group.required, walk.key) || walk.present.has(path))
  if (group.order === 'choice') {
    const used = group.rows.filter(r => walk.present.has(`${path}/${r.name}`) || `${path}/${r.name}` in walk.report.fields)
    const shown = used.length > 0 ? used : group.rows.slice(0, 1)
    return shown.flatMap(r =>
      r.kind === 'group'
        ? draftRows(walk, r.rows, `${path}/${r.name}/`, effective)
        : draftRows(walk, [r], `${path}/`, effective),
    )
  }
  const leaves = group.rows.filter(r => r.kind === 'leaf')
  const small =
    leaves.length === group.rows.length &&
    leaves.length > 1 &&
    leaves.every(l => l.place === group.place && l.holds?.is !== 'long-text' && l.twin === undefined)
  return small
    ? [draftParts(walk, group, leaves, `${path}/`, effective)]
    : draftRows(walk, group.rows, `${path}/`, effective)
}

/** A small group under one letter (years, months, days; the type flags) as one row. */
function draftParts(
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
function alikeAt(rows: readonly AnyRow[], i: number): readonly Group[] {
  const shape = (g: Group) => g.rows.map(r => (r.kind === 'leaf' ? r.name : '/')).join(' ')
  const alike: Group[] = []
  for (const row of rows.slice(i)) {
    if (row.kind !== 'group' || row.order === 'choice') break
    const first = alike[0] ?? row
    if (row !== first && (row.place !== first.place || shape(row) !== shape(first) || /\//.test(shape(row)))) break
    alike.push(row)
  }
  // A choice at `i` breaks the loop at once; it still is one group.
  const first = rows[i]
  return alike.length === 0 && first?.kind === 'group' ? [first] : alike
}

function draftMatrix(walk: Walk, groups: readonly Group[], prefix: string, inEffect: boolean): Draft {
  const leavesOf = (g: Group) => g.rows.filter(r => r.kind === 'leaf')
  const pathOf = (g: Group, l: Leaf) => `${prefix}${g.name}/${l.name}`
  const [first] = groups
  const all = groups.flatMap(g => leavesOf(g).map(l => ({ leaf: l, path: pathOf(g, l) })))
  return {
    item: {
      kind: 'matrix',
      place: first?.place ?? '',
      paths: all.map(a => a.path),
      unconfirmed: aspectsOf(all.map(a => a.leaf)),
      columns: groups.map(g => g.label),
      rows: (first === undefined ? [] : leavesOf(first)).map(row => ({
        label: shortLabel(row),
        ...(row.holds === undefined ? {} : { holds: row.holds }),
        cells: groups.map(g => contentOf(row, walk.report.fields[pathOf(g, row)], walk.lookups)),
      })),
    },
    needed: inEffect && groups.some(g => appliesTo(g.required, walk.key)),
    open: all.every(a => isOpen(walk.report.fields[a.path])),
  }
}

function isNeeded(walk: Walk, leaf: Leaf, inEffect: boolean): boolean {
  if (!inEffect) return false
  const { wanted } = leaf
  return (
    appliesTo(leaf.required, walk.key) ||
    (wanted !== undefined && wanted.severity !== 'recommended' && appliesTo(wanted.for, walk.key))
  )
}

/** The label without the name of its group: `Age of the patient: years` gives `Years`. */
function shortLabel(leaf: Leaf): string {
  const short = leaf.label.slice(leaf.label.lastIndexOf(': ') + 1).trim()
  return short.charAt(0).toUpperCase() + short.slice(1)
}

function aspectsOf(leaves: readonly Leaf[]): readonly Aspect[] {
  return [...new Set(leaves.flatMap(l => (l.certainty === 'confirmed' ? [] : l.certainty.requiresConfirmation)))]
}
