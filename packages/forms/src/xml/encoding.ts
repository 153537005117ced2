import type { Finding } from '@vigie/kernel'
import { xmlFindings } from './findings.js'

/** The encoding of a file in words, or why it cannot be read. */
export type Encoding = { readonly declared: string } | { readonly finding: Finding }

const DECLARATION = /^<\?xml[^>]*?\sencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/
const START = { path: 'line 1' }

/**
 * Finds the encoding of an XML file from its mark and its declaration (XML 1.0, appendix F). Decoding is left to
 * libxml2; caught here is only what it would tell less clearly.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c, d] = [bytes[0], bytes[1], bytes[2], bytes[3]]
  if (a === 0xfe && b === 0xff) return { declared: 'UTF-16 (big-endian)' }
  if (a === 0xff && b === 0xfe) return { declared: 'UTF-16 (little-endian)' }
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return unmarked('UTF-32 (big-endian)')
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return unmarked('UTF-32 (little-endian)')
  if (a === 0 && b === 0x3c) return utf16(d === 0x3f, 'UTF-16 (big-endian)')
  if (a === 0x3c && b === 0) return utf16(c === 0x3f, 'UTF-16 (little-endian)')
  const marked = a === 0xef && b === 0xbb && c === 0xbf
  return declaredIn(marked ? bytes.subarray(3) : bytes)
}

/** Without a mark, a UTF-16 file can be read only if it begins with an XML declaration. */
function utf16(hasDeclaration: boolean, looks: string): Encoding {
  return hasDeclaration ? { declared: looks } : unmarked(looks)
}

function unmarked(looks: string): Encoding {
  return { finding: xmlFindings.make['NO-ENCODING-MARK'](START, { looks }) }
}

function declaredIn(bytes: Uint8Array): Encoding {
  if (bytes[0] !== 0x3c || bytes[1] !== 0x3f) return { declared: 'UTF-8' }
  const end = Math.min(bytes.indexOf(0x3e) + 1, 300)
  const found = DECLARATION.exec(String.fromCharCode(...bytes.subarray(0, end)))
  const declared = found?.[1] ?? found?.[2] ?? 'UTF-8'
  // A declaration that can be read byte by byte is not in UTF-16.
  return /^(?:utf-?16|utf-?32|ucs-?[24])/i.test(declared)
    ? { finding: xmlFindings.make.ENCODING(START, { declared, line: 1, column: 1 }) }
    : { declared }
}
