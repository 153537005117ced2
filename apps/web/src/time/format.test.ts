import { expect, it } from 'vitest'
import { dayText, instantText } from './format.js'

it('a day of law keeps its day, whatever the zone of the machine', () => {
  expect(dayText('2026-11-14')).toBe('Sat 14 Nov 2026')
  expect(dayText('about noon')).toBe('about noon')
})

it('an instant is told on the clock of the person', () => {
  expect(instantText('2026-11-23T15:05:00Z', 'Europe/Berlin')).toBe('23 Nov 2026, 16:05 CET')
  expect(instantText('2026-11-23T23:30:00Z', 'Asia/Tokyo')).toMatch(/^24 Nov 2026, 08:30/)
})
