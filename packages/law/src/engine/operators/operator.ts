import type { Day, Tri } from '@vigie/kernel'
import type { Condition } from '../condition.js'
import type { FactPath, LawFacts } from '../law-facts.js'

/** A condition made ready to be asked many times: facts and the day whose sets of countries apply. */
export type Test = (facts: LawFacts, on: Day) => Tri

/** What an operator needs from its surroundings. */
export interface Surroundings {
  readonly compile: (condition: Condition) => Test
  /** The condition of a definition. Throws for an id the pack lacks: that is an error at load, never a "no". */
  readonly definition: (id: string) => Condition
}

/** One operator of the language of conditions. */
export interface Operator<C extends Condition> {
  compile(condition: C, surroundings: Surroundings): Test
  /** The conditions inside. */
  parts(condition: C, surroundings: Surroundings): readonly Condition[]
  /** The facts it reads itself. */
  facts(condition: C): readonly FactPath[]
  /** The condition as words; `say` gives the words of a part. */
  words(condition: C, say: (part: Condition) => string, surroundings: Surroundings): string
}
