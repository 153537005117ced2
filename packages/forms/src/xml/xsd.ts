// Beside libxml.ts the only importer of libxml2-wasm. Of its file providers only the one that serves from memory is
// used, and only while a schema is compiled: neither compiling nor validating can reach disk or network.
import { XmlBufferInputProvider } from 'libxml2-wasm'
import {
  type ErrorDetail,
  error,
  xmlCleanupInputProvider,
  xmlCtxtSetErrorHandler,
  xmlFreeDoc,
  xmlFreeParserCtxt,
  xmlNewParserCtxt,
  xmlReadMemory,
  xmlRegisterInputProvider,
  xmlSchemaFree,
  xmlSchemaFreeParserCtxt,
  xmlSchemaFreeValidCtxt,
  xmlSchemaNewDocParserCtxt,
  xmlSchemaNewValidCtxt,
  xmlSchemaParse,
  xmlSchemaSetParserStructuredErrors,
  xmlSchemaSetValidStructuredErrors,
  xmlSchemaValidateDoc,
} from 'libxml2-wasm/lib/libxml2.mjs'

/** What libxml2 says about a schema or a document, at a place. */
export interface XsdMessage {
  readonly message: string
  readonly line: number
  /** XPath of the element; undefined where libxml2 names none. */
  readonly xpath?: string
}

/** A schema ready to validate. It holds memory of libxml2 until it is disposed of. */
export interface CompiledXsd {
  /** All that the schema finds wrong; empty if the document is valid. The document must be one that `readXml` reads. */
  readonly validate: (document: Uint8Array) => readonly XsdMessage[]
  readonly dispose: () => void
}

/** Addresses of the files while a schema is compiled; no such scheme exists outside. */
const BASE = 'pack:///'
const NO_NETWORK_NO_EXTERNAL = 2048 | 8388608

/**
 * Compiles a schema. Files that it includes are looked for among those given, by path relative to the schema; anything
 * else it refers to cannot be loaded and makes the schema invalid.
 *
 * @param files the schema and whatever it includes, by path with forward slashes
 */
export function compileXsd(
  files: ReadonlyMap<string, Uint8Array>,
  main: string,
): { readonly schema: CompiledXsd } | { readonly messages: readonly XsdMessage[] } {
  const bytes = files.get(main)
  if (bytes === undefined) throw new RangeError(`the schema ${main} is not among the files`)
  const provided = Object.fromEntries([...files].map(([path, content]) => [BASE + path, content]))
  xmlRegisterInputProvider(new XmlBufferInputProvider(provided))
  try {
    const { doc, messages: unread } = parse(bytes, BASE + main)
    if (doc === 0) return { messages: unread }
    const { result: schema, messages } = collected(slot => {
      const context = xmlSchemaNewDocParserCtxt(doc)
      xmlSchemaSetParserStructuredErrors(context, error.errorCollector, slot)
      const compiled = xmlSchemaParse(context)
      xmlSchemaFreeParserCtxt(context)
      return compiled
    })
    if (schema !== 0) return { schema: compiledXsd(schema, doc) }
    xmlFreeDoc(doc)
    return { messages }
  } finally {
    xmlCleanupInputProvider()
  }
}

function compiledXsd(schema: number, doc: number): CompiledXsd {
  let isAlive = true
  return {
    validate: document => {
      if (!isAlive) throw new RangeError('the schema has been disposed of')
      return validate(schema, document)
    },
    dispose: () => {
      if (!isAlive) return
      isAlive = false
      xmlSchemaFree(schema)
      xmlFreeDoc(doc)
    },
  }
}

function validate(schema: number, bytes: Uint8Array): readonly XsdMessage[] {
  const { doc, messages: unread } = parse(bytes, null)
  if (doc === 0) return unread
  try {
    const { result, messages } = collected(slot => {
      const context = xmlSchemaNewValidCtxt(schema)
      xmlSchemaSetValidStructuredErrors(context, error.errorCollector, slot)
      const verdict = xmlSchemaValidateDoc(context, doc)
      xmlSchemaFreeValidCtxt(context)
      return verdict
    })
    if (result < 0) throw new Error('libxml2 failed to validate')
    return result === 0 ? [] : messages
  } finally {
    xmlFreeDoc(doc)
  }
}

/** A document with a tree, or 0 and why there is none. Faults of namespaces alone pass, as in reading. */
function parse(bytes: Uint8Array, url: string | null) {
  const { result: doc, messages } = collected(slot => {
    const context = xmlNewParserCtxt()
    xmlCtxtSetErrorHandler(context, error.errorCollector, slot)
    const read = xmlReadMemory(context, bytes, url, null, NO_NETWORK_NO_EXTERNAL)
    xmlFreeParserCtxt(context)
    return read
  })
  return { doc, messages }
}

/** Runs a call of libxml2 and gives its result with the errors it told; warnings only where it told nothing worse. */
function collected(call: (slot: number) => number): {
  readonly result: number
  readonly messages: readonly XsdMessage[]
} {
  const slot = error.storage.allocate([])
  try {
    const result = call(slot)
    const all: readonly ErrorDetail[] = error.storage.get(slot)
    const errors = all.filter(d => d.level >= 2)
    return {
      result,
      messages: (errors.length === 0 ? all : errors).map(d => ({
        message: d.message.trim(),
        line: d.line,
        ...(d.xpath === undefined ? {} : { xpath: d.xpath }),
      })),
    }
  } finally {
    error.storage.free(slot)
  }
}
