// Beside libxml.ts the only importer of libxml2-wasm. Of its file providers only the one that serves from memory is
// used, and only while a schema is compiled: neither compiling nor validating can reach disk or network.
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XmlParseError,
  XmlValidateError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'

/** What libxml2 says about a schema or a document, at a place. */
export interface XsdMessage {
  readonly message: string
  readonly line: number
  /** XPath of the element; undefined where libxml2 names none. */
  readonly xpath?: string
}

/** A schema ready to validate. It holds memory of libxml2 until it is disposed of. */
export interface CompiledXsd {
  /** All that the schema finds wrong; empty if the document is valid. The document must be well-formed without DOCTYPE. */
  readonly validate: (document: Uint8Array) => readonly XsdMessage[]
  readonly dispose: () => void
}

/** Addresses of the files while a schema is compiled; no such host or scheme exists outside. */
const BASE = 'pack:///'
const PARSE = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE

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
  let xsd: XmlDocument | undefined
  try {
    xsd = XmlDocument.fromBuffer(bytes, { url: BASE + main, option: PARSE })
    return { schema: compiled(xsd, XsdValidator.fromDoc(xsd)) }
  } catch (fault) {
    xsd?.dispose()
    return { messages: messagesOf(fault) }
  } finally {
    xmlCleanupInputProvider()
  }
}

function compiled(xsd: XmlDocument, validator: XsdValidator): CompiledXsd {
  return {
    validate: bytes => {
      const document = XmlDocument.fromBuffer(bytes, { option: PARSE })
      try {
        validator.validate(document)
        return []
      } catch (fault) {
        return messagesOf(fault)
      } finally {
        document.dispose()
      }
    },
    dispose: () => {
      validator.dispose()
      xsd.dispose()
    },
  }
}

function messagesOf(fault: unknown): readonly XsdMessage[] {
  if (!(fault instanceof XmlLibError)) throw fault
  const known = fault instanceof XmlValidateError || fault instanceof XmlParseError
  const details = known ? fault.details.filter(d => d.level >= 2) : fault.details
  return (details.length === 0 ? fault.details : details).map(d => ({
    message: d.message.trim(),
    line: d.line,
    ...(d.xpath === undefined ? {} : { xpath: d.xpath }),
  }))
}
