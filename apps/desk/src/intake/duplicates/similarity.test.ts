import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shingles, similarity } from './similarity.js'

const of = (a: string, b: string) => similarity(shingles(a), shingles(b))

it('counts runs of three words, whatever their signs and capitals', () => {
  expect(of('The pump ran free at night.', 'the PUMP, ran free; at night')).toBe(1)
  expect(of('a b c d', 'a b c e')).toBeCloseTo(1 / 3)
  expect(of('one two', 'one two')).toBe(1)
  expect(of('', '')).toBe(0)
})

it('is the same both ways and lies between 0 and 1', () => {
  const text = fc
    .array(fc.constantFrom('pump', 'lot', 'ran', 'free', 'Öl'), { maxLength: 12 })
    .map(w => w.join(' '))
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(of(a, b)).toBe(of(b, a))
      expect(of(a, b)).toBeGreaterThanOrEqual(0)
      expect(of(a, b)).toBeLessThanOrEqual(1)
      if (a !== '') expect(of(a, a)).toBe(1)
    }),
  )
})
