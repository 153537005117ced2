import { type Classification, type Rule, SEVERITY } from '../engine/rule.js'
import type { RunningClock } from './decide.js'
import type { ClockResult, ReportDue } from './result.js'
import { asSentence } from './sentence.js'

/**
 * The clocks worth showing. A settled clock hides a later one from the same day 0; a clock from another fact stays
 * beside it. An open clock only matters when it would end earlier, or name a more serious class, than what is settled.
 */
export function relevant(clocks: readonly RunningClock[]): readonly RunningClock[] {
  const settled = clocks.filter(c => c.answer === 'yes')
  const first = governingClock(settled)
  const open = clocks.filter(c => c.answer === 'unknown' && (endsEarlier(c, first) || isGraver(c, settled)))
  return [...settled.filter(c => !settled.some(other => other !== c && hides(other, c))), ...open]
}

function hides(one: RunningClock, other: RunningClock): boolean {
  return one.zero?.day === other.zero?.day && endsEarlier(one, other)
}

function endsEarlier(one: RunningClock, other: RunningClock | undefined): boolean {
  if (other?.ceiling === undefined || other.target === undefined) return true
  if (one.ceiling === undefined || one.target === undefined) return false
  return one.ceiling < other.ceiling || (one.ceiling === other.ceiling && one.target < other.target)
}

function isGraver(one: RunningClock, settled: readonly RunningClock[]): boolean {
  return settled.every(c => rank(one.clock.classification) < rank(c.clock.classification))
}

const rank = (c: Classification | undefined) => (c === undefined ? SEVERITY.length : SEVERITY.indexOf(c))

/** The clock that ends first. */
export function governingClock(clocks: readonly RunningClock[]): RunningClock | undefined {
  return clocks.reduce<RunningClock | undefined>(
    (best, c) => (c.ceiling !== undefined && endsEarlier(c, best) ? c : best),
    undefined,
  )
}

/** The most serious class that the facts settle; "undetermined" where a graver one is still open. */
export function classify(clocks: readonly RunningClock[], rule: Rule): ReportDue['classification'] {
  if (rule.duty.type !== 'report' || (rule.duty.form !== 'MIR' && rule.duty.form !== 'FDA-3500A')) return null
  const of = (answer: 'yes' | 'unknown') =>
    SEVERITY.find(s => clocks.some(c => c.answer === answer && c.clock.classification === s))
  const [settled, open] = [of('yes'), of('unknown')]
  if (settled === undefined) return open === undefined ? null : 'undetermined'
  return rank(open) < rank(settled) ? 'undetermined' : settled
}

/** One clock as it is shown. */
export function clockResult(c: RunningClock, governs: boolean): ClockResult {
  return {
    rule: c.rule.id,
    citation: c.rule.instruments.map(i => i.citation).join('; '),
    classification: c.clock.classification ?? null,
    state: c.answer === 'yes' ? 'due' : 'undetermined',
    day0: c.zero?.day ?? null,
    target: c.target ?? null,
    ceiling: c.ceiling ?? null,
    governs,
    assumed: c.zero?.assumed === true,
    why: c.zero === undefined ? 'The case gives no day to count from.' : asSentence(`Day 0: ${c.zero.why}`),
  }
}
