import type { OneOf } from '../condition.js'
import type { Operator } from './operator.js'
import { sameAsOneOf } from './same.js'

/** The fact has one of the values, or its list contains at least one. */
export const oneOfOperator: Operator<OneOf> = {
  compile:
    ({ fact, values }) =>
    facts =>
      sameAsOneOf(facts[fact], values),
  parts: () => [],
  facts: condition => [condition.fact],
  words: condition => `"${condition.fact}" is one of ${condition.values.join(', ')}`,
}
