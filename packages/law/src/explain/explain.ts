import type { CaseFile } from '@vigie/facts'
import type { Day, Tri } from '@vigie/kernel'
import { shippedLaw } from '../assess/assess.js'
import { decide } from '../assess/decide.js'
import { subjectsOf } from '../assess/instances.js'
import type { Condition } from '../engine/condition.js'
import { factsOf } from '../engine/facts-of.js'
import type { FactPath } from '../engine/law-facts.js'
import type { Law } from '../engine/pack.js'
import { missingFacts, traceOf } from '../engine/trace.js'
import { decidingFacts } from './deciding.js'
import type { LawRecord } from './records.js'
import { type ConditionText, conditionText } from './words.js'

/** A record in words: when it applies and, for a rule, when each of its clocks runs. */
export interface Explained {
  readonly id: string
  /** Absent for a note: no condition asks about it. */
  readonly when?: ConditionText
  readonly clocks: readonly { readonly clock: string; readonly when: ConditionText | null }[]
}

/** A record answered for one thing in a case: a device in the incident, a field action, ... */
export interface ExplainedForCase extends Explained {
  readonly device: string
  /** Reference of the field action, trend and so on; `null` for the incident. */
  readonly about: string | null
  readonly answer: Tri
  /** The day whose law counts. */
  readonly on: Day
  readonly deciding: readonly FactPath[]
  readonly missing: readonly FactPath[]
}

/** When a record applies, as readable sentences. */
export function explain({ type, record }: LawRecord, law: Law = shippedLaw()): Explained {
  if (type === 'note') return { id: record.id, clocks: [] }
  if (type === 'definition') return { id: record.id, when: conditionText(record.condition, law), clocks: [] }
  return {
    id: record.id,
    when: conditionText(record.when, law),
    clocks: record.clocks.map(c => ({
      clock: c.id,
      when: c.when === undefined ? null : conditionText(c.when, law),
    })),
  }
}

/**
 * How a record comes to its answer on a case, once for each thing it is applied to: every condition with its answer,
 * the facts that decided and those that are missing. A definition is answered for the devices in the incident;
 * a note for nothing.
 */
export function explainForCase(
  { type, record }: LawRecord,
  file: CaseFile,
  at: Day,
  law: Law = shippedLaw(),
): readonly ExplainedForCase[] {
  if (type === 'note') return []
  const scope = type === 'rule' ? record.scope : 'incident'
  const ready = law.rules.find(r => r.rule.id === record.id)
  return subjectsOf(file)
    .filter(subject => subject.scope === scope)
    .map(subject => {
      const facts = factsOf(file, subject.device, subject.instance, at)
      const on = ready === undefined ? at : decide(ready, subject, facts, file, at).on
      const say = (condition: Condition) => conditionText(condition, law, { facts, on })
      const condition = type === 'rule' ? record.when : record.condition
      const trace = traceOf(condition, facts, on, law.surroundings)
      return {
        id: record.id,
        device: subject.device.name,
        about: subject.about,
        answer: trace.answer,
        on,
        when: say(condition),
        clocks:
          type === 'rule'
            ? record.clocks.map(c => ({ clock: c.id, when: c.when === undefined ? null : say(c.when) }))
            : [],
        deciding: decidingFacts(trace, facts),
        missing: missingFacts(trace, facts),
      }
    })
}
