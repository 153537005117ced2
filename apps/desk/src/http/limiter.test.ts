import { expect, it } from 'vitest'
import { addressKey, newLimiter } from './limiter.js'

it('lets a key through so many times a minute, and says how long to wait', () => {
  let now = 0
  const limiter = newLimiter(2, 3, () => now)
  expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([undefined, undefined, 60])
  now = 45_500
  expect([limiter.take('b'), limiter.take('b')]).toEqual([undefined, 15])
  now = 60_000
  expect(limiter.take('a')).toBeUndefined()
})

it('starts anew when the clock was set back', () => {
  let now = 100_000
  const limiter = newLimiter(1, 9, () => now)
  limiter.take('a')
  now = 0
  expect(limiter.take('a')).toBeUndefined()
})

it('in a flood of keys those that came before keep their own count, and the new ones share one', () => {
  const limiter = newLimiter(2, Number.POSITIVE_INFINITY, () => 0)
  for (let i = 0; i < 10_000; i++) expect(limiter.take(`k${i}`)).toBeUndefined()
  expect([limiter.take('new-1'), limiter.take('new-2'), limiter.take('new-3')]).toEqual([
    undefined,
    undefined,
    60,
  ])
  expect(limiter.take('k0')).toBeUndefined()
})

it.each([
  ['10.0.0.7', '10.0.0.7'],
  ['::ffff:10.0.0.7', '10.0.0.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::99', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('an address %s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key)
})
