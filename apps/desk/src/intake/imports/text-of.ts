import { importFindings } from './findings.js'
import { refuseImport } from './refuse.js'

export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly notice: string | null
}

const starts = (bytes: Uint8Array, ...head: number[]) => head.every((b, i) => bytes[i] === b)

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so; what is neither is read as Windows-1252, with a
 * notice, since no file says that it is.
 */
export function textOf(bytes: Uint8Array): DecodedText {
  const decoded = decode(bytes)
  if (decoded.text.includes('\u0000')) refuseImport([importFindings.make.CHARACTER({ path: 'file' }, {})])
  return decoded
}

function decode(bytes: Uint8Array): DecodedText {
  const as = (encoding: DecodedText['encoding'], notice: string | null = null) => {
    const text = new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes)
    return { text, encoding, notice }
  }
  if (starts(bytes, 0xff, 0xfe)) return as('utf-16le')
  if (starts(bytes, 0xfe, 0xff)) return as('utf-16be')
  try {
    return as('utf-8')
  } catch {
    return as(
      'windows-1252',
      'The file is not UTF-8; it was read as Windows-1252. Look at the letters with marks before you go on.',
    )
  }
}
