import { kind } from '@vigie/kernel'
import { checkSrn } from '@vigie/udi'
import { leavesHolding } from '../../table/index-of.js'
import { defineRule } from './rule.js'

const ROLES: Readonly<Record<'MF' | 'AR', readonly string[]>> = { MF: ['MF', 'PR', 'SP'], AR: ['AR'] }

const numbers = leavesHolding('srn')

/** What is wrong with a number itself is told by the findings of the identifiers (`UDI-…`), as recommendations. */
export const registrationNumbers = defineRule({
  id: 'registration-numbers',
  source: 'MDR Article 31; pattern of the EUDAMED data-exchange schemas',
  kinds: {
    'SRN-ROLE': kind<{ label: string; text: string; role: string }>(
      'recommended',
      'A single registration number belongs to an actor with another role.',
      p => `${p.label} says ${p.text}, which is the number of an actor with the role ${p.role}.`,
      () => 'Check whether the number belongs to this organisation.',
    ),
  },
  check(form, make, add) {
    for (const { path, row } of numbers(form.table)) {
      if (row.holds?.is !== 'srn') continue
      const text = form.raw(path)?.trim()
      if (text === undefined || text === '' || /^(?:n\/?a|none|unknown)$/i.test(text)) continue
      const at = form.at(path)
      const { findings, role } = checkSrn(text, at)
      for (const finding of findings) add({ ...finding, ...at, severity: 'recommended' })
      if (role !== undefined && !ROLES[row.holds.role].includes(role))
        add(make['SRN-ROLE'](at, { label: row.label, text, role }))
    }
  },
})
