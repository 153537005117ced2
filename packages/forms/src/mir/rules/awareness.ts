import { kind } from '@vigie/kernel'
import { defineRule } from './rule.js'

const EVENT = 'admin_info/adverseEventDateFrom'
const AWARE = 'admin_info/mfrAwarenessDate'
const REPORT = 'admin_info/reportDate'

export const awareness = defineRule({
  id: 'awareness',
  source:
    'MDCG 2023-3 question 15 (day 0 is the day the manufacturer first heard of the incident) and plain logic',
  kinds: {
    'AWARE-BEFORE-EVENT': kind<{ aware: string; event: string }>(
      'recommended',
      'The manufacturer is said to have heard of the incident before it can have happened.',
      p => `The awareness date is ${p.aware}, but the incident cannot have happened before ${p.event}.`,
      () => 'Correct the awareness date, or widen the range of the incident date in 1.2.b.',
    ),
    'AWARE-AFTER-REPORT': kind<{ aware: string; report: string }>(
      'blocks',
      'The manufacturer is said to have heard of the incident after reporting it.',
      p => `The awareness date ${p.aware} is after the date of submission ${p.report}.`,
      () => 'Correct the date that is wrong. The clock starts with the awareness date.',
    ),
    'EVENT-AFTER-REPORT': kind<{ event: string; report: string }>(
      'blocks',
      'The incident is said to have happened after it was reported.',
      p => `The first possible day of the incident ${p.event} is after the date of submission ${p.report}.`,
      () => 'Correct the date that is wrong.',
    ),
  },
  check(form, make, add) {
    const [event, aware, report] = [form.day(EVENT), form.day(AWARE), form.day(REPORT)]
    if (aware !== undefined && event !== undefined && aware < event)
      add(make['AWARE-BEFORE-EVENT'](form.at(AWARE), { aware, event }))
    if (report === undefined) return
    if (aware !== undefined && aware > report)
      add(make['AWARE-AFTER-REPORT'](form.at(AWARE), { aware, report }))
    if (event !== undefined && event > report)
      add(make['EVENT-AFTER-REPORT'](form.at(EVENT), { event, report }))
  },
})
