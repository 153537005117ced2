import type { FactPath, LawFacts } from '../engine/law-facts.js'
import { operatorOf } from '../engine/operators/index.js'
import type { Trace } from '../engine/trace.js'

/**
 * The known facts that carry an answer, in the order of the condition: for a no of "all" those of the first part that
 * fails, for a yes of "any" those of the first part that holds, else those of all parts.
 */
export function decidingFacts(trace: Trace, facts: LawFacts): FactPath[] {
  const found = new Set<FactPath>()
  collect(trace)
  return [...found]

  function collect(at: Trace): void {
    for (const path of operatorOf(at.condition).facts(at.condition)) {
      if (facts[path] !== undefined) found.add(path)
    }
    for (const part of carrying(at)) collect(part)
  }
}

function carrying({ condition, answer, parts }: Trace): readonly Trace[] {
  const first = (condition.op === 'all' && answer === 'no') || (condition.op === 'any' && answer === 'yes')
  return first ? parts.filter(p => p.answer === answer).slice(0, 1) : parts
}
