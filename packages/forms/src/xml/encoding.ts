import type { Finding } from '@vigie/kernel'
import { xmlFindings } from './findings.js'

/** How a file is to be read: as it is, or decoded to text first because libxml2 does not know its encoding. */
export type Encoding =
  | { readonly declared: string; readonly decoded?: string }
  | { readonly finding: Finding }

const DECLARATION = /^<\?xml[^>]*?\sencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/
/** Encodings that libxml2 reads itself. */
const NATIVE = /^(?:utf-?8|utf-?16|utf-16[lb]e|us-ascii|ascii|iso-?8859-1|iso_8859-1|latin-?1)$/i
const START = { path: 'line 1' }

/** Finds the encoding of an XML file from its mark and its declaration (XML 1.0, appendix F). */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c, d] = [bytes[0], bytes[1], bytes[2], bytes[3]]
  if (a === 0xef && b === 0xbb && c === 0xbf) return declaredIn(bytes.subarray(3))
  if (a === 0xfe && b === 0xff) return { declared: 'UTF-16 (big-endian)' }
  if (a === 0xff && b === 0xfe) return { declared: 'UTF-16 (little-endian)' }
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return unmarked('UTF-32 (big-endian)')
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return unmarked('UTF-32 (little-endian)')
  if (a === 0 && b === 0x3c) return utf16(d === 0x3f, 'UTF-16 (big-endian)')
  if (a === 0x3c && b === 0) return utf16(c === 0x3f, 'UTF-16 (little-endian)')
  return declaredIn(bytes)
}

/** Without a mark, a UTF-16 file can be read only if it begins with an XML declaration. */
function utf16(hasDeclaration: boolean, looks: string): Encoding {
  return hasDeclaration ? { declared: looks } : unmarked(looks)
}

function unmarked(looks: string): Encoding {
  return { finding: xmlFindings.make['NO-ENCODING-MARK'](START, { looks }) }
}

function declaredIn(bytes: Uint8Array): Encoding {
  const head = String.fromCharCode(...bytes.subarray(0, 300))
  const found = DECLARATION.exec(head)
  const declared = found?.[1] ?? found?.[2] ?? 'UTF-8'
  if (NATIVE.test(declared)) {
    if (/^utf-?16/i.test(declared))
      return { finding: xmlFindings.make.ENCODING(START, { declared, line: 1, column: 1 }) }
    return { declared }
  }
  try {
    return { declared, decoded: new TextDecoder(declared, { fatal: true }).decode(bytes) }
  } catch (fault) {
    return fault instanceof RangeError
      ? { finding: xmlFindings.make['ENCODING-UNKNOWN'](START, { declared }) }
      : { finding: xmlFindings.make.ENCODING(START, { declared, line: 1, column: 1 }) }
  }
}
