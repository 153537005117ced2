import { isUtf8 } from 'node:buffer'

/**
 * Whether bytes are well-formed UTF-8 (Unicode, table 3-7) and hold only characters that XML 1.0 allows (production 2,
 * Char). Nothing is decoded. Of the characters that UTF-8 can say, XML leaves out control characters, U+FFFE and U+FFFF.
 */
export function isXmlUtf8(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && !hasControl(bytes) && !hasNonCharacter(bytes)
}

/** Looks at four bytes at a time. */
function hasControl(bytes: Uint8Array): boolean {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2)
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? 0
    // The highest bit of a byte is left where taking 32 from it borrows: where it is less than 32.
    if (((word - 0x20202020) & ~word & 0x80808080) !== 0)
      for (let at = i * 4; at < i * 4 + 4; at++) if (isControl(aligned[at] ?? 0)) return true
  }
  for (let at = words.length * 4; at < aligned.length; at++) if (isControl(aligned[at] ?? 0)) return true
  return false
}

function isControl(byte: number): boolean {
  return byte < 32 && byte !== 9 && byte !== 10 && byte !== 13
}

function hasNonCharacter(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe) return true
  return false
}

const NO_WORDS = new Int32Array(0)

/** The number of code points in a range of UTF-8: of the bytes that do not go on with one. Looks at four at a time. */
export function codePointsBetween(bytes: Uint8Array, start: number, end: number): number {
  let count = end - start
  let at = start
  for (; at < end && ((bytes.byteOffset + at) & 3) !== 0; at++)
    if (((bytes[at] ?? 0) & 0xc0) === 0x80) count--
  const words = end - at < 4 ? NO_WORDS : new Int32Array(bytes.buffer, bytes.byteOffset + at, (end - at) >> 2)
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? 0
    if ((word & 0x80808080) === 0) continue
    // A byte that goes on has its highest bit set and the next one not.
    let marks = word & ~(word << 1) & 0x80808080
    for (; marks !== 0; marks &= marks - 1) count--
  }
  for (at += words.length * 4; at < end; at++) if (((bytes[at] ?? 0) & 0xc0) === 0x80) count--
  return count
}
