import type { Finding } from '@vigie/kernel'
import { formDataOfPdf } from '../xml/pdf.js'
import { type ReadLimits, readXml } from '../xml/read.js'
import {
  attributeOf,
  childrenNamed,
  directText,
  type XmlDocument,
  type XmlElement,
  XSI,
} from '../xml/tree.js'
import { formFindings } from './findings.js'
import { mirTables } from './versions.js'
import { asExported, incidentIn, isFormData } from './xfa.js'

const { make } = formFindings

/** What a file is. Only a MIR has a version and a document to go on with. */
export type Identified =
  | {
      readonly kind: 'MIR'
      readonly version: string
      readonly document: XmlDocument
      /** `form-data`: taken from the data of the PDF form. */
      readonly source: 'xml' | 'form-data'
      readonly findings: readonly Finding[]
    }
  | { readonly kind: 'other'; readonly findings: readonly [Finding] }

/** Tells what a file is and reads it, if it is a MIR in XML, in raw form data, or in the data of a PDF form. */
export function identify(bytes: Uint8Array, limits: ReadLimits = {}): Identified {
  const read = readXml(bytes, limits)
  if ('document' in read)
    return identifyDocument(read.document, 'an XML file with the raw data of the PDF form')
  return read.finding.code === 'XML-PDF' ? identifyPdf(bytes, read.finding, limits) : other(read.finding)
}

function other(finding: Finding): Identified {
  return { kind: 'other', findings: [finding] }
}

function identifyPdf(bytes: Uint8Array, isPdf: Finding, limits: ReadLimits): Identified {
  const data = formDataOfPdf(bytes)
  if ('encrypted' in data)
    return other(data.encrypted ? make['PDF-ENCRYPTED']({ path: 'line 1' }, {}) : isPdf)
  const read = readXml(data.datasets, limits)
  if ('finding' in read)
    return other(make['PDF-DATA-BROKEN']({ path: 'line 1' }, { says: read.finding.message }))
  return incidentIn(read.document.root) === undefined
    ? other(isPdf)
    : identifyDocument(read.document, 'the data of a PDF form')
}

function identifyDocument(document: XmlDocument, about: string): Identified {
  const { root } = document
  const path = `/${root.name}`
  const isIncident = root.name === 'incident'
  const incident = isIncident ? root : incidentIn(root)
  if (
    incident === undefined ||
    (!isIncident && !/^(?:xfa:)?(?:datasets|data)$|^(?:xdp:)?xdp$/.test(root.name))
  ) {
    if (root.name === 'fsca') return other(make.FSCA({ path }, {}))
    return other(
      /eudamed/i.test(root.ns)
        ? make.EUDAMED({ path }, { root: root.name })
        : make.OTHER({ path }, { root: root.name }),
    )
  }
  const version = versionOf(incident)
  const table = mirTables.get(version.is)
  if (table === undefined) {
    const known = [...mirTables.keys()].join(' and ')
    return other(make['UNKNOWN-VERSION']({ path: '/incident/@version' }, { says: version.is, known }))
  }
  if (!isIncident || isFormData(incident))
    return {
      kind: 'MIR',
      version: table.version,
      document: { root: asExported(table, incident), before: [], after: [] },
      source: 'form-data',
      findings: [make['FROM-FORM-DATA']({ path }, { source: about }), ...version.findings],
    }
  return { kind: 'MIR', version: table.version, document, source: 'xml', findings: version.findings }
}

/** The version texts of the official forms, and short forms, to the version of the form. */
function normalVersion(text: string): string | undefined {
  if (/^V?5\.0\b/.test(text) || /^V?7\.2(?:\.1)?(?![\d.])/.test(text)) return '7.2.1'
  if (/^V?7\.3/.test(text)) return '7.3.1'
  return /^V?(\d+(?:\.\d+)+)/.exec(text)?.[1]
}

/**
 * The version of a MIR: what the schema it names says, else its `formVersion`, else its `version` attribute.
 * A file that says nothing is of 7.2.1, where the attribute is optional.
 */
function versionOf(incident: XmlElement): { readonly is: string; readonly findings: readonly Finding[] } {
  const named = /-v(\d+(?:\.\d+)+)\.xsd$/.exec(
    attributeOf(incident, 'noNamespaceSchemaLocation', XSI) ?? '',
  )?.[1]
  const admin = childrenNamed(incident, 'admin_info')[0]
  const stated = admin === undefined ? undefined : childrenNamed(admin, 'formVersion')[0]
  const text = attributeOf(incident, 'version')
  const byText = text === undefined ? undefined : normalVersion(text)
  const is =
    (named === undefined ? undefined : normalVersion(named)) ??
    (stated === undefined ? undefined : normalVersion(directText(stated))) ??
    (byText !== undefined && mirTables.has(byText) ? byText : undefined) ??
    (text !== undefined && /^V?(?:[6-9]|\d\d)\./.test(text) ? byText : undefined) ??
    '7.2.1'
  const findings =
    text !== undefined && byText !== is
      ? [make['VERSION-TEXT']({ path: '/incident/@version' }, { says: text, version: is })]
      : []
  return { is, findings }
}
