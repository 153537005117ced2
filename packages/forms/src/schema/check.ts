import type { Finding } from '@vigie/kernel'
import { type GroupPlan, type RowPlan, rootPlan } from '../table/plan.js'
import type { AttributeRow, FieldTable, Leaf, ReportKey } from '../table.js'
import { appliesTo, typeFor } from '../table.js'
import { directText, type XmlElement, XSI } from '../xml/tree.js'
import { schemaFindings } from './findings.js'
import { valueFault } from './lexical.js'
import { quoted, valueFinding } from './value-finding.js'
import { namesOwnType } from './xsi-type.js'

const { make } = schemaFindings

/**
 * Every fault that the official schema of a report type finds in a document, worked out from the field table alone.
 * The document is valid exactly when there is none. Paths are XPaths with positions where a name repeats.
 *
 * @param key the report type; undefined if the document does not say: then only what all schemas demand is demanded
 */
export function schemaFaults(
  table: FieldTable,
  root: XmlElement,
  key: ReportKey | undefined,
): readonly Finding[] {
  if (root.name !== table.root || root.ns !== '') {
    const found = root.ns === '' ? `<${root.name}>` : `<${root.name}> in the namespace ${root.ns}`
    return [make.ROOT({ path: `/${root.name}` }, { found, expected: table.root })]
  }
  const check = new Check(table, key, root)
  const at: At = { name: root.name, number: 1 }
  check.attributes(root, at, table.attributes)
  check.group(root, at, rootPlan(table))
  return check.faults
}

/** Where the check is. The XPath is put together only when there is a fault to tell. */
interface At {
  readonly parent?: At
  readonly name: string
  readonly number: number
  readonly plan?: RowPlan
}

function xpath({ parent, name, number }: At): string {
  return `${parent === undefined ? '' : xpath(parent)}/${name}${number === 1 ? '' : `[${number}]`}`
}

function where(at: At): { readonly path: string; readonly place?: string } {
  const path = xpath(at)
  return at.plan === undefined ? { path } : { path, place: at.plan.row.place }
}

function about({ row }: RowPlan): { readonly label: string; readonly element: string } {
  return { label: row.label, element: row.name }
}

const XSI_ALWAYS_ALLOWED = new Set(['schemaLocation', 'noNamespaceSchemaLocation'])
const NO_ATTRIBUTES: readonly AttributeRow[] = []
const MOST_COUNTERS = 2000

class Check {
  readonly faults: Finding[] = []
  /** Counters of the groups that are open, one after the other. A form is never deeper than its table. */
  readonly #counts = new Uint32Array(MOST_COUNTERS)
  #used = 0

  constructor(
    readonly table: FieldTable,
    readonly key: ReportKey | undefined,
    readonly root: XmlElement,
  ) {}

  attributes(element: XmlElement, at: At, allowed: readonly AttributeRow[]): void {
    for (const { name, ns, value } of element.attributes) {
      if (ns === XSI && this.#isAllowedXsi(name.slice(name.indexOf(':') + 1), value, element, at)) continue
      const known = ns === '' && !name.includes(':') ? allowed.find(a => a.name === name) : undefined
      const place = { ...where(at), path: `${xpath(at)}/@${name}` }
      if (known === undefined)
        this.faults.push(make.ATTRIBUTE(place, { attribute: name, element: element.name }))
      else {
        const fault = valueFault(known.type, value)
        if (fault !== undefined)
          this.faults.push(valueFinding(place, { label: known.label, element: name }, fault, value))
      }
    }
    for (const { name, required } of allowed)
      if (required && !element.attributes.some(a => a.ns === '' && a.name === name))
        this.faults.push(
          make['ATTRIBUTE-MISSING'](
            { path: `${xpath(at)}/@${name}` },
            { attribute: name, element: element.name },
          ),
        )
  }

  #isAllowedXsi(local: string, value: string, element: XmlElement, at: At): boolean {
    if (XSI_ALWAYS_ALLOWED.has(local)) return true
    return (
      local === 'type' &&
      at.plan !== undefined &&
      namesOwnType(this.table, at.plan.row, value, element, this.root)
    )
  }

  group(element: XmlElement, at: At, plan: GroupPlan): void {
    const base = this.#used
    this.#used += plan.rows.length
    const counts = this.#counts.subarray(base, this.#used).fill(0)
    let strangers: Map<string, number> | undefined
    let furthest = -1
    let branches = 0
    for (const child of element.children) {
      if (child.kind === 'text') {
        if (child.cdata || !child.blank)
          this.faults.push(make['STRAY-TEXT'](where(at), { element: element.name, text: quoted(child.text) }))
        continue
      }
      if (child.kind !== 'element') continue
      const row = child.ns === '' ? plan.byName.get(child.name) : undefined
      if (row === undefined) {
        strangers ??= new Map()
        const number = (strangers.get(child.name) ?? 0) + 1
        strangers.set(child.name, number)
        this.faults.push(
          make['UNKNOWN-ELEMENT'](
            { ...where(at), path: xpath({ parent: at, name: child.name, number }) },
            { element: child.name, parent: element.name },
          ),
        )
        continue
      }
      const number = (counts[row.index] ?? 0) + 1
      counts[row.index] = number
      if (plan.order === 'choice') {
        if (branches++ > 0) this.#tell('ONE-BRANCH', at, number, row, element, plan)
      } else if (number > 1 && !(row.row.kind === 'leaf' && row.row.repeats))
        this.#tell('TOO-OFTEN', at, number, row, element, plan)
      else if (row.index < furthest) this.#tell('ORDER', at, number, row, element, plan, furthest)
      if (row.index > furthest) furthest = row.index
      if (row.row.kind === 'leaf') this.#leaf(child, at, number, row, row.row)
      else if (row.inner !== undefined) {
        const inner: At = { parent: at, name: child.name, number, plan: row }
        if (child.attributes.length > 0) this.attributes(child, inner, NO_ATTRIBUTES)
        this.group(child, inner, row.inner)
      }
    }
    this.#missing(at, plan, counts, branches)
    this.#used = base
  }

  /** A child that stands where it may not. */
  #tell(
    what: 'ONE-BRANCH' | 'TOO-OFTEN' | 'ORDER',
    parent: At,
    number: number,
    row: RowPlan,
    element: XmlElement,
    plan: GroupPlan,
    furthest = 0,
  ): void {
    const place = where({ parent, name: row.row.name, number, plan: row })
    if (what === 'ONE-BRANCH') {
      const branches = plan.rows.map(r => `<${r.row.name}>`).join(', ')
      this.faults.push(make['ONE-BRANCH'](place, { element: element.name, branches }))
    } else if (what === 'TOO-OFTEN') this.faults.push(make['TOO-OFTEN'](place, about(row)))
    else this.faults.push(make.ORDER(place, { ...about(row), before: plan.rows[furthest]?.row.name ?? '' }))
  }

  #missing(at: At, plan: GroupPlan, counts: Uint32Array, branches: number): void {
    const group = at.plan?.row
    if (plan.order === 'choice') {
      const mayBeEmpty = group?.kind === 'group' && group.mayBeEmpty === true
      const [first] = plan.rows
      if (branches === 0 && !mayBeEmpty && first !== undefined) this.#isMissing(at, first)
      return
    }
    for (const row of plan.rows) {
      const { required } = row.row
      if (required !== 'none' && counts[row.index] === 0 && appliesTo(required, this.key))
        this.#isMissing(at, row)
    }
  }

  #isMissing(parent: At, row: RowPlan): void {
    const type =
      row.row.required === 'all' ? '' : (this.table.reportTypes.find(t => t.key === this.key)?.value ?? '')
    const at = { parent, name: row.row.name, number: 1, plan: row }
    this.faults.push(make.MISSING(where(at), { ...about(row), type }))
  }

  #leaf(element: XmlElement, parent: At, number: number, row: RowPlan, leaf: Leaf): void {
    const { children } = element
    if (element.attributes.length > 0)
      this.attributes(element, { parent, name: leaf.name, number, plan: row }, NO_ATTRIBUTES)
    const usual = children.length === 0 || (children.length === 1 && children[0]?.kind === 'text')
    const inner = usual ? undefined : children.find(c => c.kind === 'element')
    if (inner?.kind === 'element') {
      const place = where({ parent, name: leaf.name, number, plan: row })
      this.faults.push(make['INNER-ELEMENT'](place, { ...about(row), inner: inner.name }))
      return
    }
    // A schema default fills an element in which nothing stands; an empty CDATA section is something.
    if (leaf.emptyMeans !== undefined && !children.some(c => c.kind === 'text')) return
    const text = directText(element)
    const fault = valueFault(typeFor(leaf, this.key), text)
    if (fault === undefined) return
    const place = where({ parent, name: leaf.name, number, plan: row })
    this.faults.push(valueFinding(place, about(row), fault, text))
  }
}
