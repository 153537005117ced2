import { expect, it } from 'vitest'
import { newLimiter } from './limiter.js'

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
