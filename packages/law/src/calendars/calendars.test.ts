import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { calendarFor } from './calendars.js'

const holidays = (id: string, from: string, days: number) => {
  const calendar = calendarFor(id)
  return Array.from({ length: days }, (_, i) => {
    const d = day(new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10))
    return calendar.holidayName(d) === undefined ? [] : [d.slice(5)]
  }).flat()
}

describe('holidays that move a ceiling', () => {
  it('knows Christmas and New Year in Germany, not Christmas Eve', () => {
    expect(holidays('DE', '2026-12-20', 15)).toEqual(['12-25', '12-26', '01-01'])
  })

  it('leaves out the holidays of single regions', () => {
    expect(holidays('DE', '2026-11-01', 1)).toEqual([])
    expect(holidays('DE', '2026-06-04', 1)).toEqual([])
  })

  it('knows Saint Patrick and the Twelfth in Northern Ireland', () => {
    expect(calendarFor('XI').holidayName(day('2026-03-17'))).toBeDefined()
    expect(calendarFor('XI').holidayName(day('2026-07-13'))).toBeDefined()
    expect(calendarFor('GB').holidayName(day('2026-03-17'))).toBeUndefined()
  })

  it('knows Thanksgiving and observed federal holidays', () => {
    expect(holidays('US-federal', '2026-11-23', 8)).toEqual(['11-26'])
    expect(holidays('US-federal', '2026-07-01', 5)).toEqual(['07-03', '07-04'])
    expect(holidays('US-federal', '2026-04-01', 10)).toEqual([])
  })

  it('covers holidays of several days and skips half days', () => {
    expect(holidays('RO', '2026-01-01', 3)).toEqual(['01-01', '01-02'])
    expect(holidays('IS', '2026-12-24', 1)).toEqual([])
    expect(holidays('TR', '2026-05-25', 7)).toEqual(['05-27', '05-28', '05-29', '05-30'])
  })
})
