import { kind } from '@vigie/kernel'
import { defineRule } from './rule.js'

const INCIDENT = 'admin_info/mfrAwarenessDate'
const REPORTABLE = 'admin_info/mfrAwarenessReportDate'
const COMMENTS = 'other_reporting_info/AdditionalComments'

export const awarenessOfReportability = defineRule({
  id: 'awareness-of-reportability',
  source: 'MDCG 2023-3 question 15: where the two awareness dates differ, section 5 explains why',
  kinds: {
    'AWARENESS-UNEXPLAINED': kind<{ incident: string; reportable: string }>(
      'blocks',
      'The two awareness dates differ and section 5 does not explain it.',
      p =>
        `The manufacturer heard of the incident on ${p.incident} and learnt that it is reportable on ${p.reportable}; section 5 does not say why these differ.`,
      () => 'Explain the difference in section 5, General comments.',
    ),
    'REPORTABLE-BEFORE-AWARE': kind<{ incident: string; reportable: string }>(
      'blocks',
      'The incident is said to have been known as reportable before it was known at all.',
      p =>
        `The awareness date of reportability ${p.reportable} is before the awareness date of the incident ${p.incident}.`,
      () => 'Correct the date that is wrong.',
    ),
  },
  check(form, make, add) {
    const [incident, reportable] = [form.day(INCIDENT), form.day(REPORTABLE)]
    if (incident === undefined || reportable === undefined || incident === reportable) return
    if (reportable < incident)
      add(make['REPORTABLE-BEFORE-AWARE'](form.at(REPORTABLE), { incident, reportable }))
    else if (!form.says(COMMENTS))
      add(make['AWARENESS-UNEXPLAINED'](form.at(COMMENTS), { incident, reportable }))
  },
})
