import type { Condition } from '../engine/condition.js'
import type { Instrument, Rule } from '../engine/rule.js'

/** A condition with one of its parts (the same object) put in place of another. */
export function substitute(condition: Condition, part: Condition, by: Condition): Condition {
  if (condition === part) return by
  switch (condition.op) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map(c => substitute(c, part, by)) }
    case 'not':
    case 'proven':
    case 'named':
      return { ...condition, of: substitute(condition.of, part, by) }
    default:
      return condition
  }
}

/** How a rule reads in another place where the same law applies. */
export interface Elsewhere {
  readonly from: Condition
  readonly to: Condition
  readonly id: (id: string) => string
  readonly citation: (citation: string) => string
}

/** The same duty in another place: condition, id and citation follow; what differs besides is given. */
export function elsewhere(rule: Rule, place: Elsewhere, differs: Partial<Rule>): Rule {
  const cite = (i: Instrument): Instrument => ({ ...i, citation: place.citation(i.citation) })
  const [first, ...others] = rule.instruments
  return {
    ...rule,
    id: place.id(rule.id),
    instruments: [cite(first), ...others.map(cite)],
    when: substitute(rule.when, place.from, place.to),
    ...differs,
  }
}
