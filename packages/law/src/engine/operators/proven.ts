import type { Proven } from '../condition.js'
import type { Operator } from './operator.js'

/**
 * Yes only when the condition is shown to hold. The law uses it for exemptions: who wants one has to prove it
 * (MDCG 2023-3 Rev.2, questions 9, 10 and 12), so a missing fact never grants it.
 */
export const provenOperator: Operator<Proven> = {
  compile(condition, { compile }) {
    const test = compile(condition.of)
    return (facts, on) => (test(facts, on) === 'yes' ? 'yes' : 'no')
  },
  parts: condition => [condition.of],
  facts: () => [],
  words: (condition, say) => `it is proven that ${say(condition.of)}`,
}
