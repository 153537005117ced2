import type { ConflictBody } from '@vigie/desk/shapes'

export type Side = 'mine' | 'theirs'

/** The side that is taken when nobody chose: mine, save where both changed the same. */
export const sideOf = (conflict: ConflictBody, path: string, chosen: Readonly<Record<string, Side>>): Side =>
  chosen[path] ?? (conflict.both.includes(path) ? 'theirs' : 'mine')

/** What is there now, with those of my changes on top that were chosen. */
export function merged(conflict: ConflictBody, chosen: Readonly<Record<string, Side>>): unknown {
  return conflict.yours
    .filter(change => sideOf(conflict, change.path, chosen) === 'mine')
    .reduce<unknown>((value, change) => set(value, stepsOf(change.path), change.after), conflict.current)
}

/** The steps of a JSON Pointer (RFC 6901). */
export const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))

function set(value: unknown, steps: readonly string[], to: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return to
  const object: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  const inner = set(object[step], rest, to)
  const { [step]: _, ...others } = object
  return inner === undefined ? others : { ...object, [step]: inner }
}
