import type { Day, Tri } from '@vigie/kernel'
import { fill } from '../assess/sentence.js'
import type { Condition } from '../engine/condition.js'
import type { FactPath, LawFacts } from '../engine/law-facts.js'
import { operatorOf } from '../engine/operators/index.js'
import type { Law } from '../engine/pack.js'

/** A condition in words, with its parts. */
export interface ConditionText {
  readonly text: string
  /** With the facts of a case: whether it holds. */
  readonly answer?: Tri
  /** The facts it reads itself, with what the case says of them; `null` where it says nothing. */
  readonly facts?: readonly { readonly path: FactPath; readonly value: string | null }[]
  readonly parts: readonly ConditionText[]
}

/** The facts a condition is answered for. */
export interface Given {
  readonly facts: LawFacts
  readonly on: Day
}

/**
 * A condition as a tree of readable sentences; with facts, each with its answer.
 * Definitions are named, not opened, unless the facts of a case are given.
 */
export function conditionText(condition: Condition, law: Law, given?: Given): ConditionText {
  const below = (parts: readonly Condition[]) => parts.map(p => conditionText(p, law, given))
  const answered = (text: string, parts: readonly ConditionText[]): ConditionText => ({
    text,
    ...(given === undefined ? {} : { answer: law.surroundings.compile(condition)(given.facts, given.on) }),
    parts,
  })
  switch (condition.op) {
    case 'all':
      return answered('all of these hold:', below(flat(condition)))
    case 'any':
      return answered('at least one of these holds:', below(flat(condition)))
    case 'not':
      return answered('this does not hold:', below([condition.of]))
    case 'proven':
      return answered('it is proven (what is not known is not proven):', below([condition.of]))
    case 'named':
      return answered(
        said(condition.yes, given),
        openable(condition.of) ? below([condition.of]) : leavesOf(condition.of),
      )
    case 'defined': {
      const title = law.pack.definitions.find(d => d.id === condition.id)?.title ?? condition.id
      const opened = given === undefined ? [] : below([law.surroundings.definition(condition.id)])
      return answered(`it is what ${condition.id} defines: "${title}"`, opened)
    }
    default:
      return leaf(condition)
  }

  /** A sentence over one plain condition says the same as it; only what the case says of the fact is added. */
  function leavesOf(inner: Condition): readonly ConditionText[] {
    return given === undefined ? [] : [leaf(inner)]
  }

  function leaf(inner: Condition): ConditionText {
    const operator = operatorOf(inner)
    const text = operator.words(inner, () => '', law.surroundings)
    if (given === undefined) return { text, parts: [] }
    return {
      text,
      answer: law.surroundings.compile(inner)(given.facts, given.on),
      facts: operator.facts(inner).map(path => ({ path, value: valueText(given.facts[path]) })),
      parts: [],
    }
  }
}

/** `all` within `all` is one list. */
function flat(condition: Condition & { op: 'all' | 'any' }): readonly Condition[] {
  return condition.of.flatMap(c => (c.op === condition.op ? flat(c) : [c]))
}

const openable = (c: Condition) => ['all', 'any', 'not', 'proven', 'named', 'defined'].includes(c.op)

/** The sentence of a named condition; without a case the places of facts are shown as such. */
function said(sentence: string, given: Given | undefined): string {
  return given === undefined
    ? sentence.replace(/ ?\(?\{([^}]+)\}(?:\{[^}]+\})*\)?/g, (_, path: string) => ` [${path}]`).trim()
    : fill(sentence, given.facts)
}

function valueText(value: unknown): string | null {
  if (value === undefined) return null
  if (value === null) return 'does not apply'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(', ') : String(value)
}
