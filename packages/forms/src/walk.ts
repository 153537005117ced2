import type { Finding } from '@vigie/kernel'
import { Placer } from './place-answers.js'
import type { Answer, Unplaced } from './report.js'
import { readAttributes } from './schema/attributes.js'
import { schemaFindings } from './schema/findings.js'
import { valueFault } from './schema/lexical.js'
import { type At, about, positionFault, where, xpath } from './schema/place.js'
import { quoted, valueFinding } from './schema/value-finding.js'
import type { StatedType } from './schema/xsi-type.js'
import { type GroupPlan, type RowPlan, rootPlan } from './table/plan.js'
import type { AttributeRow, FieldTable, Leaf, ReportKey } from './table.js'
import { appliesTo, typeFor } from './table.js'
import { isFree } from './unread-text.js'
import { type Cursor, type NodeAddress, NodeKind } from './xml/cursor.js'

const { make } = schemaFindings

/** What one walk through a document finds: the answers, what has no place, and the faults of the official schema. */
export interface Walked {
  /** By path. Long texts are decoded when they are read, which must be while the document is open. */
  readonly answers: ReadonlyMap<string, Answer>
  readonly emptyGroups: readonly string[]
  readonly unplaced: readonly Unplaced[]
  /** What has no place, told as findings. */
  readonly unplacedFindings: readonly Finding[]
  /** Whether there are elements of the PDF form's raw data, which are to be unwrapped first. */
  readonly isFormData: boolean
  /** Every fault that the official schema of the report type finds. The document is valid exactly when there is none. */
  readonly faults: readonly Finding[]
}

/**
 * Walks once through a document: reads every answer without losing anything, and checks it against the schema of a
 * report type, worked out from the field table alone. Paths of faults are XPaths with positions where a name repeats.
 *
 * @param key the report type; undefined if the document does not say: then only what all schemas demand is demanded
 */
export function walk(table: FieldTable, cursor: Cursor, key: ReportKey | undefined): Walked {
  const { root } = cursor
  const placer = new Placer(cursor)
  const faults: Finding[] = []
  const name = cursor.name(root)
  const at: At = { name, number: 1 }
  placer.outside()
  const walker = new Walker(table, cursor, key, placer, faults)
  walker.attributes(root, at, table.attributes)
  walker.group(root, at, rootPlan(table), '', true)
  placer.outsideAfter()
  // Under a wrong root everything else is wrong too, which would help nobody.
  if (name !== table.root || cursor.hasNamespace(root))
    faults.splice(0, faults.length, make.ROOT(where(at), { found: `<${name}>`, expected: table.root }))
  return {
    answers: placer.answers,
    emptyGroups: placer.emptyGroups,
    unplaced: placer.unplaced,
    unplacedFindings: placer.findings,
    faults,
    isFormData: walker.isFormData,
  }
}

/** Start of the names of the elements that only group the fields on the PDF forms of the Commission. */
export const FORM_DATA_WRAPPER = 'excludeTagEcMir'

const NO_ATTRIBUTES: readonly AttributeRow[] = []
/** One walk is over before the next begins. */
const COUNTERS = new Uint32Array(2000)

class Walker {
  isFormData = false
  /** Counters of the groups that are open, one after the other. A walk is never deeper than the table. */
  readonly #counts = COUNTERS
  #used = 0

  constructor(
    readonly table: FieldTable,
    readonly cursor: Cursor,
    readonly key: ReportKey | undefined,
    readonly placer: Placer,
    readonly faults: Finding[],
  ) {}

  /** Returns the type that the element states for itself, if it may. */
  attributes(element: NodeAddress, at: At, allowed: readonly AttributeRow[]): StatedType | undefined {
    const { cursor } = this
    const attributes = cursor.attributes(element)
    if (attributes.length === 0 && allowed.length === 0) return undefined
    const declared = [...cursor.declarations(element), ...cursor.declarations(cursor.root)]
    const read = readAttributes(this.table, at, attributes, allowed, declared, this.key)
    this.faults.push(...read.faults)
    return read.stated
  }

  /** @param reading whether answers are taken from here; not from a group that is there a second time */
  group(element: NodeAddress, at: At, plan: GroupPlan, path: string, reading: boolean): void {
    const { cursor, placer } = this
    const base = this.#used
    this.#used += plan.rows.length
    this.#counts.fill(0, base, this.#used)
    let strangers: Map<string, number> | undefined
    let furthest = -1
    let after: string | undefined
    for (let child = cursor.firstChild(element); child !== 0; child = cursor.next(child)) {
      const kind = cursor.kind(child)
      if (kind === NodeKind.text || kind === NodeKind.cdata) {
        const blank = cursor.isBlank(child)
        if (blank && kind === NodeKind.text) continue
        const text = quoted(cursor.textOf(child))
        this.faults.push(make['STRAY-TEXT'](where(at), { element: at.name, text }))
        if (!blank && reading) placer.keep(child, path, after, 'Text', at.name)
        continue
      }
      if (kind !== NodeKind.element) {
        if (reading) placer.keepMarkup(child, path, after)
        continue
      }
      const row = cursor.hasNamespace(child) ? undefined : this.#rowOf(child, plan, furthest)
      if (row === undefined) {
        const name = cursor.name(child)
        this.isFormData ||= name.startsWith(FORM_DATA_WRAPPER)
        strangers ??= new Map()
        const number = (strangers.get(name) ?? 0) + 1
        strangers.set(name, number)
        const place = { ...where(at), path: xpath({ parent: at, name, number }) }
        this.faults.push(make['UNKNOWN-ELEMENT'](place, { element: name, parent: at.name }))
        if (reading) placer.keep(child, path, after, `The element <${name}>`, at.name)
        continue
      }
      const { name } = row.row
      const number = (this.#counts[base + row.index] ?? 0) + 1
      this.#counts[base + row.index] = number
      if (number > 1 || row.index < furthest || (plan.order === 'choice' && furthest >= 0)) {
        const fault = positionFault(plan, row, { parent: at, name, number, plan: row }, furthest)
        if (fault !== undefined) this.faults.push(fault)
      }
      if (row.index > furthest) furthest = row.index
      const placed =
        row.row.kind === 'leaf'
          ? this.#leaf(child, at, number, row, row.row, reading)
          : this.#inner(child, at, number, row, reading)
      if (!placed) {
        if (reading) placer.keep(child, path, after, `The element <${name}>`, at.name)
      } else after = number === 1 ? name : `${name}[${number}]`
    }
    this.#missing(at, plan, base, furthest)
    this.#used = base
  }

  /** The row of a child. In a valid document it is the row after the last one, or a little further on. */
  #rowOf(child: NodeAddress, plan: GroupPlan, furthest: number): RowPlan | undefined {
    const { rows } = plan
    const from = furthest < 0 ? 0 : furthest
    for (let i = from; i < rows.length; i++) {
      const row = rows[i]
      if (row !== undefined && this.cursor.isNamed(child, row)) return row
    }
    for (let i = 0; i < from; i++) {
      const row = rows[i]
      if (row !== undefined && this.cursor.isNamed(child, row)) return row
    }
    return undefined
  }

  #inner(element: NodeAddress, parent: At, number: number, plan: RowPlan, reading: boolean): boolean {
    if (plan.inner === undefined) return false
    const { cursor, placer } = this
    const at: At = { parent, name: plan.row.name, number, plan }
    if (cursor.isDecorated(element)) this.attributes(element, at, NO_ATTRIBUTES)
    const takes = reading && number === 1
    const before = placer.placed
    this.group(element, at, plan.inner, plan.path, takes)
    if (takes) placer.group(element, plan.path, placer.placed === before)
    return number === 1
  }

  #leaf(
    element: NodeAddress,
    parent: At,
    number: number,
    plan: RowPlan,
    leaf: Leaf,
    reading: boolean,
  ): boolean {
    const { cursor } = this
    const first = cursor.firstChild(element)
    const decorated = cursor.isDecorated(element)
    // The usual field: one text, no attributes.
    if (!decorated && first !== 0 && cursor.next(first) === 0 && cursor.kind(first) === NodeKind.text) {
      if (isFree(leaf, this.key, cursor, first))
        return !reading || this.placer.unreadText(plan.path, leaf, first)
      const text = cursor.textOf(first)
      this.#value(parent, number, plan, leaf, text)
      return !reading || this.placer.text(plan.path, leaf, text)
    }
    const at = { parent, name: leaf.name, number, plan }
    const stated = decorated ? this.attributes(element, at, NO_ATTRIBUTES) : undefined
    let hasText = false
    for (let child = first; child !== 0; child = cursor.next(child)) {
      const kind = cursor.kind(child)
      if (kind === NodeKind.element) {
        const inner = cursor.name(child)
        this.faults.push(make['INNER-ELEMENT'](where(at), { ...about(plan), inner }))
        return false
      }
      if (kind === NodeKind.text || kind === NodeKind.cdata) hasText = true
    }
    const text = cursor.directText(element)
    // A schema default fills an element in which nothing stands; an empty CDATA section is something.
    if (hasText || leaf.emptyMeans === undefined) this.#value(parent, number, plan, leaf, text, stated)
    return !reading || this.placer.field(element, plan.path, leaf, text)
  }

  #value(parent: At, number: number, plan: RowPlan, leaf: Leaf, text: string, stated?: StatedType): void {
    const fault = valueFault(typeFor(leaf, this.key), text)
    if (fault === undefined && (stated === undefined || stated.takes(text))) return
    const place = where({ parent, name: leaf.name, number, plan })
    this.faults.push(
      fault !== undefined
        ? valueFinding(place, about(plan), fault, text)
        : make['STATED-TYPE'](place, { ...about(plan), text: quoted(text), type: stated?.name ?? '' }),
    )
  }

  #missing(at: At, plan: GroupPlan, base: number, furthest: number): void {
    if (plan.order === 'choice') {
      const group = at.plan?.row
      const mayBeEmpty = group?.kind === 'group' && group.mayBeEmpty === true
      const [first] = plan.rows
      if (furthest < 0 && !mayBeEmpty && first !== undefined) this.#isMissing(at, first)
      return
    }
    for (const row of plan.rows) {
      const { required } = row.row
      if (required !== 'none' && this.#counts[base + row.index] === 0 && appliesTo(required, this.key))
        this.#isMissing(at, row)
    }
  }

  #isMissing(parent: At, plan: RowPlan): void {
    const { required, name } = plan.row
    const stated = this.table.reportTypes.find(t => t.key === this.key)?.value ?? ''
    const type = required === 'all' ? '' : stated
    this.faults.push(make.MISSING(where({ parent, name, number: 1, plan }), { ...about(plan), type }))
  }
}
