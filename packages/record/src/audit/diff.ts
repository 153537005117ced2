import { canonicalJson, type Json } from '@vigie/kernel'

/** One field before and after. `path` is a JSON Pointer (RFC 6901) into the row; a side is absent when the field was. */
export interface FieldChange {
  readonly path: string
  readonly before?: Json
  readonly after?: Json
}

export type JsonObject = { readonly [key: string]: Json | undefined }

export const isObject = (v: Json | undefined): v is JsonObject =>
  typeof v === 'object' && v !== null && !Array.isArray(v)
/** Of the object itself: JSON may use any name, `constructor` too. */
export const valueOf = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined
const escape = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** The fields in which two values differ, by path. Objects are entered; lists are compared as wholes. */
export function diff(before: Json | undefined, after: Json | undefined, path = ''): readonly FieldChange[] {
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    return keys.flatMap(key => diff(valueOf(before, key), valueOf(after, key), `${path}/${escape(key)}`))
  }
  if (before === after) return []
  if (before !== undefined && after !== undefined && canonicalJson(before) === canonicalJson(after)) return []
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }]
}

/** Several changes after one another as one: the first before and the last after of each path. */
export function merge(steps: readonly (readonly FieldChange[])[]): readonly FieldChange[] {
  const byPath = new Map<string, FieldChange>()
  for (const { path, ...change } of steps.flat()) {
    const { before } = byPath.get(path) ?? change
    const { after } = change
    byPath.set(path, {
      path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    })
  }
  return [...byPath.values()]
}
