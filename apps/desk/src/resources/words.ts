import { type RawBuilder, sql } from 'kysely'

const MOST_WORDS = 8
const SHORTEST = 2
const LONGEST = 64
/** The same cuts as in the record: blanks and the signs of ASCII. Letters of other scripts stay in words. */
const CUT = /[\s!-/:-@[-`{-~]+/

/**
 * What is looked for, word by word, each with its ways of being written small: a database with the locale C makes only
 * the letters of ASCII small.
 */
export function searchWords(text: string): readonly (readonly string[])[] {
  const words = text.split(CUT).filter(w => [...w].length >= SHORTEST && [...w].length <= LONGEST)
  return [...new Set(words)].slice(0, MOST_WORDS).map(word => {
    const small = word.toLowerCase()
    const [first = '', ...rest] = [...small]
    const ascii = word.replaceAll(/[A-Z]/g, c => c.toLowerCase())
    return [...new Set([small, ascii, first.toUpperCase() + rest.join('')])]
  })
}

/** The first text after all that begin so, in the order of code points. */
function after(prefix: string): string {
  const points = [...prefix]
  const last = points.pop()?.codePointAt(0) ?? 0
  // Half characters and what lies past the last code point have no place in a text.
  const next = last === 0xd7ff ? 0xe000 : last + 1
  return next > 0x10ffff ? after(points.join('')) : points.join('') + String.fromCodePoint(next)
}

/** Whether a word of the index, in the alias `w`, begins with one of these. */
export function beginsWith(ways: readonly string[], w: string): RawBuilder<unknown> {
  const ranges = ways.map(way => {
    const word = sql.ref(`${w}.word`)
    return sql`(${word} >= ${way} and ${word} < ${after(way)})`
  })
  return sql`(${sql.join(ranges, sql` or `)})`
}

/** A condition on a row of a table: every word begins a word of the record. No words fit nothing. */
export function wordsCondition(entity: string, text: string): RawBuilder<unknown> {
  const words = searchWords(text)
  if (words.length === 0) return sql`false`
  const each = words.map(
    ways => sql`(tenant_id, id) in (select w.tenant_id, w.entity_id from search_words w
      where w.entity = ${entity} and ${beginsWith(ways, 'w')})`,
  )
  return sql`(${sql.join(each, sql` and `)})`
}
