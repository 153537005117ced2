import { compiler } from './compile.js'
import type { FormVersion } from './form-version.js'
import type { Surroundings, Test } from './operators/index.js'
import type { Definition, LegalNote, Rule } from './rule.js'

/** A release of law: everything the engine needs to know beside the facts. */
export interface LawPack {
  readonly release: string
  readonly rules: readonly Rule[]
  readonly definitions: readonly Definition[]
  readonly notes: readonly LegalNote[]
  readonly forms: readonly FormVersion[]
}

/** A rule whose conditions are ready to be asked. */
export interface ReadyRule {
  readonly rule: Rule
  readonly test: Test
  /** One for each clock of the rule, in order; undefined where the clock always runs. */
  readonly clockTests: readonly (Test | undefined)[]
  /** Whether the pack lacks the law that applies; see {@link Rule.notHeldWhen}. */
  readonly notHeld?: Test
}

/** A pack made ready for use. */
export interface Law {
  readonly pack: LawPack
  readonly surroundings: Surroundings
  readonly rules: readonly ReadyRule[]
}

/**
 * Makes a pack ready. Every condition is compiled at once, so that an unknown operator or definition is an error here
 * and never an answer later. Throws RangeError naming the record.
 */
export function readyLaw(pack: LawPack): Law {
  const definitions = new Map(pack.definitions.map(d => [d.id, d.condition]))
  const surroundings = compiler(id => {
    const condition = definitions.get(id)
    if (condition === undefined) throw new RangeError(`the law pack has no definition ${id}`)
    return condition
  })
  const rules = pack.rules.map(rule => ({
    rule,
    test: surroundings.compile(rule.when),
    clockTests: rule.clocks.map(c => (c.when === undefined ? undefined : surroundings.compile(c.when))),
    ...(rule.notHeldWhen === undefined ? {} : { notHeld: surroundings.compile(rule.notHeldWhen) }),
  }))
  return { pack, surroundings, rules }
}
