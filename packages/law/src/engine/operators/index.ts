import type { Condition } from '../condition.js'
import { allOperator } from './all.js'
import { anyOperator } from './any.js'
import { definedOperator } from './defined.js'
import { inSetOperator } from './in-set.js'
import { isOperator } from './is.js'
import { knownOperator } from './known.js'
import { namedOperator } from './named.js'
import { notOperator } from './not.js'
import { oneOfOperator } from './one-of.js'
import type { Operator, Surroundings, Test } from './operator.js'
import { provenOperator } from './proven.js'

type Operators = { readonly [O in Condition['op']]: Operator<Extract<Condition, { op: O }>> }

/** Every operator of the language. A new one is a file here and a line in this table. */
export const OPERATORS: Operators = {
  all: allOperator,
  any: anyOperator,
  not: notOperator,
  proven: provenOperator,
  known: knownOperator,
  named: namedOperator,
  defined: definedOperator,
  'in-set': inSetOperator,
  is: isOperator,
  'one-of': oneOfOperator,
}

/** The operator of a condition. The table's type proves that the two fit. */
export function operatorOf<C extends Condition>(condition: C): Operator<C> {
  const operators: { readonly [O in Condition['op']]: unknown } = OPERATORS
  return operators[condition.op] as Operator<C>
}

export type { Operator, Surroundings, Test }
