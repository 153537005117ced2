import type { AnyRow, FieldTable } from '../table.js'
import { FORM_DATA_WRAPPER } from '../walk.js'
import { directText, elementsIn, isBlank, type XmlElement, type XmlNode, XSI } from '../xml/tree.js'

const BRANCHES: Readonly<Record<string, string>> = {
  Manufacturer: 'reporterMfr',
  'Authorised representative': 'reporterAR',
  Others: 'reporterOther',
}

/** The `incident` inside the data of the official PDF form, or undefined if there is none. */
export function incidentIn(root: XmlElement): XmlElement | undefined {
  for (const element of elementsIn(root)) if (element.name === 'incident' && element.ns === '') return element
  return undefined
}

/**
 * Turns the data tree of the official PDF form into what the form itself exports (the stylesheet "incident_out" of
 * the Joint Research Centre): wrappers taken off, the submitter's branch named by its status, empty elements and
 * type flags saying No left out, several values in one field listed one by one.
 */
export function asExported(table: FieldTable, incident: XmlElement): XmlElement {
  const children = group(incident, table.rows)
  const type = [...elementsIn({ ...incident, children })].find(e => e.name === 'reportType')
  const file = table.reportTypes.find(t => type !== undefined && t.value === directText(type))?.schemaFile
  const has = (name: string) => incident.attributes.some(a => a.name === name && a.ns === '')
  const written = table.attributes.flatMap(a =>
    a.writes === undefined || has(a.name) ? [] : [{ name: a.name, ns: '', value: a.writes }],
  )
  const location = 'xsi:noNamespaceSchemaLocation'
  return {
    ...incident,
    declares: [{ name: 'xmlns:xsi', ns: 'http://www.w3.org/2000/xmlns/', value: XSI }],
    attributes: [
      ...incident.attributes.filter(a => a.ns === ''),
      ...written,
      ...(file === undefined ? [] : [{ name: location, ns: XSI, value: file }]),
    ],
    children,
  }
}

function group(element: XmlElement, rows: readonly AnyRow[]): readonly XmlNode[] {
  const children: XmlNode[] = []
  for (const child of unwrapped(element)) {
    if (child.kind !== 'element') {
      if (child.kind !== 'text' || !isBlank(child.text)) children.push(child)
      continue
    }
    const name = BRANCHES[statusIn(child)] ?? child.name
    const row = rows.find(r => r.name === name)
    const plain: XmlElement = {
      ...child,
      name,
      attributes: child.attributes.filter(a => a.ns === ''),
      declares: [],
    }
    if (row?.kind === 'group') {
      const inner = group(plain, row.rows)
      if (inner.length > 0) children.push({ ...plain, children: inner })
    } else if (row === undefined) {
      children.push(plain)
    } else {
      const text = directText(plain)
      if (text === '' || (row.emptyMeans === text && isFlag(row))) continue
      if (row.repeats && row.twin === undefined)
        children.push(...split(text).map(v => ({ ...plain, children: [textNode(v)] })))
      else children.push(plain)
      if (row.twin !== undefined && 'inList' in row.twin) {
        const list = row.twin.inList
        if (![...element.children].some(c => c.kind === 'element' && c.name === list))
          children.push(...split(text).map(v => ({ ...plain, name: list, children: [textNode(v)] })))
      }
    }
  }
  return children
}

/** The type flags of section 2.4 lose their No in the export; the questions of section 4.3 keep it. */
function isFlag(row: AnyRow): boolean {
  return row.place.startsWith('2.4')
}

function statusIn(element: XmlElement): string {
  if (!element.name.startsWith('reporter') || element.name === 'reporterDetails') return ''
  for (const inner of unwrapped(element))
    if (inner.kind === 'element' && inner.name === 'statusReporter') return directText(inner)
  return ''
}

function unwrapped(element: XmlElement): readonly XmlNode[] {
  return element.children.flatMap(c =>
    c.kind === 'element' && c.name.startsWith(FORM_DATA_WRAPPER) ? unwrapped(c) : [c],
  )
}

function split(text: string): readonly string[] {
  return text
    .split(/[;\n]/)
    .map(v => v.trim())
    .filter(v => v !== '')
}

function textNode(text: string): XmlNode {
  return { kind: 'text', text, cdata: false }
}
