import type { Day, Tri } from '@vigie/kernel'
import { fill } from '../assess/sentence.js'
import type { Condition } from '../engine/condition.js'
import type { FactPath, LawFacts } from '../engine/law-facts.js'
import { operatorOf } from '../engine/operators/index.js'
import type { Law } from '../engine/pack.js'

/** A condition in words, with its parts. */
export interface ConditionText {
  readonly text: string
  /** Whether all parts must hold, or one is enough. Absent where there is at most one part. */
  readonly joins?: 'all' | 'any'
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
      return { joins: 'all', ...answered('all of these hold:', below(flat(condition))) }
    case 'any':
      return { joins: 'any', ...answered('at least one of these holds:', below(flat(condition))) }
    case 'not':
      return isPlain(condition.of)
        ? { ...plain(condition.of), ...answered(`it is not so that ${plain(condition.of).text}`, []) }
        : answered('this does not hold:', below([condition.of]))
    case 'proven':
      return answered('it is proven (what is not known is not proven):', below([condition.of]))
    case 'named':
      // A sentence over one plain condition says the same as it: only what the case says of the fact is added.
      return isPlain(condition.of) || isPlainNot(condition.of)
        ? { ...conditionText(condition.of, law, given), text: said(condition.yes, given) }
        : answered(said(condition.yes, given), below([condition.of]))
    case 'defined': {
      const title = law.pack.definitions.find(d => d.id === condition.id)?.title ?? condition.id
      const opened = given === undefined ? [] : below([law.surroundings.definition(condition.id)])
      return answered(`it is what ${condition.id} defines: "${title}"`, opened)
    }
    default:
      return plain(condition)
  }

  function plain(leaf: Condition): ConditionText {
    const operator = operatorOf(leaf)
    const text = operator.words(leaf, () => '', law.surroundings)
    if (given === undefined) return { text, parts: [] }
    const facts = operator.facts(leaf).map(path => ({ path, value: valueText(given.facts[path]) }))
    return { text, answer: law.surroundings.compile(leaf)(given.facts, given.on), facts, parts: [] }
  }
}

/** `all` within `all` is one list. */
function flat(condition: Condition & { op: 'all' | 'any' }): readonly Condition[] {
  return condition.of.flatMap(c => (c.op === condition.op ? flat(c) : [c]))
}

const isPlain = (c: Condition) => ['known', 'is', 'one-of', 'in-set'].includes(c.op)
const isPlainNot = (c: Condition) => c.op === 'not' && isPlain(c.of)

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
