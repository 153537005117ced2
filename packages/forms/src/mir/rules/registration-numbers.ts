import { kind } from '@vigie/kernel'
import { textAt } from '../../report.js'
import { leavesOf } from '../../table/index-of.js'
import { defineRule } from './rule.js'

/** Country, role, nine digits: the pattern of the EUDAMED data exchange. */
const SRN = /^[A-Z]{2}-(AR|MF|SP|IM|PR)-\d{9}$/
const ROLES: Readonly<Record<'MF' | 'AR', readonly string[]>> = { MF: ['MF', 'PR', 'SP'], AR: ['AR'] }

export const registrationNumbers = defineRule({
  id: 'registration-numbers',
  source: 'MDR Article 31; pattern of the EUDAMED data-exchange schemas',
  kinds: {
    'SRN-SHAPE': kind<{ label: string; text: string }>(
      'recommended',
      'A single registration number does not have the shape of one.',
      p => `${p.label} says "${p.text}", which is not a single registration number.`,
      () => 'Write it as EUDAMED gives it, such as DE-MF-000012345, or leave it out.',
    ),
    'SRN-ROLE': kind<{ label: string; text: string; role: string }>(
      'recommended',
      'A single registration number belongs to an actor with another role.',
      p => `${p.label} says ${p.text}, which is the number of an actor with the role ${p.role}.`,
      () => 'Check whether the number belongs to this organisation.',
    ),
  },
  *check(form, make) {
    for (const { path, row } of leavesOf(form.table)) {
      if (row.holds?.is !== 'srn') continue
      const text = textAt(form.report, path)?.trim()
      if (text === undefined || text === '' || /^(?:n\/?a|none|unknown)$/i.test(text)) continue
      const role = SRN.exec(text)?.[1]
      if (role === undefined) yield make['SRN-SHAPE'](form.at(path), { label: row.label, text })
      else if (!ROLES[row.holds.role].includes(role))
        yield make['SRN-ROLE'](form.at(path), { label: row.label, text, role })
    }
  },
})
