import type { Named } from '../condition.js'
import type { Operator } from './operator.js'

/** The answer of its part, with sentences for people. */
export const namedOperator: Operator<Named> = {
  compile: (condition, { compile }) => compile(condition.of),
  parts: condition => [condition.of],
  facts: () => [],
  words: (condition, say) => say(condition.of),
}
