import type { Addressee } from '../engine/addressee.js'
import type { Law } from '../engine/pack.js'
import { QUESTIONS } from '../engine/questions.js'
import type { Clock } from '../engine/rule.js'
import { missingFacts, reasons, traceOf } from '../engine/trace.js'
import type { Decision, RunningClock } from './decide.js'
import type { Gathered } from './gathered.js'
import { asSentence, fill } from './sentence.js'

/** Sentences of a decision's answer, in words, first letter small. */
export function reasonTexts(decision: Decision, law: Law): readonly { answer: string; text: string }[] {
  const trace = traceOf(decision.ready.rule.when, decision.facts, decision.on, law.surroundings)
  return reasons(trace).map(r => ({ answer: r.answer, text: fill(r.sentence, decision.facts) }))
}

/** Why a report is due or open: the conditions that hold, the receiver, the limit and its day 0. */
export function why(
  parts: Gathered['parts'],
  governing: RunningClock | undefined,
  to: Addressee,
  law: Law,
): string {
  const leading = parts.find(p => p.decision.answer === 'yes') ?? parts[0]
  if (leading === undefined) return ''
  const sentences =
    leading.decision.answer === 'yes'
      ? reasonTexts(leading.decision, law).map(r => asSentence(r.text))
      : openReasons(leading.decision, law)
  if (to.why !== undefined) sentences.push(asSentence(to.why))
  sentences.push(...dateReasons(parts, governing))
  return [...new Set(sentences)].filter(s => s !== '').join(' ')
}

/** Why a report is undetermined: the questions that are open, and what is done until they are answered. */
function openReasons(decision: Decision, law: Law): string[] {
  const trace = traceOf(decision.ready.rule.when, decision.facts, decision.on, law.surroundings)
  const asks = missingFacts(trace, decision.facts).flatMap(path => QUESTIONS[path]?.ask ?? [])
  return [
    `Not settled yet: ${asks.length === 0 ? 'see the questions.' : asks.join(' ')}`,
    'Until it is settled the report is treated as due: not knowing is no reason not to report.',
  ]
}

function dateReasons(parts: Gathered['parts'], governing: RunningClock | undefined): string[] {
  if (governing?.zero === undefined) {
    return parts.some(p => p.clocks.length > 0) ? ['The case gives no day to count from.'] : []
  }
  const { clock, zero, steps, answer } = governing
  const limit =
    clock.amount === 0 ? [] : [asSentence(`${clock.classification ?? 'The limit'}: ${limitOf(clock)}`)]
  return [
    ...(answer === 'unknown'
      ? ['A stricter limit may apply; it is shown until the questions are answered.']
      : []),
    ...limit,
    asSentence(`Day 0 is ${zero.day}, ${zero.why}`),
    ...steps.map(asSentence),
  ]
}

function limitOf(clock: Clock): string {
  const unit = clock.unit === 'calendar-day' ? 'day' : clock.unit.replace('-', ' ')
  return `${clock.amount} ${unit}${clock.amount === 1 ? '' : 's'} ${clock.direction} day 0`
}
