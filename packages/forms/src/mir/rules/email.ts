import { kind } from '@vigie/kernel'
import { leavesHolding } from '../../table/index-of.js'
import { defineRule } from './rule.js'

const SHAPE = /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,.]+$/

const emails = leavesHolding('email')

export const email = defineRule({
  id: 'email',
  source: 'Plain logic; the official schemas take any text',
  kinds: {
    EMAIL: kind<{ label: string; text: string }>(
      'recommended',
      'An e-mail address does not look like one.',
      p => `${p.label} says "${p.text}", which is not an e-mail address.`,
      () => 'Write one address such as vigilance@example.com.',
    ),
  },
  check(form, make, add) {
    for (const { path, row } of emails(form.table)) {
      const text = form.raw(path)?.trim()
      if (text !== undefined && text !== '' && !SHAPE.test(text))
        add(make.EMAIL(form.at(path), { label: row.label, text }))
    }
  },
})
