import type { Finding } from '@vigie/kernel'
import type { AnyRow, AttributeRow, FieldTable, Group, Leaf, ReportKey } from '../table.js'
import { appliesTo, typeFor } from '../table.js'
import { directText, isBlank, type XmlElement, XSI } from '../xml/tree.js'
import { schemaFindings } from './findings.js'
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
  const path = `/${root.name}`
  if (root.name !== table.root || root.ns !== '') {
    const found = root.ns === '' ? `<${root.name}>` : `<${root.name}> in the namespace ${root.ns}`
    return [make.ROOT({ path }, { found, expected: table.root })]
  }
  const check = new Check(table, key, root)
  check.attributes(root, path, table.attributes)
  check.sequence(root, path, table.rows, 'sequence')
  return check.faults
}

interface Indexed {
  readonly row: AnyRow
  readonly index: number
}

const XSI_ALWAYS_ALLOWED = new Set(['schemaLocation', 'noNamespaceSchemaLocation'])

class Check {
  readonly faults: Finding[] = []
  readonly #typeValue: string
  readonly #root: XmlElement

  constructor(
    readonly table: FieldTable,
    readonly key: ReportKey | undefined,
    root: XmlElement,
  ) {
    this.#root = root
    this.#typeValue = table.reportTypes.find(t => t.key === key)?.value ?? ''
  }

  attributes(element: XmlElement, path: string, allowed: readonly AttributeRow[], row?: AnyRow): void {
    const place = row === undefined ? {} : { place: row.place }
    for (const { name, ns, value } of element.attributes) {
      if (ns === XSI) {
        const local = name.slice(name.indexOf(':') + 1)
        if (XSI_ALWAYS_ALLOWED.has(local)) continue
        if (
          local === 'type' &&
          row !== undefined &&
          namesOwnType(this.table, row, value, element, this.#root)
        )
          continue
      }
      const known = ns === '' && !name.includes(':') ? allowed.find(a => a.name === name) : undefined
      const where = { path: `${path}/@${name}`, ...place }
      if (known === undefined)
        this.faults.push(make.ATTRIBUTE(where, { attribute: name, element: element.name }))
      else {
        const fault = valueFinding(where, { label: known.label, element: name }, known.type, value)
        if (fault !== undefined) this.faults.push(fault)
      }
    }
    for (const { name, required } of allowed)
      if (required && !element.attributes.some(a => a.ns === '' && a.name === name))
        this.faults.push(
          make['ATTRIBUTE-MISSING']({ path: `${path}/@${name}` }, { attribute: name, element: element.name }),
        )
  }

  sequence(
    element: XmlElement,
    path: string,
    rows: readonly AnyRow[],
    order: Group['order'],
    group?: Group,
  ): void {
    const place = group === undefined ? {} : { place: group.place }
    const seen = rowIndex(rows)
    const counts = new Map<string, number>()
    let furthest = -1
    let first: string | undefined
    for (const child of element.children) {
      if (child.kind === 'text') {
        if (child.cdata || !isBlank(child.text))
          this.faults.push(
            make['STRAY-TEXT']({ path, ...place }, { element: element.name, text: quoted(child.text) }),
          )
        continue
      }
      if (child.kind !== 'element') continue
      const number = (counts.get(child.name) ?? 0) + 1
      counts.set(child.name, number)
      const at = childPath(path, child.name, number)
      const known = child.ns === '' ? seen.get(child.name) : undefined
      if (known === undefined) {
        this.faults.push(
          make['UNKNOWN-ELEMENT']({ path: at, ...place }, { element: child.name, parent: element.name }),
        )
        continue
      }
      const { row, index } = known
      const about = { label: row.label, element: row.name }
      const where = { path: at, place: row.place }
      if (order === 'choice') {
        if (first !== undefined)
          this.faults.push(
            make['ONE-BRANCH'](where, {
              element: element.name,
              branches: rows.map(r => `<${r.name}>`).join(', '),
            }),
          )
        first ??= child.name
      } else if (number > 1 && !(row.kind === 'leaf' && row.repeats))
        this.faults.push(make['TOO-OFTEN'](where, about))
      else if (index < furthest)
        this.faults.push(make.ORDER(where, { ...about, before: rows[furthest]?.name ?? '' }))
      furthest = Math.max(furthest, index)
      if (row.kind === 'leaf') this.#leaf(child, at, row)
      else {
        this.attributes(child, at, NO_ATTRIBUTES, row)
        this.sequence(child, at, row.rows, row.order, row)
      }
    }
    if (order === 'choice') {
      if (first === undefined && group?.mayBeEmpty !== true) this.#missing(path, rows[0])
      return
    }
    for (const row of rows)
      if (row.required !== 'none' && appliesTo(row.required, this.key) && !counts.has(row.name))
        this.#missing(path, row)
  }

  #missing(path: string, row: AnyRow | undefined): void {
    if (row === undefined) return
    const type = row.required === 'all' ? '' : this.#typeValue
    this.faults.push(
      make.MISSING(
        { path: `${path}/${row.name}`, place: row.place },
        { label: row.label, element: row.name, type },
      ),
    )
  }

  #leaf(element: XmlElement, path: string, row: Leaf): void {
    const where = { path, place: row.place }
    const about = { label: row.label, element: row.name }
    if (element.attributes.length > 0) this.attributes(element, path, NO_ATTRIBUTES, row)
    const { children } = element
    if (children.length === 0 || (children.length === 1 && children[0]?.kind === 'text')) {
      // The usual leaf: nothing to look for but the value.
    } else {
      const inner = children.find(c => c.kind === 'element')
      if (inner?.kind === 'element') {
        this.faults.push(make['INNER-ELEMENT'](where, { ...about, inner: inner.name }))
        return
      }
    }
    if (row.emptyMeans !== undefined && !children.some(c => c.kind === 'text')) return
    const fault = valueFinding(where, about, typeFor(row, this.key), directText(element))
    if (fault !== undefined) this.faults.push(fault)
  }
}

const NO_ATTRIBUTES: readonly AttributeRow[] = []

function childPath(parent: string, name: string, number: number): string {
  return number === 1 ? `${parent}/${name}` : `${parent}/${name}[${number}]`
}

const indexes = new WeakMap<readonly AnyRow[], ReadonlyMap<string, Indexed>>()

function rowIndex(rows: readonly AnyRow[]): ReadonlyMap<string, Indexed> {
  let index = indexes.get(rows)
  if (index === undefined) {
    index = new Map(rows.map((row, i) => [row.name, { row, index: i }]))
    indexes.set(rows, index)
  }
  return index
}
