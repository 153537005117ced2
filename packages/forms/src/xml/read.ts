import type { Finding } from '@vigie/kernel'
import { latin1, startsWith } from './bytes.js'
import type { Cursor } from './cursor.js'
import { doctypeIn } from './doctype.js'
import { encodingOf } from './encoding.js'
import { faultOf } from './fault.js'
import { xmlFindings } from './findings.js'
import { parseBytes } from './libxml.js'
import { usePlain } from './plain.js'
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
  const plain = usePlain(bytes, use)
  if (plain !== undefined) return plain
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
  if (startsWith(bytes, '<?xml ') && !mayBeHtml(bytes)) return undefined
  const head = latin1(bytes.subarray(0, 1024))
  if (/^[\s\S]{0,1000}%PDF-\d/.test(head) && !head.trimStart().startsWith('<')) return make.PDF(FILE, {})
  if (head.startsWith('PK\x03\x04')) return make.ZIP(FILE, {})
  // Zero bytes are half of each letter in UTF-16 and UTF-32, and common in pictures and programs.
  if (head.includes('\0')) {
    const letters = head.replaceAll('\0', '').replace(BYTE_ORDER_MARK, '')
    if (letters.trimStart().startsWith('<')) return undefined
    return make['NOT-XML'](FILE, { start: letters === '' ? 'zero bytes' : printable(letters) })
  }
  const text = head.replace(BYTE_ORDER_MARK, '').trimStart()
  if (isHtml(text)) return make.HTML(FILE, {})
  if (text === '') return bytes.length <= 1024 ? make.EMPTY(FILE, {}) : undefined
  if (text.startsWith('<')) return undefined
  return make['NOT-XML'](FILE, { start: printable(text) })
}

const BYTE_ORDER_MARK = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/

/** After an XML declaration: whether the next tag can be that of a web page. */
function mayBeHtml(bytes: Uint8Array): boolean {
  const next = bytes[bytes.indexOf(0x3c, 1) + 1]
  return next === 0x21 || next === 0x68 || next === 0x48
}

function isHtml(head: string): boolean {
  return /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html)\b/i.test(head)
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
