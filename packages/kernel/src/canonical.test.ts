import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson, sha256Hex } from './canonical.js'

it('does not depend on the order of keys', () => {
  expect(canonicalJson({ b: 1, a: [true, { d: null, c: 'x' }] })).toBe(
    '{"a":[true,{"c":"x","d":null}],"b":1}',
  )
})

it('hashes as the platform does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), s => {
      expect(sha256Hex(s)).toBe(createHash('sha256').update(s).digest('hex'))
    }),
  )
})
