import type { AnyRow, FieldTable } from '../table.js'
import type { XmlAttribute } from '../xml/tree.js'

const XSD = 'http://www.w3.org/2001/XMLSchema'

/**
 * Whether an `xsi:type` only states the type that the element has anyway. A narrower type, which a schema
 * processor would accept too, is not recognised: no form writes one.
 *
 * @param declarations the namespaces declared on the element and on the root
 */
export function namesOwnType(
  table: FieldTable,
  row: AnyRow,
  value: string,
  declarations: readonly XmlAttribute[],
): boolean {
  const [prefix, local] = value.includes(':') ? value.split(':', 2) : ['', value]
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  const ns = declarations.find(d => d.name === name)?.value ?? ''
  const own = table.schemaTypes?.[row.name]
  if (own === undefined || local === undefined) return false
  return own.startsWith('xsd:') ? ns === XSD && local === own.slice(4) : ns === '' && local === own
}
