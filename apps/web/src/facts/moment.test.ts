import { expect, it } from 'vitest'
import { readMoment, writeMoment } from './moment.js'

it.each([
  '2026-11-23',
  '2026-11-23T16:05[Europe/Berlin]',
  '2026-11-23T16:05:00+01:00',
  '2026-11-23T15:05:00Z',
])('%s is read and written as it was', text => {
  const parts = readMoment(text)
  expect(parts === undefined ? '' : writeMoment(parts)).toBe(text)
})

it('is not guessed', () => {
  expect(readMoment('yesterday')).toBeUndefined()
  expect(writeMoment({ day: '2026-11-23', time: '16:05', place: '' })).toBe('2026-11-23T16:05')
})
