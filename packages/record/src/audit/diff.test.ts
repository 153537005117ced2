import { canonicalJson, type Json } from '@vigie/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diff, type FieldChange, merge, sameJson } from './diff.js'

const json = () => fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>
const object = () =>
  fc.dictionary(
    fc.string({ maxLength: 3 }).filter(k => k !== '__proto__'),
    json(),
    { maxKeys: 5 },
  )

describe('diff', () => {
  test('gives the path of each field that differs; lists are wholes', () => {
    const before = { title: 'A', details: { lot: '1', tags: ['x'], 'a/b': 1 } }
    const after = { title: 'A', details: { tags: ['x', 'y'], 'a/b': 2, serial: null } }
    expect(diff(before, after)).toEqual([
      { path: '/details/a~1b', before: 1, after: 2 },
      { path: '/details/lot', before: '1' },
      { path: '/details/serial', after: null },
      { path: '/details/tags', before: ['x'], after: ['x', 'y'] },
    ])
  })

  test('is empty for equal values, and only for them', () => {
    fc.assert(
      fc.property(object(), object(), (a, b) => {
        expect(diff(a, a)).toEqual([])
        expect(diff(a, b).length === 0).toBe(canonicalJson(a) === canonicalJson(b))
      }),
    )
  })

  test('backwards has the sides exchanged', () => {
    const turned = ({ path, before, after }: FieldChange) => ({
      path,
      ...(after === undefined ? {} : { before: after }),
      ...(before === undefined ? {} : { after: before }),
    })
    fc.assert(
      fc.property(object(), object(), (a, b) => {
        expect(diff(b, a)).toEqual(diff(a, b).map(turned))
      }),
    )
  })
})

describe('sameJson', () => {
  test('is equality of canonical JSON', () => {
    fc.assert(
      fc.property(json(), json(), (a, b) => {
        expect(sameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
        expect(sameJson(a, JSON.parse(JSON.stringify(a)))).toBe(true)
      }),
    )
    expect(sameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true)
    expect(sameJson({ a: 1 }, { b: 1 })).toBe(false)
    expect(sameJson([], {})).toBe(false)
  })
})

describe('merge', () => {
  test('keeps the first before and the last after', () => {
    expect(
      merge([
        [{ path: '/a', before: 1, after: 2 }],
        [
          { path: '/a', before: 2, after: 3 },
          { path: '/b', after: 1 },
        ],
      ]),
    ).toEqual([
      { path: '/a', before: 1, after: 3 },
      { path: '/b', after: 1 },
    ])
    expect(merge([[{ path: '/a', after: 2 }], [{ path: '/a', before: 2 }]])).toEqual([{ path: '/a' }])
  })
})
