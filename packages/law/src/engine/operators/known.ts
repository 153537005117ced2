import type { Known } from '../condition.js'
import type { Operator } from './operator.js'

/** Whether the fact is there. Never unknown. */
export const knownOperator: Operator<Known> = {
  compile: condition => facts => (facts[condition.fact] == null ? 'no' : 'yes'),
  parts: () => [],
  facts: condition => [condition.fact],
  words: condition => `"${condition.fact}" is known`,
}
