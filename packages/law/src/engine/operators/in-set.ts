import { COUNTRY_SETS, membersOf } from '@vigie/codes'
import type { Day } from '@vigie/kernel'
import type { InSet } from '../condition.js'
import type { Operator } from './operator.js'
import { sameAsOneOf } from './same.js'

/** The country, or one of the countries, belongs to the set on the day the law is asked about. */
export const inSetOperator: Operator<InSet> = {
  compile({ fact, set }) {
    const members = new Map<Day, readonly string[]>()
    return (facts, on) => {
      let now = members.get(on)
      if (now === undefined) {
        now = membersOf(set, on)
        members.set(on, now)
      }
      return sameAsOneOf(facts[fact], now)
    }
  },
  parts: () => [],
  facts: condition => [condition.fact],
  words: condition => `"${condition.fact}" belongs to: ${COUNTRY_SETS[condition.set].title}`,
}
