import { expect, it } from 'vitest'
import { depthOf } from './json-body.js'

it('reads how deep a document is, brackets in texts left out', () => {
  expect(depthOf('{"a":[{"b":"[[[{\\"{"}]}')).toBe(3)
  expect(depthOf('"x"')).toBe(0)
  expect(depthOf('['.repeat(100_000))).toBe(100_000)
})
