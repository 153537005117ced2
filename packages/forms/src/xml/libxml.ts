// The one file that imports libxml2-wasm, and never its file providers: parsing can reach neither disk nor network.
import {
  type ErrorDetail,
  error,
  XmlNodeSetStruct,
  xmlCtxtSetErrorHandler,
  xmlDocGetRootElement,
  xmlFreeDoc,
  xmlFreeParserCtxt,
  xmlGetIntSubset,
  xmlNewParserCtxt,
  xmlReadMemory,
} from 'libxml2-wasm/lib/libxml2.mjs'
import { Cursor, type Memory } from './cursor.js'

export interface ParseFault {
  readonly message: string
  readonly line: number
  readonly column: number
}

/** What libxml2 made of the bytes. A DOCTYPE is reported, and then nothing is read. */
export type Parsed<T> = { readonly read: T } | { readonly doctype: true } | { readonly fault: ParseFault }

const NO_NETWORK_NO_EXTERNAL = 2048 | 8388608

/**
 * Parses bytes with libxml2, strictly, and lets `use` read the document. Nothing of it stays allocated afterwards, so
 * `use` must not keep the cursor. Faults of namespaces alone are let pass, as `xmllint` does: such a document has a tree.
 */
export function parseBytes<T>(bytes: Uint8Array, use: (cursor: Cursor) => T): Parsed<T> {
  const context = xmlNewParserCtxt()
  const slot = error.storage.allocate([])
  xmlCtxtSetErrorHandler(context, error.errorCollector, slot)
  let doc = 0
  let details: readonly ErrorDetail[] = []
  try {
    doc = xmlReadMemory(context, bytes, null, null, NO_NETWORK_NO_EXTERNAL)
    details = error.storage.get(slot)
  } finally {
    error.storage.free(slot)
    xmlFreeParserCtxt(context)
  }
  if (doc === 0) return { fault: firstFault(details) }
  try {
    if (xmlGetIntSubset(doc) !== 0) return { doctype: true }
    return { read: use(new Cursor(memory(doc), doc, xmlDocGetRootElement(doc))) }
  } finally {
    xmlFreeDoc(doc)
  }
}

function firstFault(details: readonly ErrorDetail[]): ParseFault {
  const fatal = details.find(d => d.level >= 2) ?? details[0]
  return {
    message: fatal?.message.trim() ?? 'libxml2 could not read it',
    line: fatal?.line ?? 1,
    column: fatal?.col ?? 1,
  }
}

let views: Memory | undefined

/** The memory of libxml2. It moves when it grows, so the views are checked at each document. */
function memory(doc: number): Memory {
  const { buffer } = XmlNodeSetStruct.nodeTable(doc, 0)
  if (views?.words.buffer !== buffer) views = { words: new Int32Array(buffer), bytes: new Uint8Array(buffer) }
  return views
}
