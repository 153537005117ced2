/** What a file is by its first bytes, and by its name only where the bytes leave it open. */
export interface Sniffed {
  readonly mediaType: string
  /** In words, for a sentence. */
  readonly what: string
}

/** So many first bytes are looked at. */
export const SNIFFED = 4096

const MAGIC: readonly (readonly [string, string, string])[] = [
  ['25504446', 'application/pdf', 'a PDF'],
  ['89504e470d0a1a0a', 'image/png', 'a PNG picture'],
  ['ffd8ff', 'image/jpeg', 'a JPEG picture'],
  ['474946383', 'image/gif', 'a GIF picture'],
  ['49492a00', 'image/tiff', 'a TIFF picture'],
  ['4d4d002a', 'image/tiff', 'a TIFF picture'],
  ['1f8b', 'application/gzip', 'a gzip archive'],
  ['d0cf11e0a1b11ae1', 'application/x-ole-storage', 'an old Office file or an Outlook message'],
  ['504b0304', 'application/zip', 'a zip archive'],
  ['504b0506', 'application/zip', 'a zip archive'],
]
const OOXML = 'application/vnd.openxmlformats-officedocument'
const ZIPPED: Readonly<Record<string, string>> = {
  docx: `${OOXML}.wordprocessingml.document`,
  xlsx: `${OOXML}.spreadsheetml.sheet`,
  pptx: `${OOXML}.presentationml.presentation`,
}
const TEXTS: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  eml: 'message/rfc822',
  json: 'application/json',
}
/** The endings that promise a kind of file which its first bytes show. */
const PROMISED: Readonly<Record<string, RegExp>> = {
  pdf: /^application\/pdf$/,
  png: /^image\/png$/,
  jpg: /^image\/jpeg$/,
  jpeg: /^image\/jpeg$/,
  gif: /^image\/gif$/,
  tif: /^image\/tiff$/,
  tiff: /^image\/tiff$/,
  zip: /^application\/zip$/,
  docx: /wordprocessingml/,
  xlsx: /spreadsheetml/,
  pptx: /presentationml/,
}

/** Tells what a file is. A page of the web is told as plain text: it is never shown as a page. */
export function mediaTypeOf(first: Uint8Array, name: string): Sniffed {
  const hex = Buffer.from(first.subarray(0, 16)).toString('hex')
  const ending = endingOf(name)
  const magic = MAGIC.find(([start]) => hex.startsWith(start))
  if (magic !== undefined) {
    const [, mediaType, what] = magic
    const office = mediaType === 'application/zip' ? ZIPPED[ending] : undefined
    return office === undefined ? { mediaType, what } : { mediaType: office, what: 'an Office file' }
  }
  if (hex.startsWith('52494646') && hex.slice(16, 24) === '57454250') {
    return { mediaType: 'image/webp', what: 'a WebP picture' }
  }
  const text = textOf(first)
  if (text === undefined) return { mediaType: 'application/octet-stream', what: 'a file of an unknown kind' }
  if (/<(!doctype\s+html|html|head|body|script|svg|iframe|img)\b/i.test(text)) {
    return { mediaType: 'text/plain', what: 'a page of the web (HTML)' }
  }
  if (/^\uFEFF?\s*<(\?xml\b|[A-Za-z_][\w.-]*[\s/>])/.test(text))
    return { mediaType: 'application/xml', what: 'XML' }
  const mediaType = TEXTS[ending] ?? 'text/plain'
  return { mediaType, what: 'text' }
}

/** Why a file does not keep what its name promises; undefined where it does. */
export function brokenPromise(name: string, found: Sniffed): string | undefined {
  const ending = endingOf(name)
  const promised = Object.hasOwn(PROMISED, ending) ? PROMISED[ending] : undefined
  if (promised === undefined || promised.test(found.mediaType)) return undefined
  return `The file is named .${ending}, but it is ${found.what}.`
}

const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** The bytes as text, when they are text in UTF-8 (a character cut at the end does not count). */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    // Old text in a one-byte code has no controls below the blank but tabs and line ends.
    const isText = bytes.every(b => b >= 32 || b === 9 || b === 10 || b === 13)
    return isText ? Buffer.from(bytes).toString('latin1') : undefined
  }
}
