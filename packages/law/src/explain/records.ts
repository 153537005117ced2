import { shippedLaw } from '../assess/assess.js'
import type { Law } from '../engine/pack.js'
import type { Definition, LegalNote, Rule } from '../engine/rule.js'

/** A record of a law pack with its kind: a duty, a definition, or a dated fact that no condition asks about. */
export type LawRecord =
  | { readonly type: 'rule'; readonly record: Rule }
  | { readonly type: 'definition'; readonly record: Definition }
  | { readonly type: 'note'; readonly record: LegalNote }

/** Every record of a law: rules, definitions, notes, in the order of the pack. */
export function lawRecords(law: Law = shippedLaw()): readonly LawRecord[] {
  return [
    ...law.pack.rules.map(record => ({ type: 'rule', record }) as const),
    ...law.pack.definitions.map(record => ({ type: 'definition', record }) as const),
    ...law.pack.notes.map(record => ({ type: 'note', record }) as const),
  ]
}

/** The record with an id, or undefined. */
export function lawRecord(id: string, law: Law = shippedLaw()): LawRecord | undefined {
  return lawRecords(law).find(r => r.record.id === id)
}
