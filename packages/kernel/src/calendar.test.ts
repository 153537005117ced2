import { expect, it } from 'vitest'
import { addWorkingDays, onOrNextWorkingDay, type WorkCalendar } from './calendar.js'
import { day } from './day.js'

const christmas: WorkCalendar = {
  id: 'test',
  holidayName: d => (['2026-12-25', '2026-12-26'].includes(d) ? 'Christmas' : undefined),
}

it('moves over weekends and holidays', () => {
  expect(onOrNextWorkingDay(day('2026-12-25'), christmas)).toBe('2026-12-28')
  expect(onOrNextWorkingDay(day('2026-12-24'), christmas)).toBe('2026-12-24')
})

it('counts working days without the first day', () => {
  expect(addWorkingDays(day('2026-12-23'), 2, christmas)).toBe('2026-12-28')
})

it('counts working days backwards', () => {
  expect(addWorkingDays(day('2026-12-28'), -2, christmas)).toBe('2026-12-23')
})
