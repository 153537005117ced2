import type { Answer } from './report.js'
import type { Leaf, ReportKey } from './table.js'
import { typeFor } from './table.js'
import type { Cursor, NodeAddress } from './xml/cursor.js'

/**
 * An answer in free words that are decoded only when somebody reads them, which a check mostly does not. It is good as
 * long as its document is open; {@link settled} makes a lasting answer of it.
 */
export class UnreadText {
  readonly state = 'answered'
  #texts: readonly [string] | undefined

  constructor(
    readonly cursor: Cursor,
    readonly at: NodeAddress,
  ) {}

  get texts(): readonly [string] {
    this.#texts ??= [this.cursor.textOf(this.at)]
    return this.#texts
  }

  /** Whether there is nothing but XML white space. */
  isBlank(): boolean {
    return this.cursor.isBlank(this.at)
  }

  /** Whether the text has at most so many code points; false also if that is not known without decoding it. */
  isWithin(codePoints: number): boolean {
    return isWithin(this.cursor, this.at, codePoints)
  }
}

/**
 * Whether a text is a value of the field whatever it says, and an answer in words. Then it need not be decoded.
 *
 * @param at a text node, which is never empty
 */
export function isFree(leaf: Leaf, key: ReportKey | undefined, cursor: Cursor, at: NodeAddress): boolean {
  const type = typeFor(leaf, key)
  if (type.base !== 'string' || type.values !== undefined || type.digits === true) return false
  const size = cursor.textSize(at)
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = type
  if (minLength > 1 && size < minLength * MOST_BYTES) return false
  if (leaf.word !== undefined && size <= LONGEST_WORD) return false
  return size <= maxLength || isWithin(cursor, at, maxLength)
}

/** A code point has at most so many bytes in UTF-8. */
const MOST_BYTES = 4
/** Not shorter than any text that a form has for "unknown" and the like. */
const LONGEST_WORD = 40

function isWithin(cursor: Cursor, at: NodeAddress, codePoints: number): boolean {
  const size = cursor.textSize(at)
  return size <= codePoints || (size <= codePoints * MOST_BYTES && cursor.mostCodePoints(at) <= codePoints)
}

/** The same answer, good for ever. */
export function settled(answer: Answer): Answer {
  return answer instanceof UnreadText ? { state: 'answered', texts: answer.texts } : answer
}
