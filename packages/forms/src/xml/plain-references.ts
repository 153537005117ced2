const REFERENCE = /^&(?:(amp|lt|gt|quot|apos)|#(?:([0-9]{1,7})|x([0-9A-Fa-f]{1,6})));/
const LETTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** The longest reference is `&#1114111;`. */
const LONGEST = 10

export interface Reference {
  /** The bytes it is written with. */
  readonly length: number
  readonly letter: string
}

const AMPERSAND: Reference = { length: 5, letter: '&' }

/**
 * The reference at an `&`: one of the five predefined entities (XML 1.0, section 4.6) or a character that XML allows by
 * its number. Undefined for anything else.
 */
export function referenceAt(text: Buffer, at: number): Reference | undefined {
  if (text[at + 1] === 0x61 && text[at + 2] === 0x6d && text[at + 3] === 0x70 && text[at + 4] === 0x3b)
    return AMPERSAND
  const [written, name, decimal, hex] = REFERENCE.exec(text.toString('latin1', at, at + LONGEST)) ?? []
  if (written === undefined) return undefined
  if (name !== undefined) return { length: written.length, letter: LETTERS[name] ?? '' }
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return isChar(code) ? { length: written.length, letter: String.fromCodePoint(code) } : undefined
}

/** XML 1.0, production 2. */
function isChar(code: number): boolean {
  if (code < 32) return code === 9 || code === 10 || code === 13
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff)
}

/** A text with its references replaced. All are known to be good. */
export function withoutReferences(written: string): string {
  return written.replace(/&#?\w+;/g, reference => {
    const [, name, decimal, hex] = REFERENCE.exec(reference) ?? []
    if (name !== undefined) return LETTERS[name] ?? ''
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
  })
}
