import { leavesOf, perTable } from '../table/index-of.js'
import type { AnyRow, FieldTable, ReportKey } from '../table.js'
import type { XmlAttribute } from '../xml/tree.js'
import { DERIVED_INTEGERS, isInteger } from './built-in-types.js'
import { valueFault } from './lexical.js'

const XSD = 'http://www.w3.org/2001/XMLSchema'

/** A type that an element states for itself (`xsi:type`) and that its schema type allows in its stead. */
export interface StatedType {
  readonly name: string
  /** Whether a text that the element's own type takes is a value of the stated type too. */
  readonly takes: (text: string) => boolean
}

/**
 * The type that `xsi:type` states, if the element has it anyway or if it is derived from the one the element has (XML
 * Schema part 1, 3.3.4); undefined if the schema refuses it. In the schemas of the forms only numbers have derived types.
 *
 * @param declarations the namespaces declared on the element and on the root
 * @param inside the report type and the parent element, on which the type of some elements depends
 */
export function statedType(
  table: FieldTable,
  row: AnyRow,
  value: string,
  declarations: readonly XmlAttribute[],
  inside: { readonly key: ReportKey | undefined; readonly parent: string | undefined },
): StatedType | undefined {
  const [, prefix = '', local] = /^(?:([^:]+):)?([^:]+)$/.exec(value) ?? []
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  const ns = declarations.find(d => d.name === name)?.value ?? ''
  const types = table.schemaTypes
  const own =
    types?.[`${inside.key}:${row.name}`] ?? types?.[`${inside.parent}/${row.name}`] ?? types?.[row.name]
  if (own === undefined || local === undefined || (ns !== '' && ns !== XSD)) return undefined
  const stated = ns === XSD ? `xsd:${local}` : local
  if (stated === own) return { name: value, takes: () => true }
  if (own !== 'xsd:integer' && own !== 'xsd:decimal') return undefined
  if (ns === XSD) {
    const takes = local === 'integer' ? isInteger : DERIVED_INTEGERS.get(local)
    return takes === undefined ? undefined : { name: value, takes }
  }
  const type = namedIntegers(table).get(local)
  return type === undefined ? undefined : { name: value, takes: text => valueFault(type, text) === undefined }
}

/** The types that the schema of a form itself derives from `xsd:integer`, by their names. */
const namedIntegers = perTable(
  table =>
    new Map(
      leavesOf(table).flatMap(({ row: { name, type } }) => {
        const schemaType = table.schemaTypes?.[name]
        return type.base !== 'integer' || schemaType === undefined || schemaType.startsWith('xsd:')
          ? []
          : [[schemaType, type]]
      }),
    ),
)
