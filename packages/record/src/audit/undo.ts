import type { Json } from '@vigie/kernel'
import { type FieldChange, isObject, type JsonObject, valueOf } from './diff.js'

/** The value as it was before some changes, told as one; paths are JSON Pointers (RFC 6901) into it. */
export function undo(after: Json, changes: readonly FieldChange[]): Json {
  // Backwards: a later change of a whole can hold what an earlier one changed inside it.
  return changes.reduceRight((value, { path, before }) => put(value, path.split('/').slice(1), before), after)
}

function put(value: Json, path: readonly string[], to: Json | undefined): Json {
  const [first, ...rest] = path
  if (first === undefined) return to ?? null
  const key = first.replaceAll('~1', '/').replaceAll('~0', '~')
  // Lists are changed as wholes, so a path never leads into one.
  const object: JsonObject = isObject(value) ? value : {}
  const others = Object.entries(object).filter(([name]) => name !== key)
  if (rest.length === 0 && to === undefined) return Object.fromEntries(others)
  return Object.fromEntries([
    ...others,
    [key, rest.length === 0 ? to : put(valueOf(object, key) ?? {}, rest, to)],
  ])
}
