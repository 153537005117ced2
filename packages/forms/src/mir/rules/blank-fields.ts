import { kind } from '@vigie/kernel'
import { leavesOf, perTable } from '../../table/index-of.js'
import { appliesTo } from '../../table.js'
import { defineRule } from './rule.js'

const requiredTexts = perTable(table =>
  leavesOf(table).filter(({ row }) => row.type.base === 'string' && row.required !== 'none'),
)

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
  check(form, make, add) {
    for (const { path, row } of requiredTexts(form.table)) {
      const answer = form.answers.get(path)
      if (answer === undefined || !appliesTo(row.required, form.type)) continue
      const blank = answer.state === 'not-answered' || (answer.state === 'answered' && !form.says(path))
      if (blank) add(make.BLANK(form.at(path), { label: row.label }))
    }
  },
})
