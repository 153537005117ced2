import { inflateSync } from 'node:zlib'

/** What a PDF says about its form data. */
export type PdfData = { readonly datasets: Uint8Array } | { readonly encrypted: boolean }

const STREAM = new TextEncoder().encode('stream')
const MAX_INFLATED = 50 * 1024 * 1024
const NO_DATA = /\/(?:Image|XObject|Font|ObjStm|XRef|ICCBased|Metadata)\b/

/**
 * Finds the XFA form data (the `datasets` packet) in a PDF. Streams are looked through one by one, so a damaged
 * cross-reference table does not matter; of several saved states the last one counts.
 * A PDF without such data, or an encrypted one, has none to give.
 */
export function formDataOfPdf(bytes: Uint8Array): PdfData {
  let found: Uint8Array | undefined
  for (let at = indexOf(bytes, STREAM, 0); at >= 0; at = indexOf(bytes, STREAM, at + 6)) {
    if (ascii(bytes, at - 3, at) === 'end') continue
    const dictionary = ascii(bytes, Math.max(0, at - 400), at).replace(/^[\s\S]*\bobj\b/, '')
    if (NO_DATA.test(dictionary)) continue
    const start = at + 6 + (bytes[at + 6] === 13 ? 2 : 1)
    const end = endOfStream(bytes, start)
    const content = dictionary.includes('/FlateDecode')
      ? inflated(bytes.subarray(start, end))
      : bytes.subarray(start, end)
    const datasets = content === undefined ? undefined : datasetsIn(content)
    if (datasets !== undefined) found = datasets
    at = end
  }
  if (found !== undefined) return { datasets: found }
  return { encrypted: /\/Encrypt\b/.test(ascii(bytes, 0, bytes.length)) }
}

function indexOf(bytes: Uint8Array, mark: Uint8Array, from: number): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(mark, from)
}

function endOfStream(bytes: Uint8Array, from: number): number {
  const end = indexOf(bytes, new TextEncoder().encode('endstream'), from)
  return end < 0 ? bytes.length : end
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    Math.max(0, from),
    to,
  )
}

function inflated(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_INFLATED })
  } catch {
    return undefined // A stream of something else, or encrypted: not the form data.
  }
}

/** The `datasets` element of a packet, or of a whole XFA document in one stream. */
function datasetsIn(content: Uint8Array): Uint8Array | undefined {
  const text = ascii(content, 0, content.length)
  const open = /<(\w+:)?datasets[\s>]/.exec(text)
  if (open === null) return undefined
  const close = `</${open[1] ?? ''}datasets>`
  const end = text.lastIndexOf(close)
  return end < 0 ? undefined : content.subarray(open.index, end + close.length)
}
