import type { Finding } from '@vigie/kernel'
import type { Cursor } from './cursor.js'
import { encodingOf } from './encoding.js'
import { xmlFindings } from './findings.js'
import { type ParseFault, parseBytes } from './libxml.js'
import type { XmlDocument } from './tree.js'

export interface ReadLimits {
  /** Files with more bytes are refused unread. Default 50 MB. */
  readonly maxBytes?: number
  /** Files with more tags are refused unread. Default 400,000. */
  readonly maxTags?: number
}

export type XmlUsed<T> = { readonly read: T } | { readonly finding: Finding }

export type XmlResult = { readonly document: XmlDocument } | { readonly finding: Finding }

const MAX_BYTES = 50 * 1024 * 1024
const MAX_TAGS = 400_000
const { make } = xmlFindings
const FILE = { path: 'line 1' }

/**
 * Parses an XML document strictly and lets `use` read it. Never throws on input: what cannot be read comes back as one
 * finding that says what it is instead, where, and what to do. Nothing outside the bytes is ever fetched; a DOCTYPE is
 * refused. `use` must not keep the cursor.
 */
export function useXml<T>(
  bytes: Uint8Array,
  use: (cursor: Cursor) => T,
  limits: ReadLimits = {},
): XmlUsed<T> {
  const { maxBytes = MAX_BYTES, maxTags = MAX_TAGS } = limits
  if (bytes.length === 0) return { finding: make.EMPTY(FILE, {}) }
  if (bytes.length > maxBytes)
    return { finding: make['TOO-LARGE'](FILE, { bytes: bytes.length, limit: maxBytes }) }
  const other = notXml(bytes)
  if (other !== undefined) return { finding: other }
  const encoding = encodingOf(bytes)
  if ('finding' in encoding) return encoding
  // The shortest tag has three bytes.
  const tags = bytes.length > maxTags * 3 ? countTags(bytes) : 0
  if (tags > maxTags) return { finding: make['TOO-MANY-TAGS'](FILE, { tags, limit: maxTags }) }
  const doctype = doctypeIn(bytes)
  if (doctype !== undefined) return { finding: doctype }
  const parsed = parseBytes(bytes, use)
  if ('read' in parsed) return parsed
  if ('doctype' in parsed) return { finding: make.DOCTYPE(FILE, { entities: false }) }
  return { finding: faultOf(parsed.fault, bytes, encoding.declared) }
}

/** As {@link useXml}, with the whole document as plain data. For documents of which the most is wanted. */
export function readXml(bytes: Uint8Array, limits: ReadLimits = {}): XmlResult {
  const used = useXml(bytes, documentOf, limits)
  return 'read' in used ? { document: used.read } : used
}

function documentOf(cursor: Cursor): XmlDocument {
  return { root: cursor.element(cursor.root), ...cursor.outside() }
}

/** What the file is instead of XML, told by its first bytes; undefined if it may be XML. */
function notXml(bytes: Uint8Array): Finding | undefined {
  if (startsWith(bytes, '<?xml ') && !isHtml(latin1(bytes.subarray(0, 300)))) return undefined
  const head = latin1(bytes.subarray(0, 1024))
  if (/^[\s\S]{0,1000}%PDF-\d/.test(head) && !head.trimStart().startsWith('<')) return make.PDF(FILE, {})
  if (head.startsWith('PK\x03\x04')) return make.ZIP(FILE, {})
  if (head.includes('\0')) return undefined
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (isHtml(text)) return make.HTML(FILE, {})
  if (text === '') return bytes.length <= 1024 ? make.EMPTY(FILE, {}) : undefined
  if (text.startsWith('<')) return undefined
  return make['NOT-XML'](FILE, { start: printable(text) })
}

function isHtml(head: string): boolean {
  return /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html)\b/i.test(head)
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[i] !== text.charCodeAt(i)) return false
  return true
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

function printable(text: string): string {
  const start = text.slice(0, 20).replace(/[^\x20-\x7e]/g, '?')
  return `"${start}${text.length > 20 ? '…' : ''}"`
}

function countTags(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0x3c); at >= 0; at = bytes.indexOf(0x3c, at + 1)) count++
  return count
}

/** Looks for a DOCTYPE before the root element, without parsing. UTF-16 is looked at after parsing instead. */
function doctypeIn(bytes: Uint8Array): Finding | undefined {
  const start = bytes.indexOf(0x3c)
  // The prolog holds only a declaration, comments and instructions, so its first `<` followed by a letter ends it.
  let at = start
  while (at >= 0) {
    const next = bytes[at + 1]
    if (next === 0x3f) at = after(bytes, at, '?>')
    else if (next === 0x21 && bytes[at + 2] === 0x2d) at = after(bytes, at + 4, '-->')
    else if (next === 0x21) {
      const text = latin1(bytes.subarray(at, at + 100_000))
      return text.startsWith('<!DOCTYPE')
        ? make.DOCTYPE({ path: `line ${lineOf(bytes, at)}` }, { entities: /<!ENTITY/.test(text) })
        : undefined
    } else return undefined
  }
  return undefined
}

/** Where the next `<` after the end mark stands, or -1. */
function after(bytes: Uint8Array, from: number, mark: string): number {
  const last = mark.charCodeAt(mark.length - 1)
  for (let end = bytes.indexOf(last, from); end >= 0; end = bytes.indexOf(last, end + 1)) {
    const begin = end - mark.length + 1
    if (begin >= from && latin1(bytes.subarray(begin, end + 1)) === mark) return bytes.indexOf(0x3c, end)
  }
  return -1
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let i = 0; i < offset; i++) if (bytes[i] === 10) line++
  return line
}

function faultOf(fault: ParseFault, source: Uint8Array, declared: string): Finding {
  const where = { path: `line ${fault.line}` }
  const { line, column, message } = fault
  if (/Excessive depth/.test(message)) return make['TOO-DEEP'](where, { line, column })
  if (/Invalid bytes in character encoding|not proper UTF-8|conversion/i.test(message))
    return make.ENCODING(where, { declared, line, column })
  if (/unsupported encoding|Unsupported encoding/.test(message))
    return make['ENCODING-UNKNOWN'](where, { declared })
  const open = /Premature end of data in tag (\S+)/.exec(message)?.[1]
  if (open !== undefined) return make['CUT-OFF'](where, { line, column, open: `<${open}>` })
  if (line >= lastLine(source) && !endsWithTag(source))
    return make['CUT-OFF'](where, { line, column, open: 'an element' })
  return make.MALFORMED(where, { line, column, says: plain(message) })
}

function lastLine(source: Uint8Array): number {
  let end = source.length
  while (end > 0 && (source[end - 1] ?? 0) <= 32) end--
  return lineOf(source, end)
}

function endsWithTag(source: Uint8Array): boolean {
  let end = source.length
  while (end > 0 && (source[end - 1] ?? 0) <= 32) end--
  return source[end - 1] === 0x3e
}

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [
    /Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)/,
    '<$1> opened in line $2 is closed by </$3>',
  ],
  [/xmlParseEntityRef: no name/, 'an & stands alone; write &amp;amp; instead'],
  [/Entity '([^']+)' not defined/, 'the name &$1; is not defined; write the letter itself'],
  [/Attribute (\S+) redefined/, 'the attribute $1 is there twice'],
  [/Extra content at the end of the document/, 'there is something after the end of the root element'],
  [/invalid Char value (\d+)/, 'the character with number $1 is not allowed in XML'],
  [/Unescaped '<' not allowed/, 'a < stands in an attribute; write &amp;lt; instead'],
  [/StartTag: invalid element name/, 'a < stands alone; write &amp;lt; instead'],
  [/Sequence '\]\]>' not allowed/, 'the text ]]> is not allowed; write ]]&amp;gt; instead'],
  [/Start tag expected/, 'there is no element'],
  [
    /XML declaration allowed only at the start/,
    'the line <?xml …?> must be the very first thing in the file',
  ],
]

/** The message of libxml2 in plain words, or as it is. */
function plain(message: string): string {
  for (const [pattern, words] of PLAIN) {
    if (pattern.test(message))
      return message
        .replace(new RegExp(`^[\\s\\S]*?${pattern.source}[\\s\\S]*$`), words)
        .replaceAll('&amp;', '&')
  }
  return message.replace(/\.$/, '')
}
