import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, day, daysBetween, fromEpochDay, parseDay, weekday, weekdayName } from './day.js'

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map(fromEpochDay)

describe('day', () => {
  it('refuses days that do not exist', () => {
    for (const text of [
      '2026-02-30',
      '2026-13-01',
      '2025-02-29',
      '26-01-01',
      '2026-1-1',
      '2026-01-01T00:00',
      '0000-01-01',
    ]) {
      expect(parseDay(text), text).toBeUndefined()
    }
    expect(parseDay('2024-02-29')).toBe('2024-02-29')
  })

  it('knows the weekday', () => {
    expect(weekdayName(day('2026-11-23'))).toBe('Monday')
    expect(weekday(day('1969-12-28'))).toBe(7)
  })

  it('clips a month that is too short', () => {
    expect(addMonths(day('2027-08-31'), -6)).toBe('2027-02-28')
    expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15')
  })

  it('agrees with Temporal on days, months and weekdays', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: -60, max: 60 }),
        (d, n, m) => {
          const t = Temporal.PlainDate.from(d)
          expect(addDays(d, n)).toBe(t.add({ days: n }).toString())
          expect(addMonths(d, m)).toBe(t.add({ months: m }).toString())
          expect(weekday(d)).toBe(t.dayOfWeek)
          expect(daysBetween(d, addDays(d, n))).toBe(n)
        },
      ),
    )
  })
})
