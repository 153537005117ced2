import type { ImdrfAnnex } from '../table.js'

/** What a check needs to know of IMDRF codes. A release of the code tables fills it. */
export interface ImdrfChecker {
  /** Name of the release, such as `2025`. */
  readonly release: string
  /** The code as the release has it, or undefined if it has none such. */
  lookup(code: string): ImdrfCode | undefined
}

export interface ImdrfCode {
  readonly annex: ImdrfAnnex
  readonly term: string
  readonly status: 'current' | 'retired' | 'not-selectable'
  /** For a retired code: what to use instead, in words. */
  readonly replacement?: string
}

/** What a check needs to know of UDIs. Each answer is the fault in one sentence, or undefined if there is none. */
export interface UdiChecker {
  udiDi(text: string): string | undefined
  basicUdiDi(text: string): string | undefined
}
