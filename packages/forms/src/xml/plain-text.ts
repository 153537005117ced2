const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Far below every limit of libxml2 on the length of a text. Longer documents are rare. */
const MAX_BYTES = 1_000_000
/** What XML 1.0 (production 2, Char) does not allow. Half surrogates cannot come out of the decoder. */
const NOT_CHAR = /[^\t\n\r\x20-\ufffd]/

/**
 * The text of a plain document: UTF-8 without a mark, only characters of XML 1.0, line ends made one line feed
 * (section 2.11). Undefined for anything else, a carriage return that stands alone included.
 */
export function plainText(bytes: Uint8Array): string | undefined {
  if (bytes.length > MAX_BYTES || bytes[0] !== 0x3c) return undefined
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return undefined
  }
  if (NOT_CHAR.test(text) || text.includes(']]>')) return undefined
  if (!text.includes('\r')) return text
  const normal = text.replaceAll('\r\n', '\n')
  return normal.includes('\r') ? undefined : normal
}
