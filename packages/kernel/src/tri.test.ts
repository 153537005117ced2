import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Tri, triAll, triAny, triNot } from './tri.js'

const answers = fc.array(fc.constantFrom<Tri>('yes', 'no', 'unknown'))

it('follows De Morgan', () => {
  fc.assert(
    fc.property(answers, list => {
      expect(triNot(triAll(list))).toBe(triAny(list.map(triNot)))
    }),
  )
})

it('never lets unknown become no', () => {
  expect(triAny(['no', 'unknown'])).toBe('unknown')
  expect(triAll(['yes', 'unknown'])).toBe('unknown')
  expect(triAll(['no', 'unknown'])).toBe('no')
})
