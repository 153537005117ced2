import { kind } from '@vigie/kernel'
import { textAt } from '../../report.js'
import { leavesOf } from '../../table/index-of.js'
import { defineRule } from './rule.js'

export const udi = defineRule({
  id: 'udi',
  source: 'MDR Annex VI Part C; the rules of the issuing entities for UDI-DI and Basic UDI-DI',
  kinds: {
    UDI: kind<{ label: string; says: string }>(
      'recommended',
      'A device identifier breaks the rules of its issuing entity.',
      p => `${p.label}: ${p.says}`,
      () => 'Copy the identifier from the label or from EUDAMED again.',
    ),
  },
  *check(form, make) {
    const checker = form.options.udi
    if (checker === undefined) return
    for (const { path, row } of leavesOf(form.table)) {
      const is = row.holds?.is
      if (is !== 'udi-di' && is !== 'basic-udi-di') continue
      const text = textAt(form.report, path)?.trim()
      if (text === undefined || text === '' || /^unknown$/i.test(text)) continue
      const says = is === 'udi-di' ? checker.udiDi(text) : checker.basicUdiDi(text)
      if (says !== undefined) yield make.UDI(form.at(path), { label: row.label, says })
    }
  },
})
