import type { Report } from '../report.js'
import { reportTypeOf } from '../report.js'
import type { AnyRow, FieldTable, Group, Leaf } from '../table.js'
import { appliesTo } from '../table.js'
import { contentOf, contentOfCodes, contentOfTwins, type FieldContent } from './content.js'
import { aspectsOf, type Draft, isNeeded, type Walk } from './draft.js'
import { alikeAt, draftMatrix, draftParts } from './groups.js'
import type { PrintLookups } from './model.js'

/** Everything the table can print of a report, in the order of the table. Of a choice: the branches in use, else the first. */
export function draftsOf(table: FieldTable, report: Report, lookups: PrintLookups): readonly Draft[] {
  const present = new Set(report.emptyGroups)
  for (const path of Object.keys(report.fields))
    for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) present.add(path.slice(0, at))
  const walk = { report, key: reportTypeOf(table, report)?.key, lookups, present }
  return draftRows(walk, table.rows, '', true)
}

function draftRows(walk: Walk, rows: readonly AnyRow[], prefix: string, inEffect: boolean): readonly Draft[] {
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
    const used = group.rows.filter(
      r => walk.present.has(`${path}/${r.name}`) || `${path}/${r.name}` in walk.report.fields,
    )
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
