import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Schema } from './schema.js'
import { type Shape, shapeOf } from './shape.js'

const schema: Schema = JSON.parse(
  readFileSync(new URL('../../../../docs/case.schema.json', import.meta.url), 'utf8'),
)

function at(shape: Shape, path: string): Shape {
  return path.split('.').reduce<Shape>((here, key) => {
    const inner = here.kind === 'list' ? here.of : here.kind === 'open' ? here.value : here
    const found = inner.kind === 'group' ? inner.fields.find(f => f.key === key)?.shape : undefined
    if (found === undefined) throw new Error(`no ${key}`)
    return found
  }, shape)
}

it('reads the whole published schema', () => {
  const shape = shapeOf(schema)
  expect(at(shape, 'devices.riskClass')).toMatchObject({ kind: 'fact', value: { kind: 'choice' } })
  expect(at(shape, 'devices.active')).toEqual({ kind: 'fact', value: { kind: 'yes-no' } })
  expect(at(shape, 'devices.markets')).toEqual({
    kind: 'fact',
    value: { kind: 'list', of: { kind: 'country' }, most: undefined },
  })
  expect(at(shape, 'event.from')).toEqual({ kind: 'open', value: { kind: 'day' } })
  expect(at(shape, 'event.patient.age')).toMatchObject({ kind: 'fact', value: { kind: 'group' } })
  expect(at(shape, 'awareness.at')).toEqual({ kind: 'moment' })
  expect(at(shape, 'fieldActions.decidedOn')).toEqual({ kind: 'open', value: { kind: 'moment' } })
  expect(at(shape, 'authorisedRepresentative.country')).toEqual({ kind: 'country' })
  expect(at(shape, 'report.authorityReferences')).toMatchObject({ kind: 'map', of: { kind: 'text' } })
  expect(at(shape, 'similarIncidents.usesAnnexA')).toEqual({ kind: 'yes-no' })
  expect(at(shape, 'event.description')).toEqual({ kind: 'text', most: 4000 })
})

it('does not pass over something new', () => {
  expect(() => shapeOf({ type: 'object', properties: { a: { type: 'null' } } })).toThrow('.a')
  expect(() => shapeOf({ anyOf: [{ type: 'string' }, { type: 'number' }] })).toThrow('union')
})
