import fc from 'fast-check'
import { expect, it } from 'vitest'
import { repeatedKeys } from './repeated-keys.js'

it('finds a name that stands twice in one object, not in two', () => {
  expect(repeatedKeys('{"a": 1,\n "b": {"a": ":,{"},\n "a": 2}')).toEqual([{ key: 'a', line: 3 }])
  expect(repeatedKeys('[{"a": "a"}, {"a": "\\"a"}]')).toEqual([])
})

it('finds none in what was written from an object', () => {
  fc.assert(
    fc.property(fc.jsonValue(), json => {
      expect(repeatedKeys(JSON.stringify(json, null, 1))).toEqual([])
    }),
  )
})
