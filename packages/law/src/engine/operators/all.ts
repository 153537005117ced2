import type { Tri } from '@vigie/kernel'
import type { All } from '../condition.js'
import type { Operator } from './operator.js'

/** Every part must hold: no as soon as one is no, yes only when all are yes. */
export const allOperator: Operator<All> = {
  compile(condition, { compile }) {
    const tests = condition.of.map(compile)
    return (facts, on) => {
      let answer: Tri = 'yes'
      for (const test of tests) {
        const one = test(facts, on)
        if (one === 'no') return 'no'
        if (one === 'unknown') answer = 'unknown'
      }
      return answer
    }
  },
  parts: condition => condition.of,
  facts: () => [],
  words: (condition, say) => condition.of.map(say).join(', and '),
}
