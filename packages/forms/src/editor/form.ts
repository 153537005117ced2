import type { Severity } from '@vigie/kernel'
import { LIMIT } from '../mir/rules/text-length.js'
import { comparePlaces, leavesOf, perTable, rowsByPath } from '../table/index-of.js'
import {
  type Aspect,
  appliesTo,
  type EmptyWords,
  type FieldTable,
  type Group,
  type Heading,
  type Leaf,
  type ReportKey,
  type SimpleType,
  typeFor,
} from '../table.js'

/** A form as a page for filling it in needs it: everything comes from the field table. */
export interface EditorForm {
  readonly form: string
  readonly version: string
  readonly title: string
  /** Path of the field that holds the type of report. */
  readonly typeField: string
  /** All headings in the order of the form, with the fields under them; some have none. */
  readonly sections: readonly EditorSection[]
  /** The groups around the fields by path: alternatives, and groups that come several times. */
  readonly groups: Readonly<Record<string, EditorGroup>>
}

export interface EditorSection extends Heading {
  /** 1 for a main section, one more for each level below. */
  readonly depth: number
  readonly fields: readonly EditorField[]
}

export interface EditorField {
  readonly path: string
  readonly place: string
  readonly label: string
  readonly help: string
  /** Where in the form the question stands, and who else asks it. */
  readonly citation: string
  readonly type: SimpleType
  /** Most characters (Unicode code points), where the form has a limit. */
  readonly maxLength?: number
  /** Name of the code list to search: `imdrf-A` to `imdrf-G`, `emdn`, `countries`. Short lists stand in `type.values`. */
  readonly codeList?: string
  /** Rank of a code among its like: 1 is the most relevant. */
  readonly choice?: number
  /** A long free text. */
  readonly long: boolean
  /** Takes several values. `semicolon`: written in one text with `;` between them. */
  readonly several?: 'list' | 'semicolon'
  /** Whether this report type needs an answer, within its group where the group is there. */
  readonly need: 'required' | 'wanted' | 'optional'
  /** How a missing answer is told; absent for an optional field. */
  readonly severity?: Severity
  /** The words the form has for no answer. */
  readonly words: EmptyWords
  /** Path of the innermost group around it. */
  readonly group?: string
  /** Written by the program. */
  readonly fixed: boolean
  /** What of the field was not verified against the official form. */
  readonly unconfirmed: readonly Aspect[]
}

export interface EditorGroup {
  readonly label: string
  readonly help: string
  readonly place: string
  /** `choice`: only one of the groups or fields inside is filled in. */
  readonly order: 'sequence' | 'choice'
  readonly required: boolean
  readonly group?: string
  /** Groups of the same shape share this name: the four periods of similar incidents, for example. */
  readonly series?: string
}

/**
 * The form for one report type (key as in the table; undefined: not known yet). List twins (`…LI`) are left out: they
 * follow the field before them.
 */
export function editorForm(table: FieldTable, key: ReportKey | undefined): EditorForm {
  const bySection = new Map<string, EditorField[]>()
  for (const { path, row, parent } of inFormOrder(table)) {
    if (row.twin !== undefined && 'ofPlain' in row.twin) continue
    const place = sectionOf(table, row.place)
    const field = fieldOf(table, key, path, row, parent)
    bySection.set(place, [...(bySection.get(place) ?? []), field])
  }
  return {
    form: table.form,
    version: table.version,
    title: table.title,
    typeField: table.typeField,
    sections: table.headings.map(h => ({
      ...h,
      depth: h.place.split('.').length,
      fields: bySection.get(h.place) ?? [],
    })),
    groups: groupsOf(table, key),
  }
}

const inFormOrder = perTable(table =>
  leavesOf(table).toSorted((a, b) => comparePlaces(a.row.place, b.row.place)),
)

/** The heading a field stands under: `1.2` for `1.2.c`; the next one above where the form has no heading for it. */
function sectionOf(table: FieldTable, place: string): string {
  for (let at = place; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.'))))
    if (table.headings.some(h => h.place === at)) return at
  return table.headings[0]?.place ?? ''
}

function fieldOf(
  table: FieldTable,
  key: ReportKey | undefined,
  path: string,
  row: Leaf,
  group: string | undefined,
): EditorField {
  const type = typeFor(row, key)
  const needed = appliesTo(row.required, key)
  const wanted = row.wanted !== undefined && appliesTo(row.wanted.for, key) ? row.wanted : undefined
  const severity = needed ? 'blocks' : wanted?.severity
  const isFree = type.base === 'string' && type.values === undefined
  const max = isFree ? (type.maxLength ?? LIMIT) : undefined
  const list = codeListOf(row)
  const several = row.repeats ? 'list' : row.twin === undefined ? undefined : 'semicolon'
  const isCode = row.holds?.is === 'imdrf-code'
  return {
    path,
    place: row.place,
    label: row.label,
    help: row.help,
    citation: [`${table.form} ${table.version}, section ${row.place}.`, wanted?.why]
      .filter(Boolean)
      .join(' '),
    type,
    ...(max === undefined ? {} : { maxLength: max }),
    ...(list === undefined ? {} : { codeList: list }),
    ...(isCode && row.holds?.is === 'imdrf-code' ? { choice: row.holds.choice } : {}),
    long: row.holds?.is === 'long-text' || (max ?? 0) > 300,
    ...(several === undefined ? {} : { several }),
    need: needed ? 'required' : wanted === undefined ? 'optional' : 'wanted',
    ...(severity === undefined ? {} : { severity }),
    words: row.word ?? {},
    ...(group === undefined ? {} : { group }),
    fixed: path === table.typeField || (type.base === 'string' && type.values?.length === 1 && needed),
    unconfirmed: row.certainty === 'confirmed' ? [] : row.certainty.requiresConfirmation,
  }
}

function codeListOf(row: Leaf): string | undefined {
  if (row.holds?.is === 'imdrf-code') return `imdrf-${row.holds.annex}`
  if (row.holds?.is === 'country') return 'countries'
  // Of the nomenclatures that 2.2 offers, only this one is shipped.
  return row.name === 'nomenclatureCode' ? 'emdn' : undefined
}

function groupsOf(table: FieldTable, key: ReportKey | undefined): Readonly<Record<string, EditorGroup>> {
  const found = [...rowsByPath(table).values()].flatMap(({ path, row, parent }) => {
    if (row.kind !== 'group') return []
    const series = seriesOf(table, path, row)
    const group: EditorGroup = {
      label: row.label,
      help: row.help,
      place: row.place,
      order: row.order,
      required: appliesTo(row.required, key),
      ...(parent === undefined ? {} : { group: parent }),
      ...(series === undefined ? {} : { series }),
    }
    return [[path, group] as const]
  })
  return Object.fromEntries(found)
}

/** `timePeriodN` and `timePeriodN-1` hold the same fields: they are one thing, several times. */
function seriesOf(table: FieldTable, path: string, row: Group): string | undefined {
  const base = path.replace(/-\d+$/, '')
  const twin = rowsByPath(table).get(base === path ? `${path}-1` : base)?.row
  return twin?.kind === 'group' && twin.rows.length === row.rows.length ? base : undefined
}
