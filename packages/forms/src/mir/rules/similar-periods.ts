import { addDays, daysBetween, kind } from '@vigie/kernel'
import { defineRule } from './rule.js'

const SIMILAR = 'mfr_invest/similarIncidents'
/** Newest first. */
const PERIODS = (['timePeriodN', 'timePeriodN-1', 'timePeriodN-2', 'timePeriodN-3'] as const).map(p => ({
  name: p.replace('timePeriod', ''),
  path: `${SIMILAR}/${p}` as const,
  startDate: `${SIMILAR}/${p}/startDate` as const,
  endDate: `${SIMILAR}/${p}/endDate` as const,
}))

export const similarPeriods = defineRule({
  id: 'similar-periods',
  source:
    'Section 4.3.3 of the form: up to four periods one after the other, a year each unless there is a reason',
  kinds: {
    'PERIOD-BACKWARDS': kind<{ name: string; start: string; end: string }>(
      'blocks',
      'A period ends before it begins.',
      p => `Period ${p.name} runs from ${p.start} to ${p.end}, which is backwards.`,
      () => 'Give the first day before the last.',
    ),
    'PERIOD-OVERLAP': kind<{ name: string; before: string; start: string; end: string }>(
      'blocks',
      'Two periods overlap, so incidents are counted twice.',
      p => `Period ${p.name} begins on ${p.start}, but period ${p.before} before it ends on ${p.end}.`,
      () => 'Let each period begin the day after the one before it ends.',
    ),
    'PERIOD-GAP': kind<{ name: string; before: string; days: number }>(
      'recommended',
      'There are days between two periods that belong to none.',
      p => `Between period ${p.before} and period ${p.name} there are ${p.days} days that belong to neither.`,
      () => 'Let each period begin the day after the one before it ends, or say in 4.3.3.d why not.',
    ),
    'PERIOD-LENGTH': kind<{ name: string; days: number }>(
      'recommended',
      'An earlier period is not about a year long.',
      p => `Period ${p.name} is ${p.days} days long; the form expects a year.`,
      () => 'Use years, or say in 4.3.3.d why another length is right.',
    ),
    'PERIOD-MISSING': kind<{ name: string; later: string }>(
      'recommended',
      'A period is left out between two others.',
      p => `Period ${p.later} is filled in, but period ${p.name} is not.`,
      () => 'Fill in the periods without leaving one out.',
    ),
    'PERIOD-IN-FUTURE': kind<{ name: string; end: string; report: string }>(
      'recommended',
      'A period ends after the report was sent.',
      p => `Period ${p.name} ends on ${p.end}, after the date of submission ${p.report}.`,
      () => 'End the current period with the last day for which you have numbers.',
    ),
  },
  check(form, make, add) {
    if (!form.has(SIMILAR)) return
    const periods = PERIODS.map(p => ({
      ...p,
      start: form.day(p.startDate),
      end: form.day(p.endDate),
      given: form.has(p.path),
    }))
    const report = form.day('admin_info/reportDate')
    for (const [i, { name, path, startDate, endDate, start, end, given }] of periods.entries()) {
      const at = form.at(endDate)
      if (start !== undefined && end !== undefined) {
        if (start > end) add(make['PERIOD-BACKWARDS'](at, { name, start, end }))
        else {
          const days = daysBetween(start, end) + 1
          // The current period may be shorter: it ends with the report.
          if (i > 0 && (days < 360 || days > 372)) add(make['PERIOD-LENGTH'](at, { name, days }))
          if (i === 0 && days > 372) add(make['PERIOD-LENGTH'](at, { name, days }))
        }
      }
      if (end !== undefined && report !== undefined && end > report)
        add(make['PERIOD-IN-FUTURE'](at, { name, end, report }))
      const later = periods[i + 1]
      if (later === undefined) continue
      if (!given && later.given) add(make['PERIOD-MISSING'](form.at(path), { name, later: later.name }))
      if (start === undefined || later.end === undefined || later.end < (later.start ?? later.end)) continue
      const where = form.at(startDate)
      if (start <= later.end)
        add(make['PERIOD-OVERLAP'](where, { name, before: later.name, start, end: later.end }))
      else if (start > addDays(later.end, 1))
        add(
          make['PERIOD-GAP'](where, {
            name,
            before: later.name,
            days: daysBetween(later.end, start) - 1,
          }),
        )
    }
  },
})
