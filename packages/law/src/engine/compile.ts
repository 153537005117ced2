import type { Condition } from './condition.js'
import { operatorOf, type Surroundings, type Test } from './operators/index.js'

/** Compiles conditions of one pack. Conditions that say the same are compiled, and asked, once. */
export function compiler(definition: (id: string) => Condition): Surroundings {
  const done = new Map<string, Test>()
  const surroundings: Surroundings = {
    definition,
    compile(condition) {
      const key = JSON.stringify(meaning(condition))
      const before = done.get(key)
      if (before !== undefined) return before
      const test = remembering(operatorOf(condition).compile(condition, surroundings))
      done.set(key, test)
      return test
    },
  }
  return surroundings
}

/** A condition without the sentences that only people read. */
function meaning(condition: Condition): unknown {
  switch (condition.op) {
    case 'named':
      return meaning(condition.of)
    case 'all':
    case 'any':
      return { op: condition.op, of: condition.of.map(meaning) }
    case 'not':
    case 'proven':
      return { op: condition.op, of: meaning(condition.of) }
    default:
      return condition
  }
}

/** Most rules share conditions and are asked about the same facts in turn, so the last answer is kept. Facts are never changed. */
function remembering(test: Test): Test {
  let lastFacts: unknown
  let lastDay: unknown
  let answer: ReturnType<Test> = 'unknown'
  return (facts, on) => {
    if (facts !== lastFacts || on !== lastDay) {
      answer = test(facts, on)
      lastFacts = facts
      lastDay = on
    }
    return answer
  }
}
