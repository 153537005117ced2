import type { Condition } from './condition.js'
import { operatorOf, type Surroundings, type Test } from './operators/index.js'

/** Compiles conditions of one pack; the definitions they name are compiled once. */
export function compiler(definition: (id: string) => Condition): Surroundings {
  const done = new Map<Condition, Test>()
  const surroundings: Surroundings = {
    definition,
    compile(condition) {
      const before = done.get(condition)
      if (before !== undefined) return before
      const test = operatorOf(condition).compile(condition, surroundings)
      done.set(condition, test)
      return test
    },
  }
  return surroundings
}
