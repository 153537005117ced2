import { expect, it } from 'vitest'
import { readFact, writeFact } from './fact-value.js'

it.each([
  [undefined, { state: 'none' }],
  ['unknown', { state: 'unknown' }],
  [
    { state: 'asked', askedOn: '2026-11-20', source: 'letter' },
    { state: 'asked', askedOn: '2026-11-20', source: 'letter' },
  ],
  [
    { value: ['DE'], source: 'hospital e-mail', learnt: '2026-11-23' },
    { state: 'known', value: ['DE'] },
  ],
  [{ years: 41 }, { state: 'known', value: { years: 41 } }],
  [
    { state: 'not-applicable', source: 'x' },
    { state: 'not-applicable', source: 'x' },
  ],
  ['yes', { state: 'known', value: 'yes' }],
  [false, { state: 'known', value: false }],
])('%o is read and written as it was', (written, fact) => {
  expect(readFact(written)).toMatchObject(fact)
  expect(writeFact(readFact(written))).toEqual(written)
})

it('null is the same as unknown; blanks are no source', () => {
  expect(writeFact(readFact(null))).toBe('unknown')
  expect(writeFact({ state: 'known', value: 1, source: ' ' })).toBe(1)
  expect(writeFact({ state: 'known', value: undefined, source: 'x' })).toBeUndefined()
})
