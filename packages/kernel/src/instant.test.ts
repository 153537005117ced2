import { describe, expect, it } from 'vitest'
import { dayInZone, parseMoment } from './instant.js'

describe('parseMoment', () => {
  it('takes the local date at the place of the person', () => {
    expect(parseMoment('2026-11-23T23:30:00-05:00')).toMatchObject({ day: '2026-11-23' })
    expect(parseMoment('2026-11-23T23:30[America/New_York]')).toMatchObject({
      day: '2026-11-23',
      zone: 'America/New_York',
    })
    expect(parseMoment('2026-11-23')).toEqual({ written: '2026-11-23', day: '2026-11-23' })
  })

  it('says that a time in UTC does not fix the local date', () => {
    expect(parseMoment('2026-11-23T23:30:00Z')).toMatchObject({ day: '2026-11-23', zoneMissing: true })
  })

  it.each([
    '2026-02-31',
    '2026-11-23T10:00',
    'yesterday',
    '2026-11-23T10:00+01:00[Mars/Base]',
    '2026-11-23T25:00Z',
    '',
  ])('refuses %s with a sentence', text => {
    expect(parseMoment(text)).toHaveProperty('fault')
  })

  it('moves an instant into another zone', () => {
    expect(dayInZone(Date.parse('2026-11-23T23:30:00-05:00'), 'Europe/Berlin')).toBe('2026-11-24')
  })
})
