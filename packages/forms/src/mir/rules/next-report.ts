import { kind } from '@vigie/kernel'
import { defineRule } from './rule.js'

const NEXT = 'admin_info/reportNextDate'
const REPORT = 'admin_info/reportDate'

export const nextReport = defineRule({
  id: 'next-report',
  source: 'Section "Expected date of next report" of the form: only for initial and follow-up reports',
  kinds: {
    'NEXT-REPORT-DATE': kind<{ next: string; report: string }>(
      'blocks',
      'The next report is announced for a day that is not after this report.',
      p => `The next report is announced for ${p.next}, which is not after this report of ${p.report}.`,
      () => 'Give the day on which the authority can expect the next report.',
    ),
    'NEXT-REPORT-IN-FINAL': kind<{ next: string }>(
      'recommended',
      'A final report announces another report.',
      p => `This is a final report, but it announces a next report for ${p.next}.`,
      () => 'Take the date out, or send a follow-up report instead.',
    ),
  },
  check(form, make, add) {
    const [next, report] = [form.day(NEXT), form.day(REPORT)]
    if (next === undefined) return
    if (form.is('IF', 'FR', 'FN')) add(make['NEXT-REPORT-IN-FINAL'](form.at(NEXT), { next }))
    else if (report !== undefined && next <= report)
      add(make['NEXT-REPORT-DATE'](form.at(NEXT), { next, report }))
  },
})
