import { kind } from '@vigie/kernel'
import { defineRule } from './rule.js'

const FROM = 'admin_info/adverseEventDateFrom'
const TO = 'admin_info/adverseEventDateTo'

export const eventDates = defineRule({
  id: 'event-dates',
  source: 'Section 1.2.b of the form: a range, first day before last day',
  kinds: {
    'EVENT-DATES': kind<{ from: string; to: string }>(
      'blocks',
      'The range of the incident date ends before it begins.',
      p => `The incident is said to have happened from ${p.from} to ${p.to}, which runs backwards.`,
      () => 'Give the earlier day first. If the day is known, give it twice.',
    ),
  },
  check(form, make, add) {
    const [from, to] = [form.day(FROM), form.day(TO)]
    if (from !== undefined && to !== undefined && from > to)
      add(make['EVENT-DATES'](form.at(TO), { from, to }))
  },
})
