import { kind } from '@vigie/kernel'
import { rowsByPath } from '../../table/index-of.js'
import { appliesTo } from '../../table.js'
import { defineRule } from './rule.js'

export const blankFields = defineRule({
  id: 'blank-fields',
  source: 'The official schemas let some required texts be empty or blank; the form does not',
  kinds: {
    BLANK: kind<{ label: string }>(
      'blocks',
      'A required field is there but says nothing.',
      p => `${p.label} is required, but it is blank.`,
      p => `Fill in ${p.label}.`,
    ),
  },
  *check(form, make) {
    const rows = rowsByPath(form.table)
    for (const [path, answer] of Object.entries(form.report.fields)) {
      const row = rows.get(path)?.row
      if (row?.kind !== 'leaf' || row.type.base !== 'string' || !appliesTo(row.required, form.type)) continue
      const blank =
        answer?.state === 'not-answered' ||
        (answer?.state === 'answered' && answer.texts.every(t => t.trim() === ''))
      if (blank) yield make.BLANK(form.at(path), { label: row.label })
    }
  },
})
