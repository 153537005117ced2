import MiniSearch from 'minisearch'
import { stem, stems } from './stem.js'
import { synonymsOf } from './synonyms.js'

/** One thing that can be found. */
export interface Searchable<T> {
  readonly entry: T
  readonly term: string
  /** What people call it in the field, one phrase each. */
  readonly also: readonly string[]
  /** The terms above it. */
  readonly above: readonly string[]
  /** 1 for an ordinary entry, less for one that should come later. */
  readonly weight: number
}

export interface Hit<T> {
  readonly entry: T
  /** Higher is better; comparable within one search only. */
  readonly score: number
}

/** Words that stand in most complaints and say little. */
const COMMON = new Set(
  stems(
    'patient device user problem used using product nurse doctor machine unit system issue off on out up down',
  ),
)
const LITTLE = 0.25
/** A longer text is cut: the first words of a narrative say most, and each word costs time. */
const MOST_WORDS = 40
const NOT = stem('not')

interface Word {
  readonly stem: string
  readonly weight: number
  readonly synonyms: ReadonlySet<string>
}

function readQuery(text: string): readonly Word[] {
  const found = [...new Set(stems(text))].slice(0, MOST_WORDS)
  return found.map(s => ({
    stem: s,
    weight: COMMON.has(s) ? LITTLE : s === NOT ? 0.5 : 1,
    synonyms: synonymsOf(s),
  }))
}

/** How well a phrase and the query say the same: 1 for the same words, 0 for none in common. */
function likeness(query: readonly Word[], phrase: readonly string[]): number {
  let shared = 0
  let total = 0
  const left = new Set(phrase)
  for (const word of query) {
    total += word.weight
    const synonym = left.has(word.stem) ? word.stem : phrase.find(p => word.synonyms.has(p) && left.has(p))
    if (synonym === undefined) continue
    left.delete(synonym)
    shared += word.weight * (synonym === word.stem ? 1 : 0.8)
  }
  const unsaid = [...left].reduce((sum, s) => sum + (COMMON.has(s) ? LITTLE : s === NOT ? 0.5 : 1), 0)
  return total + unsaid === 0 ? 0 : shared / (total + unsaid)
}

/**
 * Builds a search over texts: whole words and beginnings, one or two typing errors in longer words, plural and other
 * forms, British and American spelling, and words of the field. The result of building is the search itself.
 */
export function searchOver<T>(
  things: readonly Searchable<T>[],
): (text: string, accept: (entry: T) => boolean, limit: number) => readonly Hit<T>[] {
  // A term stands above many others: stem each text once.
  const memo = new Map<string, string[]>()
  const stemsOf = (text: string): string[] => {
    const known = memo.get(text)
    if (known !== undefined) return known
    const made = stems(text)
    memo.set(text, made)
    return made
  }
  const phrases = things.map(t => [t.term, ...t.also].map(stemsOf))
  const vocabulary = new Set(phrases.flat(2))
  const index = new MiniSearch<{ id: number; term: string; also: string; above: string }>({
    fields: ['term', 'also', 'above'],
    tokenize: text => text.split(' '),
    processTerm: term => term,
  })
  index.addAll(
    things.map((t, id) => {
      const [term = [], ...also] = phrases[id] ?? []
      return {
        id,
        term: term.join(' '),
        also: also.flat().join(' '),
        above: t.above.flatMap(stemsOf).join(' '),
      }
    }),
  )
  return (text, accept, limit) => {
    const query = readQuery(text)
    const terms = new Map<string, number>()
    for (const w of query)
      for (const s of w.synonyms) terms.set(s, Math.max(terms.get(s) ?? 0, 0.3 * w.weight))
    for (const w of query) terms.set(w.stem, w.weight)
    const own = new Set(query.map(w => w.stem))
    const last = query.at(-1)?.stem
    const raw = index.search([...terms.keys()].join(' '), {
      boost: { term: 3, also: 2.5, above: 0.4 },
      boostTerm: term => terms.get(term) ?? 1,
      prefix: term => own.has(term) && term.length > 2 && (term === last || !vocabulary.has(term)),
      fuzzy: term =>
        own.has(term) && !vocabulary.has(term) ? (term.length > 7 ? 2 : term.length > 4 ? 1 : false) : false,
    })
    const all = query.reduce((sum, w) => sum + w.weight, 0)
    const hits: Hit<T>[] = []
    for (const result of raw) {
      const id: number = result.id
      const thing = things[id]
      if (thing === undefined || !accept(thing.entry)) continue
      const matched = new Set(result.queryTerms)
      const covered = query.reduce((sum, w) => {
        if (matched.has(w.stem)) return sum + w.weight
        return [...w.synonyms].some(s => matched.has(s)) ? sum + 0.8 * w.weight : sum
      }, 0)
      const said = Math.max(...(phrases[id] ?? []).map(p => likeness(query, p)))
      const score = result.score * (0.1 + (covered / all) ** 2) * (1 + 8 * said ** 3) * thing.weight
      hits.push({ entry: thing.entry, score })
    }
    return hits.sort((a, b) => b.score - a.score).slice(0, limit)
  }
}
