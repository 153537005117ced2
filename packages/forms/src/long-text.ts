import type { Answer } from './report.js'
import type { Leaf, ReportKey } from './table.js'
import { typeFor } from './table.js'
import type { Cursor, NodeAddress } from './xml/cursor.js'

/** Texts of a smaller size are decoded at once. */
const LONG = 200

/**
 * An answer with a long text that is decoded only when somebody reads it, which a check mostly does not. It is good as
 * long as its document is open; {@link settled} makes a lasting answer of it.
 */
export class LongText {
  readonly state = 'answered'
  #texts: readonly [string] | undefined

  constructor(
    readonly cursor: Cursor,
    readonly at: NodeAddress,
    /** See {@link Cursor.textSize}. */
    readonly size: number,
  ) {}

  get texts(): readonly [string] {
    this.#texts ??= [this.cursor.textOf(this.at)]
    return this.#texts
  }

  /** Whether there is nothing but XML white space. */
  isBlank(): boolean {
    return this.cursor.isBlank(this.at)
  }
}

/**
 * Whether a text of this size is long, and a value of the field whatever it says.
 *
 * @param size at least its number of code points, and at most four times that
 */
export function isLongAndFree(leaf: Leaf, key: ReportKey | undefined, size: number): boolean {
  if (size < LONG) return false
  const type = typeFor(leaf, key)
  if (type.base !== 'string' || type.values !== undefined || type.digits === true) return false
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = type
  return size <= maxLength && size >= minLength * 4
}

/** The same answer, good for ever. */
export function settled(answer: Answer): Answer {
  return answer instanceof LongText ? { state: 'answered', texts: answer.texts } : answer
}
