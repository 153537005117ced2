import type { Finding } from '@vigie/kernel'
import type { AttributeRow, FieldTable, ReportKey } from '../table.js'
import { type XmlAttribute, XSI } from '../xml/tree.js'
import { schemaFindings } from './findings.js'
import { valueFault } from './lexical.js'
import { type At, where, xpath } from './place.js'
import { valueFinding } from './value-finding.js'
import { type StatedType, statedType } from './xsi-type.js'

const { make } = schemaFindings
const XSI_ALWAYS_ALLOWED = new Set(['schemaLocation', 'noNamespaceSchemaLocation'])

export interface AttributesRead {
  readonly faults: readonly Finding[]
  /** The type that the element states for itself, if it may. */
  readonly stated: StatedType | undefined
}

/** Judges the attributes of an element. Only the root may have any beside those of XML Schema itself. */
export function readAttributes(
  table: FieldTable,
  at: At,
  attributes: readonly XmlAttribute[],
  allowed: readonly AttributeRow[],
  declarations: readonly XmlAttribute[],
  key: ReportKey | undefined,
): AttributesRead {
  const faults: Finding[] = []
  let stated: StatedType | undefined
  for (const { name, ns, value } of attributes) {
    if (ns === XSI) {
      const local = name.slice(name.indexOf(':') + 1)
      if (XSI_ALWAYS_ALLOWED.has(local)) continue
      const row = at.plan?.row
      const inside = { key, parent: at.parent?.name }
      if (local === 'type' && row) {
        stated = statedType(table, row, value, declarations, inside)
        if (stated !== undefined) continue
      }
    }
    const known = ns === '' && !name.includes(':') ? allowed.find(a => a.name === name) : undefined
    const place = { ...where(at), path: `${xpath(at)}/@${name}` }
    if (known === undefined) faults.push(make.ATTRIBUTE(place, { attribute: name, element: at.name }))
    else {
      const fault = valueFault(known.type, value)
      if (fault !== undefined)
        faults.push(valueFinding(place, { label: known.label, element: name }, fault, value))
    }
  }
  for (const { name, required } of allowed)
    if (required && !attributes.some(a => a.ns === '' && a.name === name))
      faults.push(
        make['ATTRIBUTE-MISSING']({ path: `${xpath(at)}/@${name}` }, { attribute: name, element: at.name }),
      )
  return { faults, stated }
}
