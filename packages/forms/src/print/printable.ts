import type { PrintFonts } from './fonts.js'

/** A stretch of text, or characters without a shape written by their numbers: `U+4F60 U+597D`. */
export type Piece = string | { readonly u: string }

/** Stands in a text piece where a long word may be broken. Private use: {@link printableLines} never lets one through from outside. */
export const BREAK = '\uE000'

/** More combining marks than this on one letter are written by their numbers: they would cover the lines around. */
const MARKS = 3
/** Distance of the places where a long word may be broken, in characters. */
const BREAK_EVERY = 8

export interface PrintableOptions {
  /** Words longer than this may be broken anywhere. */
  readonly longestWord?: number
  /** Trust only characters that the first font has by themselves: for fonts that join characters in a way not foreseen here. */
  readonly plainOnly?: boolean
}

const SIMPLE = /^[\x20-\x7e]*$/
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu
const NO_SHAPE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u
const JOINER = /[\u200c\u200d]/
const JOINING_LETTER = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}]/u

/**
 * A text as lines of pieces that the fonts can show. Characters without a shape of their own (control, direction,
 * private use, unassigned) and characters no font has are written by number, so that nothing can hide in a print
 * and no print fails. Left out are only the variation selectors, which choose between two looks of one character.
 */
export function printableLines(
  text: string,
  fonts: PrintFonts,
  options: PrintableOptions = {},
): readonly (readonly Piece[])[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map(line => printableLine(line, fonts, options))
}

/** As {@link printableLines}, with spaces for the line ends. */
export function printableLine(text: string, fonts: PrintFonts, options: PrintableOptions): readonly Piece[] {
  const line = text.replace(/[\t\n\r\u0085\u2028\u2029]+/g, ' ')
  const longest = options.longestWord ?? 40
  if (SIMPLE.test(line)) return line === '' ? [] : [withBreaks(Array.from(line), longest)]
  const pieces: Piece[] = []
  let shown: string[] = []
  let unseen: string[] = []
  const flush = () => {
    if (shown.length > 0) pieces.push(withBreaks(shown, longest))
    if (unseen.length > 0) pieces.push({ u: unseen.join(' ') })
    shown = []
    unseen = []
  }
  let before = ''
  for (const [cluster] of line.replace(/[\ufe00-\ufe0f]/g, '').matchAll(CLUSTER)) {
    const [seen, hidden] = divide(cluster, before, fonts, options.plainOnly === true)
    before = cluster
    if (seen !== '') {
      if (unseen.length > 0) flush()
      shown.push(seen)
    }
    if (hidden.length > 0) {
      if (shown.length > 0) flush()
      unseen.push(...hidden)
    }
  }
  flush()
  return pieces
}

/** A text as one string without notation pieces, for file metadata: characters without a shape become `U+XXXX`. */
export function printableString(text: string, fonts: PrintFonts): string {
  return printableLine(text, fonts, { longestWord: Number.POSITIVE_INFINITY })
    .map(p => (typeof p === 'string' ? p : `[${p.u}]`))
    .join('')
}

function divide(
  cluster: string,
  before: string,
  fonts: PrintFonts,
  plainOnly: boolean,
): readonly [string, readonly string[]] {
  const points = Array.from(cluster, c => c.codePointAt(0) ?? 0)
  const numbers = (from: number) => points.slice(from).map(numberOf)
  if (/^\p{Zs}/u.test(cluster)) {
    const known = fonts.familiesFor(points[0] ?? 0) !== 0
    return points.length === 1 ? [known ? cluster : ' ', []] : [' ', numbers(1)]
  }
  const joins = JOINER.test(cluster) && !plainOnly && JOINING_LETTER.test(before)
  if (NO_SHAPE.test(cluster) && !joins) return ['', numbers(0)]
  const kept = points.slice(0, 1 + MARKS)
  const families = kept.reduce((bits, c) => bits & fonts.familiesFor(c), plainOnly ? 1 : -1)
  const covered = families !== 0 && (!plainOnly || points.length === 1) && !/^\p{M}/u.test(cluster)
  return covered ? [String.fromCodePoint(...kept), numbers(kept.length)] : ['', numbers(0)]
}

function numberOf(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

function withBreaks(clusters: readonly string[], longest: number): string {
  const words = clusters.length > longest
  if (!words) return clusters.join('')
  let text = ''
  let start = 0
  for (let i = 0; i <= clusters.length; i++) {
    const c = clusters[i]
    if (c !== undefined && c !== ' ') continue
    const word = clusters.slice(start, i)
    text += word.length <= longest ? word.join('') : broken(word)
    if (c !== undefined) text += c
    start = i + 1
  }
  return text
}

function broken(word: readonly string[]): string {
  let text = ''
  for (const [i, c] of word.entries()) text += i > 0 && i % BREAK_EVERY === 0 ? BREAK + c : c
  return text
}
