import type { Finding } from '@vigie/kernel'
import {
  IMDRF_ANNEXES,
  type ImdrfAnnex,
  type ImdrfEntry,
  type ImdrfStatus,
  replacementText,
} from './entry.js'
import { imdrfFindings } from './findings.js'
import { type ImdrfRelease, type ImdrfReleaseId, imdrf, LATEST_IMDRF } from './release.js'

export interface ImdrfCheckOptions {
  /** The annex the field asks for. Left out: any. */
  readonly annex?: ImdrfAnnex
  readonly release?: ImdrfReleaseId
  /** Whether the code stands in a final report, where "not yet known" is no answer. */
  readonly finalReport?: boolean
  /** Whether the explanation beside a "no suitable term" code is filled in. Left out counts as no. */
  readonly explained?: boolean
  /** Where the code stands, for the findings. `code` by default. */
  readonly path?: string
  /** The section letter of the form. */
  readonly place?: string
}

/**
 * Everything wrong with one IMDRF code in a report; empty when nothing is. Basis: IMDRF/AE WG/N43 and N86.
 * A code that is only written badly is checked further as the code that was meant.
 */
export function checkImdrfCode(code: string, options: ImdrfCheckOptions = {}): readonly Finding[] {
  const release = imdrf(options.release)
  const where = {
    path: options.path ?? 'code',
    ...(options.place === undefined ? {} : { place: options.place }),
  }
  const { make } = imdrfFindings
  const exact = release.get(code)
  const entry = exact ?? release.get(asCode(code))
  if (entry === undefined) {
    const nearest = nearestGroup(asCode(code), release)
    return [make.UNKNOWN(where, { code, release: release.id, ...(nearest === undefined ? {} : { nearest }) })]
  }
  const found: Finding[] = []
  if (exact === undefined) found.push(make.WRITTEN(where, { code, meant: entry.code }))
  if (options.annex !== undefined && options.annex !== entry.annex) {
    const expected = options.annex
    found.push(make['WRONG-ANNEX'](where, { ...entry, expected, title: IMDRF_ANNEXES[expected] }))
  }
  if (entry.status === 'not-selectable') found.push(make['NOT-SELECTABLE'](where, entry))
  if (entry.replacement !== undefined) {
    const { since } = entry.replacement
    found.push(make.RETIRED(where, { ...entry, since, advice: replacementText(entry.replacement) }))
  }
  if (entry.noContent === 'no-suitable-term' && options.explained !== true) {
    found.push(make.EXPLAIN(where, entry))
  }
  if (entry.noContent === 'not-yet-known' && options.finalReport === true) {
    found.push(make['NOT-YET-KNOWN'](where, entry))
  }
  const below = entry.selectable ? release.children(entry.code).filter(c => c.selectable) : []
  const [example] = below
  if (example !== undefined)
    found.push(make['LOWER-LEVEL'](where, { ...entry, below: below.length, example }))
  return found
}

/** What a badly written code most likely was meant to be: `a05-01` gives `A0501`, `AO5` gives `A05`. */
function asCode(text: string): string {
  const bare = text.toUpperCase().replace(/[\s.\-_/]/g, '')
  return bare.slice(0, 1) + bare.slice(1).replaceAll('O', '0').replace(/[IL]/g, '1')
}

function nearestGroup(code: string, release: ImdrfRelease): ImdrfEntry | undefined {
  for (let length = code.length - 1; length >= 3; length -= 1) {
    const group = release.get(code.slice(0, length))
    if (group !== undefined) return group
  }
  return undefined
}

/** One row of {@link codesCheck}. `annex` and `term` are null for a code that does not exist in the release. */
export interface CodeRow {
  readonly code: string
  readonly annex: ImdrfAnnex | null
  readonly term: string | null
  readonly release: ImdrfReleaseId
  readonly status: ImdrfStatus | 'unknown'
  readonly selectable: boolean
  /** What to use instead of a retired code, such as `B26 or B27`; else null. */
  readonly replacement: string | null
}

/** What the release says of each code, in the order given. Codes are taken exactly as written. */
export function codesCheck(
  codes: readonly string[],
  release: ImdrfReleaseId = LATEST_IMDRF,
): readonly CodeRow[] {
  return codes.map(code => {
    const entry = imdrf(release).get(code)
    return {
      code,
      annex: entry?.annex ?? null,
      term: entry?.term ?? null,
      release,
      status: entry?.status ?? 'unknown',
      selectable: entry?.selectable ?? false,
      replacement: entry?.replacement === undefined ? null : replacementText(entry.replacement),
    }
  })
}
