/** The least code point that needs a sequence of this many bytes. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000]

/**
 * Whether bytes are well-formed UTF-8 (Unicode, table 3-7) and hold only characters that XML 1.0 allows (production 2,
 * Char). Nothing is decoded, and ASCII is looked at four bytes at a time.
 */
export function isXmlUtf8(bytes: Uint8Array): boolean {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2)
  let at = 0
  while (at < aligned.length) {
    if ((at & 3) === 0 && isAsciiText(words[at >> 2] ?? 0)) at += 4
    else {
      const length = characterAt(aligned, at)
      if (length === 0) return false
      at += length
    }
  }
  return true
}

/** Whether all four bytes are from 32 to 127. */
function isAsciiText(word: number): boolean {
  return ((word | ((word - 0x20202020) & ~word)) & 0x80808080) === 0
}

/** How many bytes the character has, or 0 if it is none that may be there. */
function characterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return first >= 32 || first === 9 || first === 10 || first === 13 ? 1 : 0
  if (first < 0xc0 || first >= 0xf8) return 0
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  let code = first & (0xff >> (length + 1))
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] ?? 0
    if ((next & 0xc0) !== 0x80) return 0
    code = (code << 6) | (next & 0x3f)
  }
  const isChar = code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff)
  return isChar && code >= (LEAST[length] ?? 0) ? length : 0
}
