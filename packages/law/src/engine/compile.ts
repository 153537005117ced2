import type { Condition } from './condition.js'
import { operatorOf, type Surroundings, type Test } from './operators/index.js'

/** Compiles conditions of one pack. A condition that several rules share is compiled, and asked, once. */
export function compiler(definition: (id: string) => Condition): Surroundings {
  const done = new Map<Condition, Test>()
  const surroundings: Surroundings = {
    definition,
    compile(condition) {
      const before = done.get(condition)
      if (before !== undefined) return before
      const test = operatorOf(condition).compile(condition, surroundings)
      const ready = COMPOSED.has(condition.op) ? remembering(test) : test
      done.set(condition, ready)
      return ready
    },
  }
  return surroundings
}

const COMPOSED: ReadonlySet<Condition['op']> = new Set(['all', 'any', 'defined'])

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
