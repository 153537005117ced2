import type { Branded } from '@vigie/kernel'

/** A code that exists in a release of the IMDRF terminologies, for example `A0501`. */
export type ImdrfCode = Branded<string, 'ImdrfCode'>

/** The annexes of IMDRF/AE WG/N43. */
export const IMDRF_ANNEXES = {
  A: 'Medical device problem',
  B: 'Type of investigation',
  C: 'Investigation findings',
  D: 'Investigation conclusion',
  E: 'Clinical signs, symptoms and conditions',
  F: 'Health impact',
  G: 'Component',
} as const

export type ImdrfAnnex = keyof typeof IMDRF_ANNEXES

/**
 * `new` and `modified` speak of this release against the one before; both are in use like `active`.
 * `not-selectable`: a heading that may not be reported. `retired`: kept for reading old reports.
 */
export type ImdrfStatus = 'active' | 'new' | 'modified' | 'retired' | 'not-selectable'

/** What to use instead of a retired code. */
export interface Replacement {
  /** The release that retired the code. */
  readonly since: string
  readonly codes: readonly string[]
  /** Whether a more specific code than those listed may fit better. */
  readonly orMoreSpecific: boolean
}

/** Why a code says nothing about the event itself. */
export type NoContent =
  | 'no-suitable-term'
  | 'not-yet-known'
  | 'insufficient-information'
  | 'nothing-found'
  | 'device-not-available'

export interface ImdrfEntry {
  readonly code: ImdrfCode
  readonly annex: ImdrfAnnex
  readonly term: string
  /** 1 to 3, by the digits of the code. Under a second parent in annex E the same code can stand one level off. */
  readonly level: 1 | 2 | 3
  /** Empty at the top. Annex E lists many codes under several parents; the one whose digits the code carries is first. */
  readonly parents: readonly ImdrfCode[]
  readonly status: ImdrfStatus
  /** The status as the release file writes it; empty for a code without news. */
  readonly officialStatus: string
  /** Whether the code may be chosen for a new report: neither a mere heading nor retired. */
  readonly selectable: boolean
  readonly replacement?: Replacement
  readonly noContent?: NoContent
}

/** The advice as one short text: `A0207`, `B26 or B27`, `A020102 or a more specific code`. */
export function replacementText(r: Replacement): string {
  const options = [...r.codes, ...(r.orMoreSpecific ? ['a more specific code'] : [])]
  const last = options.pop() ?? ''
  return options.length === 0 ? last : `${options.join(', ')} or ${last}`
}

/** The annex of a code by its letter; undefined for any other text. */
export function annexOf(code: string): ImdrfAnnex | undefined {
  const letter = code.slice(0, 1)
  return letter in IMDRF_ANNEXES && letter !== '' ? (letter as ImdrfAnnex) : undefined
}
