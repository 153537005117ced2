import type { Finding } from '@vigie/kernel'
import { latin1, lineOf } from './bytes.js'
import { xmlFindings } from './findings.js'

const { make } = xmlFindings

/** Looks for a DOCTYPE before the root element, without parsing. UTF-16 is looked at after parsing instead. */
export function doctypeIn(bytes: Uint8Array): Finding | undefined {
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
