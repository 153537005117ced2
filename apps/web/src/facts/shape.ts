import type { Schema } from './schema.js'

/** What a place in the case file can hold, as an editor needs to know it. */
export type Shape =
  | { readonly kind: 'text'; readonly most: number | undefined }
  | { readonly kind: 'country' }
  | { readonly kind: 'day' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'number'; readonly whole: boolean }
  | { readonly kind: 'list'; readonly of: Shape; readonly most: number | undefined }
  | { readonly kind: 'map'; readonly of: Shape }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  /** A fact: its value, or why there is none, with source and day. */
  | { readonly kind: 'fact'; readonly value: Shape }
  /** A value that may be said to be not known. */
  | { readonly kind: 'open'; readonly value: Shape }

export interface Field {
  readonly key: string
  readonly shape: Shape
  readonly required: boolean
  readonly description: string | undefined
}

/** Reads the schema of the case file, so that no field of it is listed by hand. Throws on a shape it does not know. */
export function shapeOf(schema: Schema, at = ''): Shape {
  const { anyOf } = schema
  if (anyOf !== undefined) return unionOf(anyOf, at)
  if (schema.enum !== undefined) return { kind: 'choice', options: schema.enum }
  switch (schema.type) {
    case 'object':
      return objectOf(schema, at)
    case 'array':
      return { kind: 'list', of: shapeOf(schema.items ?? {}, `${at}[]`), most: schema.maxItems }
    case 'boolean':
      return { kind: 'yes-no' }
    case 'integer':
    case 'number':
      return { kind: 'number', whole: schema.type === 'integer' }
    case 'string':
      return stringOf(schema)
  }
  throw new Error(`the schema of the case file has something new at ${at}`)
}

function stringOf(schema: Schema): Shape {
  if (schema.format === 'date') return { kind: 'day' }
  if (schema.pattern === '^[A-Za-z]{2}$') return { kind: 'country' }
  if (schema.description?.includes('[Europe/Berlin]') === true) return { kind: 'moment' }
  return { kind: 'text', most: schema.maxLength }
}

function objectOf(schema: Schema, at: string): Shape {
  if (schema.properties === undefined) {
    const inner = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}
    return { kind: 'map', of: shapeOf(inner, `${at}{}`) }
  }
  const fields = Object.entries(schema.properties)
    .filter(([key]) => key !== '$schema')
    .map(([key, inner]) => ({
      key,
      shape: shapeOf(inner, `${at}.${key}`),
      required: schema.required?.includes(key) === true,
      description: inner.description,
    }))
  return { kind: 'group', fields }
}

/** A union is yes and no, a fact, or a value that may be unknown; nothing else is in the schema. */
function unionOf(anyOf: readonly Schema[], at: string): Shape {
  const [first = {}] = anyOf
  if (first.type === 'boolean' && anyOf.length === 2) return { kind: 'yes-no' }
  if (anyOf.some(s => s.properties?.['askedOn'] !== undefined)) {
    return { kind: 'fact', value: shapeOf(first, at) }
  }
  if (anyOf.length === 2 && isUnknown(anyOf[1])) return { kind: 'open', value: shapeOf(first, at) }
  throw new Error(`the schema of the case file has a new union at ${at}`)
}

const isUnknown = (schema: Schema | undefined) =>
  schema?.anyOf?.some(s => s.const === 'unknown') === true && schema.anyOf.some(s => s.type === 'null')
