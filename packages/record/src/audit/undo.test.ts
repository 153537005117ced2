import { canonicalJson, type Json } from '@vigie/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diff, merge } from './diff.js'
import { undo } from './undo.js'

const json: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 3 }).map(v => JSON.parse(JSON.stringify(v)))
const row = fc.dictionary(fc.string({ minLength: 1 }), json)

it('takes changes back, whatever was changed and however often', () => {
  fc.assert(
    fc.property(row, row, row, (first, second, third) => {
      const changes = merge([diff(first, second), diff(second, third)])
      expect(canonicalJson(undo(third, changes))).toBe(canonicalJson(first))
    }),
    { numRuns: 200 },
  )
})

it('takes back a change inside a document', () => {
  const changes = [
    { path: '/content/a~1b', before: 1, after: 2 },
    { path: '/content/c', after: true },
  ]
  expect(undo({ content: { 'a/b': 2, c: true } }, changes)).toEqual({ content: { 'a/b': 1 } })
})

it('takes back a change inside a document that was removed afterwards', () => {
  const [first, second, third] = [{ a: {} }, { a: { b: 1 } }, {}]
  expect(undo(third, merge([diff(first, second), diff(second, third)]))).toEqual(first)
})
