import { isText } from './plain-names.js'
import { isXmlUtf8 } from './utf8.js'

/** Far below every limit of libxml2 on the length of a text. Longer documents are rare. */
const MAX_BYTES = 1_000_000

/**
 * The bytes of a document, if these are UTF-8 without a mark and hold only characters of XML 1.0 (production 2, Char);
 * line ends made one line feed (section 2.11). Undefined for anything else, a carriage return that stands alone included.
 */
export function plainText(bytes: Uint8Array): Buffer | undefined {
  if (bytes.length > MAX_BYTES || bytes[0] !== 0x3c || !isXmlUtf8(bytes)) return undefined
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (!text.includes(0x0d)) return text
  const normal = Buffer.allocUnsafe(text.length)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const byte = text[at] ?? 0
    if (byte !== 0x0d) normal[length++] = byte
    else if (text[at + 1] !== 0x0a) return undefined
  }
  return normal.subarray(0, length)
}

const SHORT = 64
const SLOTS = 4096
/** Short ASCII texts met lately, each in the slot of its hash: answers such as Yes, codes and dates come again and again. */
const lately: string[] = Array.from({ length: SLOTS }, () => '')

/** What a range of plain text says. It does not keep the document in memory. */
export function textBetween(text: Buffer, start: number, end: number): string {
  if (end - start > SHORT) return text.toString('utf8', start, end)
  let hash = 0
  for (let at = start; at < end; at++) {
    const byte = text[at] ?? 0
    if (byte > 127) return text.toString('utf8', start, end)
    hash = (Math.imul(hash, 31) + byte) | 0
  }
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  const known = lately[slot] ?? ''
  if (isText(text, start, end, known)) return known
  const said = text.toString('latin1', start, end)
  lately[slot] = said
  return said
}
