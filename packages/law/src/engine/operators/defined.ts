import type { Defined } from '../condition.js'
import type { Operator } from './operator.js'

/** The answer of a definition of the pack, such as "serious incident". */
export const definedOperator: Operator<Defined> = {
  compile: (condition, { compile, definition }) => compile(definition(condition.id)),
  parts: (condition, { definition }) => [definition(condition.id)],
  facts: () => [],
  words: condition => `definition ${condition.id} is met`,
}
