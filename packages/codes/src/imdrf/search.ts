import { type Searchable, searchOver } from '../search/engine.js'
import type { ImdrfAnnex, ImdrfCode, ImdrfEntry, ImdrfStatus } from './entry.js'
import { FIELD_WORDS } from './field-words.js'
import { type ImdrfReleaseId, imdrf, LATEST_IMDRF } from './release.js'

export interface ImdrfHit {
  readonly code: ImdrfCode
  readonly annex: ImdrfAnnex
  readonly term: string
  /** The terms above it, from the top down. */
  readonly path: readonly string[]
  readonly level: 1 | 2 | 3
  readonly selectable: boolean
  readonly status: ImdrfStatus
  /** Higher is better; comparable within one search only. */
  readonly score: number
}

export interface ImdrfSearchOptions {
  readonly annex?: ImdrfAnnex
  readonly release?: ImdrfReleaseId
  /** Number of hits at most; 20 by default. */
  readonly limit?: number
}

type Search = ReturnType<typeof searchOver<ImdrfEntry>>
const built = new Map<ImdrfReleaseId, Search>()

function searchable(entry: ImdrfEntry, release: ImdrfReleaseId): Searchable<ImdrfEntry> {
  const above = imdrf(release).path(entry.code).slice(0, -1)
  const said = entry.annex === 'A' || entry.annex === 'E' || entry.annex === 'F' ? 1.1 : 0.85
  const weight = said * (entry.selectable ? 1 : 0.25) * (entry.noContent === undefined ? 1 : 0.9)
  return {
    entry,
    term: entry.term,
    also: FIELD_WORDS[entry.code]?.split('; ') ?? [],
    above: above.map(a => a.term),
    weight,
  }
}

function searchOf(id: ImdrfReleaseId): Search {
  const known = built.get(id)
  if (known !== undefined) return known
  const release = imdrf(id)
  const made = searchOver(
    release.annexes.flatMap(({ annex }) => release.entries(annex).map(e => searchable(e, id))),
  )
  built.set(id, made)
  return made
}

/**
 * Finds codes by the user's own words, best first: "battery dead", "wire snapped", "oedema". A text that is a code
 * gives that code first, then what is below it. The index is built at the first search.
 */
export function searchImdrf(words: string, options: ImdrfSearchOptions = {}): readonly ImdrfHit[] {
  const release = options.release ?? LATEST_IMDRF
  const limit = options.limit ?? 20
  const accept = (e: ImdrfEntry): boolean => options.annex === undefined || e.annex === options.annex
  const exact = imdrf(release).get(words.trim().toUpperCase())
  const hits =
    exact === undefined
      ? searchOf(release)(words, accept, limit)
      : [exact, ...imdrf(release).children(exact.code)]
          .filter(accept)
          .slice(0, limit)
          .map((entry, i) => ({ entry, score: 1 / (i + 1) }))
  return hits.map(({ entry, score }) => ({
    code: entry.code,
    annex: entry.annex,
    term: entry.term,
    path: imdrf(release)
      .path(entry.code)
      .slice(0, -1)
      .map(e => e.term),
    level: entry.level,
    selectable: entry.selectable,
    status: entry.status,
    score,
  }))
}
