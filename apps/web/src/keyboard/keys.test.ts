import { expect, it } from 'vitest'
import { keyReader } from './keys.js'

const items = [{ href: '/cases', label: 'Cases', key: 'c' }]

it('reads g and a letter, / and ?', () => {
  let now = 0
  const read = keyReader(items, () => now)
  expect(read('c')).toBeUndefined()
  expect(read('g')).toEqual({ do: 'wait' })
  expect(read('c')).toEqual({ do: 'go', href: '/cases' })
  expect([read('/'), read('?')]).toEqual([{ do: 'search' }, { do: 'list' }])
  read('g')
  now = 5_000
  expect(read('c')).toBeUndefined()
})
