import { readFileSync } from 'node:fs'
import { type Day, day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { calendarFor } from '../calendars/calendars.js'
import { dueDates } from '../engine/clock.js'
import type { Clock } from '../engine/rule.js'
import { incidentClocks } from './conditions.js'
import { BUILT_IN_PACK } from './index.js'

/** The cells of the first table of a golden file, without its two header lines. */
function table(file: string): string[][] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('|'))
    .slice(2)
    .map(line =>
      line
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim()),
    )
}

const clock = (rule: string, id: string): Clock => {
  const found = BUILT_IN_PACK.rules.find(r => r.id === rule)?.clocks.find(c => c.id === id)
  if (found === undefined) throw new RangeError(`${rule} has no clock ${id}`)
  return found
}

describe('golden dates', () => {
  const eu = table('./eu/mdr-87.golden.md')

  it('has read them', () => expect(eu).toHaveLength(10))

  it.each(eu)('MDR Art 87, awareness %s', (awareness, two, ten, fifteen) => {
    const clocks = [
      clock('EU-VIG-02', 'public-health-threat'),
      clock('EU-VIG-03', 'death'),
      clock('EU-VIG-01', 'other'),
    ]
    const dates = clocks.map(c => {
      const { target, ceiling } = dueDates(c, day(String(awareness)), calendarFor('DE'))
      return `${target} / ${ceiling}`
    })
    expect(dates).toEqual([two, ten, fifteen])
  })

  it.each(table('./us/cfr-803.golden.md'))('21 CFR 803 and 806, day 0 %s', (zero, thirty, five, ten) => {
    const due = (c: Clock): Day => dueDates(c, day(String(zero)), calendarFor('US-federal')).ceiling
    expect(due(clock('US-MDR-01', 'death'))).toBe(thirty)
    expect(due(clock('US-MDR-02', 'five-work-days'))).toBe(five)
    expect(due(clock('US-COR-01', 'initiated'))).toBe(ten)
  })

  it('moves nothing in Great Britain and Switzerland', () => {
    const { other } = incidentClocks('none')
    expect(dueDates(other, day('2026-11-27'), calendarFor('GB'))).toMatchObject({
      target: '2026-12-12',
      ceiling: '2026-12-12',
    })
  })

  it('never moves a deadline counted backwards', () => {
    const { target, ceiling } = dueDates(
      clock('EU-SUP-01', 'six-months-before'),
      day('2027-08-31'),
      calendarFor('DE'),
    )
    expect([target, ceiling]).toEqual(['2027-02-28', '2027-02-28'])
  })
})
