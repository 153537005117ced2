import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hang, lengthOf, unbroken, wrap } from './wrap.js'

describe('wrapping', () => {
  it('breaks between words', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
    expect(hang('1. ', 'one two three', 24)).toEqual(['1. one two three'])
  })

  it('keeps a citation together', () => {
    expect(wrap('see MDR Art 87(5)', 12)).toEqual(['see MDR', 'Art 87(5)'])
  })

  it('keeps a date with what is said of it', () => {
    expect(wrap(`ends ${unbroken('Thu 2026-12-03, 8 days left')}.`, 20)).toEqual([
      'ends',
      'Thu 2026-12-03, 8 days left.',
    ])
  })

  it('counts what the reader sees', () => {
    expect(lengthOf('\u001B[31mTİTCK\u001B[39m')).toBe(5)
    expect(lengthOf('e\u0301')).toBe(1)
  })

  it('loses no word, and no line is longer than the width unless it is one word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 60 }), (text, width) => {
        const lines = wrap(text, width)
        expect(lines.join(' ').split(' ')).toEqual(text.trim().split(/\s+/))
        for (const line of lines) expect(lengthOf(line) <= width || !line.includes(' ')).toBe(true)
      }),
    )
  })
})
