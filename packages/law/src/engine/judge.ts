import { type Day, type Tri, type WorkCalendar } from '@vigie/kernel'
import { dueDates } from './clock.js'
import type { LawFacts } from './law-facts.js'
import type { Law, ReadyRule } from './pack.js'
import type { Basis, Clock } from './rule.js'

/** One rule's answer to a fact set, with the dates of the clocks that run. */
export interface Judgement {
  readonly rule: ReadyRule['rule']
  readonly answer: Exclude<Tri, 'no'>
  readonly clocks: readonly { readonly clock: Clock; readonly target: Day; readonly ceiling: Day }[]
}

/**
 * All rules of a law against one fact set: those that apply or may apply. The bare engine, for large sets of cases;
 * `assess` adds receivers, reasons and questions.
 *
 * @param days day 0 by basis, as far as known
 * @param on the day whose law counts
 * @param calendar working days for ceilings
 */
export function judge(
  law: Law,
  facts: LawFacts,
  days: { readonly [B in Basis]?: Day },
  on: Day,
  calendar: WorkCalendar,
): readonly Judgement[] {
  const found: Judgement[] = []
  for (const ready of law.rules) {
    const answer = ready.test(facts, on)
    if (answer === 'no') continue
    found.push({ rule: ready.rule, answer, clocks: clocksOf(ready, facts, days, on, calendar) })
  }
  return found
}

function clocksOf(
  { rule, clockTests }: ReadyRule,
  facts: LawFacts,
  days: { readonly [B in Basis]?: Day },
  on: Day,
  calendar: WorkCalendar,
): Judgement['clocks'] {
  let running: Judgement['clocks'][number][] | undefined
  for (let i = 0; i < rule.clocks.length; i++) {
    const clock = rule.clocks[i]
    const day0 = clock === undefined ? undefined : days[clock.basis]
    if (clock === undefined || day0 === undefined || clockTests[i]?.(facts, on) === 'no') continue
    const { target, ceiling } = dueDates(clock, day0, calendar)
    running ??= []
    running.push({ clock, target, ceiling })
  }
  return running ?? NONE
}

const NONE: Judgement['clocks'] = []
