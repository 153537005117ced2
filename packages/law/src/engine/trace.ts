import type { Day, Tri } from '@vigie/kernel'
import type { Condition } from './condition.js'
import type { FactPath, LawFacts } from './law-facts.js'
import { operatorOf, type Surroundings } from './operators/index.js'

/** How a condition came to its answer. */
export interface Trace {
  readonly condition: Condition
  readonly answer: Tri
  readonly parts: readonly Trace[]
}

/** Evaluates a condition and keeps every step. */
export function traceOf(condition: Condition, facts: LawFacts, on: Day, surroundings: Surroundings): Trace {
  const parts = operatorOf(condition)
    .parts(condition, surroundings)
    .map(part => traceOf(part, facts, on, surroundings))
  return { condition, answer: surroundings.compile(condition)(facts, on), parts }
}

/**
 * The facts that are not known and would settle the answer, in the order of the condition; also those that would
 * complete a proof that is missing, since a proof can change an answer that stands. Of an alternative only the first
 * obstacle is asked about: what comes behind it may never matter.
 */
export function missingFacts(trace: Trace, facts: LawFacts): FactPath[] {
  const found = new Set<FactPath>()
  collect(trace, false)
  return [...found]

  function collect(at: Trace, isAlternative: boolean): void {
    if (at.answer === 'unknown') {
      for (const path of operatorOf(at.condition).facts(at.condition)) {
        if (isOpen(facts[path])) found.add(path)
      }
    }
    const { op } = at.condition
    const inside = op === 'any' || op === 'not' ? true : op === 'proven' ? false : isAlternative
    for (const part of relevantParts(at, isAlternative)) collect(part, inside)
  }
}

/** Parts whose answer bears on the answer of the whole. */
function relevantParts(at: Trace, isAlternative: boolean): readonly Trace[] {
  if (at.condition.op === 'any' && at.answer === 'yes')
    return at.parts.filter(p => p.answer === 'yes').slice(0, 1)
  if (at.condition.op !== 'all') return at.parts
  if (isAlternative) return at.parts.filter(p => p.answer !== 'yes').slice(0, 1)
  return at.answer === 'no' ? at.parts.filter(p => p.answer === 'no').slice(0, 1) : at.parts
}

function isOpen(value: LawFacts[FactPath]): boolean {
  return value === undefined || value === 'UK' || (Array.isArray(value) && value.includes('?'))
}

/**
 * The sentences of the named conditions that carry the answer: for a no the first reason that rules it out, for a yes
 * every condition that holds.
 */
export function reasons(trace: Trace): { readonly answer: Tri; readonly sentence: string }[] {
  const { condition } = trace
  if (condition.op === 'named') {
    if (condition.exception && trace.answer === 'yes') return []
    const sentence = trace.answer === 'no' ? condition.no : condition.yes
    return [{ answer: trace.answer, sentence }]
  }
  const carrying = trace.parts.filter(p => p.answer === trace.answer)
  if (condition.op === 'all' && trace.answer === 'no') return carrying.slice(0, 1).flatMap(reasons)
  if (condition.op === 'any' && trace.answer === 'yes') return carrying.slice(0, 1).flatMap(reasons)
  return carrying.flatMap(reasons)
}
