import type { Finding } from '@vigie/kernel'
import type { Report } from '../report.js'
import type { FieldTable, ReportKey, ReportType } from '../table.js'
import { settled } from '../unread-text.js'
import { type Walked, walk } from '../walk.js'
import type { Cursor, NodeAddress } from '../xml/cursor.js'
import { NodeKind } from '../xml/cursor.js'
import { nodeXml } from '../xml/escape.js'
import { formDataOfPdf } from '../xml/pdf.js'
import { type ReadLimits, useXml } from '../xml/read.js'
import { XSI } from '../xml/tree.js'
import { formFindings } from './findings.js'
import { versionOf } from './version.js'
import { mirTables } from './versions.js'
import { asExported, incidentIn } from './xfa.js'

const { make } = formFindings

/** A MIR that has been parsed, while it is being read. */
export interface OpenMir {
  readonly table: FieldTable
  readonly cursor: Cursor
  /** `form-data`: taken from the data of the PDF form. */
  readonly source: 'xml' | 'form-data'
  /** The report type that the report states, if it is one the form knows. */
  readonly type: ReportType | undefined
  /** The report type whose schema applies: the one stated, else the one of the schema that the root names. */
  readonly key: ReportKey | undefined
  readonly walked: Walked
  /** The schema file that the root names. */
  readonly schemaNamed: string | undefined
  readonly findings: readonly Finding[]
}

export type Opened<T> = { readonly read: T } | { readonly finding: Finding }

const FILE = { path: 'line 1' }

/**
 * Tells what a file is and, if it is a MIR in XML, in raw form data or in the data of a PDF form, lets `use` read it.
 * Anything else comes back as one finding that says what it is and what to do.
 */
export function openMir<T>(bytes: Uint8Array, use: (mir: OpenMir) => T, limits: ReadLimits = {}): Opened<T> {
  const opened = openXml(bytes, use, limits, 'an XML file with the raw data of the PDF form')
  if (!('finding' in opened) || opened.finding.code !== 'XML-PDF') return opened
  const data = formDataOfPdf(bytes)
  if ('encrypted' in data) return data.encrypted ? { finding: make['PDF-ENCRYPTED'](FILE, {}) } : opened
  const inside = openXml(data.datasets, use, limits, 'the data of a PDF form')
  if (!('finding' in inside)) return inside
  if (inside.finding.code === 'FORM-OTHER') return opened
  return inside.finding.code.startsWith('XML-')
    ? { finding: make['PDF-DATA-BROKEN'](FILE, { says: inside.finding.message }) }
    : inside
}

function openXml<T>(
  bytes: Uint8Array,
  use: (mir: OpenMir) => T,
  limits: ReadLimits,
  about: string,
): Opened<T> {
  const first = useXml(
    bytes,
    (cursor): Opened<T> | FormData => {
      if (cursor.name(cursor.root) !== 'incident') return formDataIn(cursor)
      return openIncident(cursor, use)
    },
    limits,
  )
  if ('finding' in first) return first
  if (!('exported' in first.read)) return first.read
  const { exported, findings } = first.read
  const told = [make['FROM-FORM-DATA']({ path: '/incident' }, { source: about }), ...findings]
  const again = useXml(
    exported,
    cursor => openIncident(cursor, mir => use({ ...mir, source: 'form-data', findings: told })),
    limits,
  )
  if ('finding' in again) return again
  // The wrappers are gone by now, so the report cannot be taken for raw data again.
  return 'exported' in again.read
    ? { finding: make.OTHER({ path: '/incident' }, { root: 'incident' }) }
    : again.read
}

interface FormData {
  readonly exported: Uint8Array
  readonly findings: readonly Finding[]
}

/** The report inside the data of the form, as the form itself would export it. */
function formDataIn(cursor: Cursor): { readonly finding: Finding } | FormData {
  const root = cursor.element(cursor.root)
  const path = `/${root.name}`
  const mayHold = root.name === 'incident' || /^(?:xfa:)?(?:datasets|data)$|^(?:xdp:)?xdp$/.test(root.name)
  const incident = mayHold ? incidentIn(root) : undefined
  if (incident === undefined) {
    if (root.name === 'fsca') return { finding: make.FSCA({ path }, {}) }
    const eudamed = /eudamed/i.test(root.ns)
    return { finding: make[eudamed ? 'EUDAMED' : 'OTHER']({ path }, { root: root.name }) }
  }
  const attribute = (name: string) => incident.attributes.find(a => a.name === name)?.value
  const version = versionOf({ text: attribute('version'), schemaNamed: undefined, formVersion: undefined })
  const table = mirTables.get(version.is)
  if (table === undefined) return { finding: unknownVersion(version.is) }
  const exported = new TextEncoder().encode(nodeXml(asExported(table, incident)))
  return { exported, findings: version.findings }
}

function openIncident<T>(cursor: Cursor, use: (mir: OpenMir) => T): Opened<T> | FormData {
  const attributes = cursor.attributes(cursor.root)
  const text = attributes.find(a => a.ns === '' && a.name === 'version')?.value
  const schemaNamed = attributes.find(
    a => a.ns === XSI && a.name.endsWith(':noNamespaceSchemaLocation'),
  )?.value
  const version = versionOf({ text, schemaNamed, formVersion: textAt(cursor, FORM_VERSION) })
  const table = mirTables.get(version.is)
  if (table === undefined) return { finding: unknownVersion(version.is) }
  const stated = textAt(cursor, table.typeField.split('/'))
  const type = table.reportTypes.find(t => t.value === stated)
  const key = (type ?? table.reportTypes.find(t => t.schemaFile === schemaNamed))?.key
  const walked = walk(table, cursor, key)
  if (walked.isFormData) return formDataIn(cursor)
  const { findings } = version
  return { read: use({ table, cursor, source: 'xml', type, key, schemaNamed, walked, findings }) }
}

const FORM_VERSION = ['admin_info', 'formVersion']

function unknownVersion(says: string): Finding {
  const known = [...mirTables.keys()].join(' and ')
  return make['UNKNOWN-VERSION']({ path: '/incident/@version' }, { says, known })
}

/** The text of the first element at a path below the root. */
function textAt(cursor: Cursor, path: readonly string[]): string | undefined {
  let at: NodeAddress = cursor.root
  for (const name of path) {
    at = childNamed(cursor, at, name)
    if (at === 0) return undefined
  }
  return cursor.directText(at)
}

function childNamed(cursor: Cursor, parent: NodeAddress, name: string): NodeAddress {
  for (let at = cursor.firstChild(parent); at !== 0; at = cursor.next(at))
    if (cursor.kind(at) === NodeKind.element && !cursor.hasNamespace(at) && cursor.name(at) === name)
      return at
  return 0
}

/** The report of an open MIR, as plain data. */
export function reportOf({ table, cursor, walked }: OpenMir): Report {
  const attributes: Record<string, string> = {}
  for (const { name, value } of cursor.declarations(cursor.root)) attributes[name] = value
  for (const { name, value } of cursor.attributes(cursor.root)) attributes[name] = value
  return {
    form: table.form,
    version: table.version,
    attributes,
    fields: Object.fromEntries([...walked.answers].map(([path, answer]) => [path, settled(answer)])),
    emptyGroups: walked.emptyGroups,
    unplaced: walked.unplaced,
  }
}
