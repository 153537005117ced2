import { triNot } from '@vigie/kernel'
import type { Not } from '../condition.js'
import type { Operator } from './operator.js'

/** The opposite; unknown stays unknown. */
export const notOperator: Operator<Not> = {
  compile(condition, { compile }) {
    const test = compile(condition.of)
    return (facts, on) => triNot(test(facts, on))
  },
  parts: condition => [condition.of],
  facts: () => [],
  words: (condition, say) => `it is not so that ${say(condition.of)}`,
}
