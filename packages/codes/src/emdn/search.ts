import { searchOver } from '../search/engine.js'
import { type EmdnReleaseId, emdn, LATEST_EMDN } from './emdn.js'
import type { EmdnCode, EmdnEntry } from './entry.js'

export interface EmdnHit {
  readonly code: EmdnCode
  readonly term: string
  /** The terms above it, from the category down. */
  readonly path: readonly string[]
  readonly terminal: boolean
  /** Higher is better; comparable within one search only. */
  readonly score: number
}

export interface EmdnSearchOptions {
  readonly release?: EmdnReleaseId
  /** Number of hits at most; 20 by default. */
  readonly limit?: number
  /** Only codes at the end of a branch. */
  readonly terminalOnly?: boolean
}

type Search = ReturnType<typeof searchOver<EmdnEntry>>
const built = new Map<EmdnReleaseId, Search>()

function searchOf(id: EmdnReleaseId): Search {
  const known = built.get(id)
  if (known !== undefined) return known
  const release = emdn(id)
  const made = searchOver(
    release.entries.map(entry => ({
      entry,
      term: entry.term,
      also: [],
      above: release
        .path(entry.code)
        .slice(0, -1)
        .map(e => e.term),
      weight: / - OTHERS?$/.test(entry.term) ? 0.7 : 1,
    })),
  )
  built.set(id, made)
  return made
}

/**
 * Finds EMDN codes by the user's own words, best first. A text that is a code gives that code first, then the codes
 * below it. The index is built at the first search.
 */
export function searchEmdn(words: string, options: EmdnSearchOptions = {}): readonly EmdnHit[] {
  const release = emdn(options.release ?? LATEST_EMDN)
  const limit = options.limit ?? 20
  const accept = (e: EmdnEntry): boolean => options.terminalOnly !== true || e.terminal
  const exact = release.get(words.trim().toUpperCase())
  const hits =
    exact === undefined
      ? searchOf(release.id)(words, accept, limit)
      : [exact, ...release.children(exact.code)]
          .filter(accept)
          .slice(0, limit)
          .map((entry, i) => ({ entry, score: 1 / (i + 1) }))
  return hits.map(({ entry, score }) => ({
    code: entry.code,
    term: entry.term,
    path: release
      .path(entry.code)
      .slice(0, -1)
      .map(e => e.term),
    terminal: entry.terminal,
    score,
  }))
}
