import type { PairTable } from './counting/pair-table.js'
import type { SquashPlan } from './prior/bins.js'
import type { FittedPrior } from './prior/fit.js'
import type { LikelihoodMode } from './prior/likelihood.js'
import type { SignalRule } from './rules.js'

/** What a screening was run on, how, and what came out: enough to run it again and get the same bits. */
export interface ScreenRecord {
  readonly method: 'disproportionality'
  readonly engine: string
  /** The snapshot of the source, in the words of the caller: a file with its hash, or an "as of" date. */
  readonly source?: string
  /** SHA-256 of the counted table with its margins. */
  readonly dataHash: string
  readonly reports: number
  readonly devices: number
  readonly events: number
  readonly pairs: number
  readonly strata: number
  readonly options: {
    readonly likelihood: LikelihoodMode
    readonly level: number
    readonly squash: SquashPlan
    readonly rules: readonly SignalRule[]
  }
  readonly prior: FittedPrior
  /** Why the empirical Bayes columns are empty, where they are. */
  readonly withoutBayes?: string
  readonly signals: Readonly<Record<string, number>>
  readonly multiplicity: {
    /** Pairs times rules. */
    readonly tests: number
    readonly says: string
  }
  /** SHA-256 of all columns of the result. */
  readonly resultHash: string
}

/** The engine's name in records; raised when a number can change. */
export const ENGINE = '@vigie/surveillance 0.1.0'

/** A hash of bytes as text: SHA-256 in hexadecimal. Callers with a faster one may pass it. */
export type Hash = (bytes: Uint8Array) => string

/** Hashes several arrays as one, each by its own hash: no copy of the whole is made. */
export function hashOf(hash: Hash, arrays: readonly (ArrayBufferView | undefined)[]): string {
  const parts = arrays
    .filter(a => a !== undefined)
    .map(a => hash(new Uint8Array(a.buffer, a.byteOffset, a.byteLength)))
  return hash(new TextEncoder().encode(parts.join('\n')))
}

/** The hash of a counted table. */
export function tableHash(hash: Hash, table: PairTable): string {
  const { strata } = table
  return hashOf(hash, [
    table.start,
    table.event,
    table.n,
    table.deviceReports,
    table.eventReports,
    strata?.deviceReports,
    strata?.eventReports,
    strata?.reports,
  ])
}

export function multiplicityOf(pairs: number, rules: number, level: number) {
  const chance = (1 - level) / 2
  return {
    tests: pairs * rules,
    says:
      `${pairs} pairs were looked at by ${rules} rule${rules === 1 ? '' : 's'}. ` +
      `If nothing were related, about ${Math.round(pairs * chance)} of them would still have a lower limit above its null value ` +
      `at ${level * 100} % two-sided: a signal is a reason to look, not a finding.`,
  }
}
