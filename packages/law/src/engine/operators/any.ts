import type { Tri } from '@vigie/kernel'
import type { Any } from '../condition.js'
import type { Operator } from './operator.js'

/** One part is enough: yes as soon as one is yes, no only when all are no. */
export const anyOperator: Operator<Any> = {
  compile(condition, { compile }) {
    const tests = condition.of.map(compile)
    return (facts, on) => {
      let answer: Tri = 'no'
      for (const test of tests) {
        const one = test(facts, on)
        if (one === 'yes') return 'yes'
        if (one === 'unknown') answer = 'unknown'
      }
      return answer
    }
  },
  parts: condition => condition.of,
  facts: () => [],
  words: (condition, say) => `either ${condition.of.map(say).join(', or ')}`,
}
