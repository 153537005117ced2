import type { AnyRow, FieldTable, ReportKey, SimpleType } from '@vigie/forms'
import { appliesTo, typeFor } from '@vigie/forms'

/**
 * A field table as an XML Schema for one report type. For 7.3.1, whose official schemas are not at hand, it stands in
 * for them, so that everything around them can be tried on files of the real size and shape. It proves nothing about
 * the official ones.
 */
export function xsdOfTable(table: FieldTable, key: ReportKey): string {
  const attributes = table.attributes.map(
    a =>
      `<xs:attribute name="${a.name}" use="${a.required ? 'required' : 'optional'}">${simple(a.type)}</xs:attribute>`,
  )
  return (
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="${table.root}"><xs:complexType>` +
    `<xs:sequence>${table.rows.map(r => row(r, key)).join('')}</xs:sequence>${attributes.join('')}` +
    '</xs:complexType></xs:element></xs:schema>'
  )
}

function row(r: AnyRow, key: ReportKey): string {
  const occurs = `minOccurs="${appliesTo(r.required, key) ? 1 : 0}"`
  if (r.kind === 'group') {
    const rows = r.rows.map(child => row(child, key)).join('')
    const inside =
      r.order === 'choice'
        ? `<xs:choice${r.mayBeEmpty ? ' minOccurs="0"' : ''}>${rows}</xs:choice>`
        : `<xs:sequence>${rows}</xs:sequence>`
    return `<xs:element name="${r.name}" ${occurs}><xs:complexType>${inside}</xs:complexType></xs:element>`
  }
  const max = r.repeats ? ' maxOccurs="unbounded"' : ''
  const fallback = r.emptyMeans === undefined ? '' : ` default="${r.emptyMeans}"`
  const type = typeFor(r, key)
  const named = `<xs:element name="${r.name}" ${occurs}${max}${fallback}`
  // libxml2 takes other dates for a restriction of xs:date than for the type itself.
  return type.base === 'date' ? `${named} type="xs:date"/>` : `${named}>${simple(type)}</xs:element>`
}

function simple(type: SimpleType): string {
  const facets: string[] = []
  const facet = (name: string, value: string | number | undefined) => {
    if (value !== undefined) facets.push(`<xs:${name} value="${value}"/>`)
  }
  if (type.base === 'string') {
    facet('minLength', type.minLength)
    facet('maxLength', type.maxLength)
    for (const value of new Set(type.values)) facet('enumeration', value)
    if (type.digits) facet('pattern', '[0-9]+')
  } else if (type.base === 'integer') {
    facet('minInclusive', type.min)
    facet('maxInclusive', type.max)
  }
  return `<xs:simpleType><xs:restriction base="xs:${type.base}">${facets.join('')}</xs:restriction></xs:simpleType>`
}
