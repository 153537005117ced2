import { kind } from '@vigie/kernel'
import { leavesHolding } from '../../table/index-of.js'
import { defineRule } from './rule.js'

const countsIn = leavesHolding('count')

const WEIGHT = 'incident_info/patient_info/massKG'

export const counts = defineRule({
  id: 'counts',
  source: 'Plain logic; the official schemas let every number be negative',
  kinds: {
    NEGATIVE: kind<{ label: string; text: string }>(
      'blocks',
      'A count is negative.',
      p => `${p.label} is ${p.text}; a count cannot be negative.`,
      () => 'Correct the number, or take it out if it is not known.',
    ),
    'NO-WEIGHT': kind<{ text: string }>(
      'recommended',
      'The body weight is zero.',
      p => `The body weight is ${p.text} kg.`,
      () => 'Take the weight out if it is not known; zero is not "unknown".',
    ),
  },
  check(form, make, add) {
    for (const { path, row } of countsIn(form.table)) {
      const text = form.raw(path)
      if (text?.includes('-') && Number(text) < 0)
        add(make.NEGATIVE(form.at(path), { label: row.label, text: text.trim() }))
    }
    const weight = form.text(WEIGHT)?.trim()
    if (weight !== undefined && Number(weight) === 0)
      add(make['NO-WEIGHT'](form.at(WEIGHT), { text: weight }))
  },
})
