import type { Is } from '../condition.js'
import type { Operator } from './operator.js'
import { sameAsOneOf } from './same.js'

/** The fact has the value, or its list contains it. */
export const isOperator: Operator<Is> = {
  compile({ fact, value }) {
    const wanted = [value]
    return facts => sameAsOneOf(facts[fact], wanted)
  },
  parts: () => [],
  facts: condition => [condition.fact],
  words: condition =>
    typeof condition.value === 'boolean'
      ? `"${condition.fact}" is ${condition.value ? 'yes' : 'no'}`
      : `"${condition.fact}" is ${condition.value}`,
}
