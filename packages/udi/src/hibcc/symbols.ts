/** The codes one HIBC text holds: a single one, or a primary and its secondary. */
export interface Symbols {
  readonly first: string
  readonly second?: string
}

/** A primary code with its check character, and after it a secondary code that begins with its own plus sign. */
const TWO_CODES = /^(\+[A-Z0-9]+[^+]|\+[A-Z0-9]+\+)(\+[$0-9][^]*)$/

/**
 * Takes apart what a scanner may send as one text: Code 39 start and stop asterisks, two codes on two lines, two
 * codes run together. Never trims: a check character may be a space.
 */
export function splitSymbols(text: string): Symbols | undefined {
  const pieces = (text.startsWith('*') ? text.split('*') : text.split(/[\r\n]+/)).filter(p => p !== '')
  if (pieces.length > 2 || pieces.some(p => !p.startsWith('+'))) return undefined
  const [first = '', second] = pieces
  if (second !== undefined) return { first, second }
  const m = TWO_CODES.exec(first)
  return m?.[1] !== undefined && m[2] !== undefined ? { first: m[1], second: m[2] } : { first }
}
