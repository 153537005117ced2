import { kind } from '@vigie/kernel'
import { defineRule, type MirPath } from './rule.js'

const PAST: readonly MirPath[] = [
  'admin_info/adverseEventDateFrom',
  'admin_info/adverseEventDateTo',
  'admin_info/mfrAwarenessDate',
  'admin_info/mfrAwarenessReportDate',
  'device_info/deviceMfrDate',
  'device_info/ImplantedDateFrom',
  'device_info/ImplantedDateTo',
  'device_info/ExplantedDateFrom',
  'device_info/ExplantedDateTo',
]
const REPORT = 'admin_info/reportDate'

export const datesInFuture = defineRule({
  id: 'dates-in-future',
  source: 'Plain logic: what has happened has a date that is not in the future',
  kinds: {
    'FUTURE-DATE': kind<{ label: string; date: string; today: string }>(
      'blocks',
      'A date of something that has happened is in the future.',
      p => `${p.label} is ${p.date}, which is after today (${p.today}).`,
      () => 'Correct the date; look at day and month, which are easily swapped.',
    ),
    'REPORT-IN-FUTURE': kind<{ date: string; today: string }>(
      'recommended',
      'The date of submission is in the future.',
      p => `The date of submission is ${p.date}, which is after today (${p.today}).`,
      () => 'Put in the day on which you really send the report.',
    ),
  },
  check(form, make, add) {
    const { today } = form
    if (today === undefined) return
    for (const path of PAST) {
      const date = form.day(path)
      if (date !== undefined && date > today)
        add(make['FUTURE-DATE'](form.at(path), { label: form.label(path), date, today }))
    }
    const date = form.day(REPORT)
    if (date !== undefined && date > today) add(make['REPORT-IN-FUTURE'](form.at(REPORT), { date, today }))
  },
})
