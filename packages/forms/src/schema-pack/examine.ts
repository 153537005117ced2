import type { Finding } from '@vigie/kernel'
import type { FieldTable } from '../table.js'
import { readXml } from '../xml/read.js'
import { attributeOf, elementsIn, type XmlElement } from '../xml/tree.js'
import { packFindings } from './findings.js'
import { resolveInside } from './paths.js'

const { make } = packFindings
const XSD = 'http://www.w3.org/2001/XMLSchema'
const REFERENCES = new Set(['include', 'import', 'redefine', 'override'])
/** An official schema has about 60 kB; the limit leaves room without letting an archive fill the memory. */
export const MAX_SCHEMA_BYTES = 4 * 1024 * 1024

/** What was found in looking at a schema and all that it includes. */
export interface Examined {
  /** The schema and what it includes, by path; complete only if there is no finding that blocks. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly findings: readonly Finding[]
}

/**
 * Looks at a schema file before anything is compiled: XML without DOCTYPE, an XML Schema, the right root element, and
 * references that stay inside the pack. All that it includes is looked at likewise.
 */
export function examine(table: FieldTable, path: string, all: ReadonlyMap<string, Uint8Array>): Examined {
  const files = new Map<string, Uint8Array>()
  const findings: Finding[] = []
  const names = new Set<string>()
  const look = (file: string) => {
    const bytes = all.get(file)
    if (bytes === undefined || files.has(file)) return
    files.set(file, bytes)
    const root = schemaIn(file, bytes)
    if ('finding' in root) {
      findings.push(root.finding)
      return
    }
    for (const element of elementsIn(root.schema)) {
      const local = element.name.slice(element.name.indexOf(':') + 1)
      const declares = local === 'element' && element.ns === XSD ? attributeOf(element, 'name') : undefined
      if (declares !== undefined) names.add(declares)
      const refers =
        REFERENCES.has(local) && element.ns === XSD ? attributeOf(element, 'schemaLocation') : undefined
      if (refers === undefined) continue
      const target = resolveInside(file, refers)
      const where = { path: `${file}, line ${element.line}` }
      if (target === undefined) findings.push(make.OUTSIDE(where, { file, refers }))
      else if (!all.has(target)) findings.push(make['NOT-INCLUDED'](where, { file, refers }))
      else look(target)
    }
    if (file === path && !declaresRoot(root.schema, table.root))
      findings.push(make['OTHER-FORM']({ path: file }, { file, element: table.root }))
  }
  look(path)
  if (findings.length === 0) findings.push(...otherVersion(table, path, names))
  return { files, findings }
}

function schemaIn(
  file: string,
  bytes: Uint8Array,
): { readonly schema: XmlElement } | { readonly finding: Finding } {
  const path = file
  if (bytes.length > MAX_SCHEMA_BYTES)
    return { finding: make['TOO-LARGE']({ path }, { file, bytes: bytes.length, limit: MAX_SCHEMA_BYTES }) }
  const read = readXml(bytes)
  if ('finding' in read) {
    const { code, message } = read.finding
    return {
      finding:
        code === 'XML-DOCTYPE'
          ? make.DOCTYPE({ path }, { file })
          : make.UNREADABLE({ path }, { file, says: message }),
    }
  }
  const { root } = read.document
  return root.ns === XSD && /^(?:[^:]+:)?schema$/.test(root.name)
    ? { schema: root }
    : { finding: make['NOT-A-SCHEMA']({ path }, { file, root: root.name }) }
}

function declaresRoot(schema: XmlElement, root: string): boolean {
  return schema.children.some(
    c =>
      c.kind === 'element' &&
      c.ns === XSD &&
      /^(?:[^:]+:)?element$/.test(c.name) &&
      attributeOf(c, 'name') === root,
  )
}

/** A renamed schema of another version is told by the field that came with 7.3. */
function otherVersion(table: FieldTable, file: string, names: ReadonlySet<string>): readonly Finding[] {
  const has = names.has('formVersion')
  const should = table.version.startsWith('7.3')
  if (has === should) return []
  const sign = has ? 'has the element formVersion' : 'has no element formVersion'
  return [make['OTHER-VERSION']({ path: file }, { file, version: table.version, sign })]
}
