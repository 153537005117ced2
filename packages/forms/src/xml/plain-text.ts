import { isXmlUtf8 } from './utf8.js'

/** Far below every limit of libxml2 on the length of a text. Longer documents are rare. */
const MAX_BYTES = 1_000_000

/**
 * The bytes of a plain document as a text with one letter a byte, so that nothing is decoded before it is asked for:
 * UTF-8 without a mark, only characters of XML 1.0 (production 2, Char), line ends made one line feed (section 2.11).
 * Undefined for anything else, a carriage return that stands alone included. See {@link utf8Of}.
 */
export function plainText(bytes: Uint8Array): string | undefined {
  if (bytes.length > MAX_BYTES || bytes[0] !== 0x3c || !isXmlUtf8(bytes)) return undefined
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  if (text.includes(']]>')) return undefined
  if (!text.includes('\r')) return text
  const normal = text.replaceAll('\r\n', '\n')
  return normal.includes('\r') ? undefined : normal
}

/** A slice of up to this many letters is a copy; a longer one would keep the whole document in memory. */
const COPIED = 12

/** What a part of a plain text says, its bytes being known to be UTF-8. It does not keep the document in memory. */
export function utf8Of(part: string): string {
  return part.length > COPIED || /[\x80-\xff]/.test(part)
    ? Buffer.from(part, 'latin1').toString('utf8')
    : part
}
