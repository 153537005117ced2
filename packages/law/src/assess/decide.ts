import type { CaseFile } from '@vigie/facts'
import { type Day, dayInZone, type Tri, WEEKENDS_ONLY } from '@vigie/kernel'
import { calendarFor } from '../calendars/calendars.js'
import type { Addressee } from '../engine/addressee.js'
import { addressees } from '../engine/addressee.js'
import { dueDates } from '../engine/clock.js'
import { type DayZero, dayZero } from '../engine/day-zero.js'
import type { LawFacts } from '../engine/law-facts.js'
import type { ReadyRule } from '../engine/pack.js'
import type { Clock, Instrument, Rule } from '../engine/rule.js'
import type { Subject } from './instances.js'

/** A rule applied to one subject: its answer, and for each receiver the clocks that run. */
export interface Decision {
  readonly ready: ReadyRule
  readonly subject: Subject
  readonly facts: LawFacts
  readonly answer: Tri
  /** The day whose law counts. */
  readonly on: Day
  /** False when the record is not the law of the day that counts. */
  readonly inForce: boolean
  readonly instruments: readonly Instrument[]
  readonly receivers: readonly { readonly to: Addressee; readonly clocks: readonly RunningClock[] }[]
}

export interface RunningClock {
  readonly rule: Rule
  readonly clock: Clock
  readonly answer: 'yes' | 'unknown'
  readonly zero?: DayZero
  readonly target?: Day
  readonly ceiling?: Day
  readonly steps: readonly string[]
}

/** Applies a rule to a subject. `at` is the day of the question; law and receivers are those of that day or of day 0. */
export function decide(
  ready: ReadyRule,
  subject: Subject,
  facts: LawFacts,
  file: CaseFile,
  at: Day,
): Decision {
  const { rule } = ready
  const asked = dayThatCounts(rule, subject, file, at)
  const answer = ready.test(facts, asked)
  const instruments = instrumentsFor(rule, facts)
  const inForce =
    ready.notHeld?.(facts, asked) !== 'yes' &&
    instruments.some(i => i.effectiveFrom <= asked && (i.effectiveTo === undefined || asked <= i.effectiveTo))
  const receivers =
    answer === 'no'
      ? []
      : addressees(rule.addressee, facts, file, at).map(to => ({
          to,
          clocks: runningClocks(ready, subject, facts, file, to, asked),
        }))
  return { ready, subject, facts, answer, on: asked, inForce, instruments, receivers }
}

/** The law of the day on which the duty arose: day 0 of the rule's first clock that has one, else today. */
function dayThatCounts(rule: Rule, subject: Subject, file: CaseFile, at: Day): Day {
  const basis = subject.scope === 'incident' ? 'incident-learnt' : rule.clocks[0]?.basis
  const zero = basis === undefined ? undefined : dayZero(basis, file, subject.instance, rule.jurisdiction)
  return zero === undefined || zero.day > at ? at : zero.day
}

/** The texts that speak of this device; both when it is not known which. */
export function instrumentsFor(rule: Rule, facts: LawFacts): readonly Instrument[] {
  const kind = facts['device.kind']
  const fitting = rule.instruments.filter(i => i.for === undefined || kind == null || i.for === kind)
  return fitting.length > 0 ? fitting : rule.instruments
}

function runningClocks(
  ready: ReadyRule,
  subject: Subject,
  facts: LawFacts,
  file: CaseFile,
  to: Addressee,
  on: Day,
): readonly RunningClock[] {
  return ready.rule.clocks.flatMap((clock, i): RunningClock[] => {
    const test = ready.clockTests[i]
    const answer = test === undefined ? 'yes' : test(facts, on)
    if (answer === 'no') return []
    const zero = dayZero(clock.basis, file, subject.instance, ready.rule.jurisdiction)
    const base = { rule: ready.rule, clock, answer }
    if (zero === undefined) return [{ ...base, steps: [] }]
    const calendar = calendarOf(clock, to)
    const due = dueDates(clock, zero.day, calendar)
    return [
      {
        ...base,
        zero,
        target: due.target,
        ceiling: due.ceiling,
        steps: [...due.steps, ...zoneWarning(zero, to)],
      },
    ]
  })
}

function calendarOf(clock: Clock, to: Addressee) {
  if (clock.calendar === 'weekends-only') return WEEKENDS_ONLY
  const id = clock.calendar ?? to.authority?.calendar
  if (id !== undefined) return calendarFor(id)
  // The receiver is not known, so neither are its holidays: only weekends may extend the limit.
  return WEEKENDS_ONLY
}

/** Where the receiving authority's clock showed another date when the incident became known. */
function zoneWarning(zero: DayZero, to: Addressee): string[] {
  const { moment } = zero
  if (moment?.epochMs === undefined || to.authority === undefined) return []
  const there = dayInZone(moment.epochMs, to.authority.timeZone)
  return there === zero.day
    ? []
    : [
        `At the authority it was already or still ${there} then; day 0 is the local date where it was learnt (no rule in law).`,
      ]
}
