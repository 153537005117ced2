import { sha256Hex } from '@vigie/kernel'
import type { PairTable } from './counting/pair-table.js'
import { DEFAULT_SQUASH, fitPointsOf, type SquashPlan } from './prior/bins.js'
import { type FittedPrior, fitPrior, STARTS } from './prior/fit.js'
import type { LikelihoodMode } from './prior/likelihood.js'
import type { Theta } from './prior/theta.js'
import { SIGNAL_RULES, type SignalRule } from './rules.js'
import { ENGINE, type Hash, hashOf, multiplicityOf, type ScreenRecord, tableHash } from './run-record.js'
import { SCORE_COLUMNS, type ScoreBlock, scorePairs } from './score.js'

export interface ScreenOptions {
  /** `zero-inclusive` by default. `component` is the likelihood of openEBGM, for comparison; the record says so. */
  readonly likelihood?: LikelihoodMode
  readonly level?: number
  readonly squash?: SquashPlan
  /** All rules that come with the package by default; at most eight. */
  readonly rules?: readonly SignalRule[]
  /** Where the data come from, for the record. */
  readonly source?: string
  /** Starts the search for the prior here too, for example at last month's; fewer starts are then needed. */
  readonly startAt?: Theta
  readonly hash?: Hash
  /** Receives the numbers of every pair, block by block. */
  readonly sink?: (block: ScoreBlock) => void
}

/** A screening of all pairs. */
export interface Screen {
  readonly prior: FittedPrior
  /** For every pair of the table, bit i is set where rule i fired. */
  readonly flags: Uint8Array
  readonly record: ScreenRecord
}

/**
 * Screens a counted table: fits the prior, computes every measure of every pair, applies the rules, and records it all.
 * A prior that cannot be trusted is not used: the EB columns stay empty, the record says why, the other rules still run.
 */
export function screen(table: PairTable, options: ScreenOptions = {}): Screen {
  const {
    likelihood = 'zero-inclusive',
    level = 0.95,
    squash = DEFAULT_SQUASH,
    rules = SIGNAL_RULES,
  } = options
  if (rules.length > 8) throw new RangeError('a screening takes at most eight rules')
  const hash = options.hash ?? sha256Hex
  const prior = priorOf(table, likelihood, squash, options.startAt)
  const flags = new Uint8Array(table.n.length)
  const counts = rules.map(() => 0)
  const hashes: string[] = []
  scorePairs(
    table,
    prior.trusted ? prior.theta : undefined,
    block => {
      applyRules(rules, table, block, flags, counts)
      hashes.push(
        hashOf(
          hash,
          SCORE_COLUMNS.map(c => block.columns[c].subarray(0, block.to - block.from)),
        ),
      )
      options.sink?.(block)
    },
    { level },
  )
  const record: ScreenRecord = {
    method: 'disproportionality',
    engine: ENGINE,
    ...(options.source === undefined ? {} : { source: options.source }),
    dataHash: tableHash(hash, table),
    reports: table.reports,
    devices: table.deviceReports.filter(n => n > 0).length,
    events: table.eventReports.filter(n => n > 0).length,
    pairs: table.n.length,
    strata: table.strata?.count ?? 1,
    options: { likelihood, level, squash, rules },
    prior,
    ...(prior.trusted
      ? {}
      : {
          withoutBayes: `The prior is not used: ${prior.doubts.join('; ')}. Read the information component instead.`,
        }),
    signals: Object.fromEntries(rules.map((r, i) => [r.id, counts[i] ?? 0])),
    multiplicity: multiplicityOf(table.n.length, rules.length, level),
    resultHash: hash(new TextEncoder().encode(hashes.join('\n'))),
  }
  return { prior, flags, record }
}

function priorOf(
  table: PairTable,
  mode: LikelihoodMode,
  squash: SquashPlan,
  startAt: Theta | undefined,
): FittedPrior {
  if (table.n.length === 0) {
    const theta = STARTS[0] ?? { alpha1: 1, beta1: 1, alpha2: 1, beta2: 1, p: 0.5 }
    return {
      theta,
      mode,
      negativeLogLikelihood: 0,
      slope: 0,
      agreeing: 0,
      starts: 0,
      steps: [],
      trusted: false,
      doubts: ['there is no report'],
      points: 0,
    }
  }
  const { points, coarse } = fitPointsOf(table, mode === 'zero-inclusive', squash)
  return fitPrior(points, {
    mode,
    ...(coarse === undefined ? {} : { coarse }),
    ...(startAt === undefined ? {} : { starts: [startAt] }),
  })
}

function applyRules(
  rules: readonly SignalRule[],
  table: PairTable,
  { from, to, columns }: ScoreBlock,
  flags: Uint8Array,
  counts: number[],
): void {
  for (const [r, rule] of rules.entries()) {
    const tests = rule.conditions.map(c => ({
      values: c.column === 'reports' ? table.n.subarray(from, to) : columns[c.column],
      above: c.is === 'above',
      value: c.value,
    }))
    for (let i = 0; i < to - from; i++) {
      let fires = true
      for (const { values, above, value } of tests) {
        const v = values[i] ?? Number.NaN
        if (!(above ? v > value : v >= value)) fires = false
      }
      if (!fires) continue
      flags[from + i] = (flags[from + i] ?? 0) | (1 << r)
      counts[r] = (counts[r] ?? 0) + 1
    }
  }
}
