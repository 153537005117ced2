import { kind } from '@vigie/kernel'
import { codePoints } from '../../schema/lexical.js'
import { leavesOf, perTable } from '../../table/index-of.js'
import { UnreadText } from '../../unread-text.js'
import { defineRule } from './rule.js'

/** Most characters of a free text, where the schema sets no limit. */
export const LIMIT = 4000

const freeTexts = perTable(table =>
  leavesOf(table).filter(
    ({ row }) =>
      row.type.base === 'string' && row.type.maxLength === undefined && row.type.values === undefined,
  ),
)

export const textLength = defineRule({
  id: 'text-length',
  source:
    'Helptext of MIR 7.3.1, read second-hand: free text has at most 4000 characters; the 7.2.1 schemas set no limit',
  kinds: {
    'TEXT-LENGTH': kind<{ label: string; length: number }>(
      'recommended',
      'A free text has more than the 4000 characters that the form takes.',
      p => `${p.label} has ${p.length} characters; the form takes ${LIMIT}.`,
      p => `Shorten it by ${p.length - LIMIT} characters, or move a part to section 5.`,
    ),
  },
  check(form, make, add) {
    for (const { path, row } of freeTexts(form.table)) {
      const answer = form.answers.get(path)
      if (answer instanceof UnreadText && answer.isWithin(LIMIT)) continue
      const text = form.raw(path)
      if (text === undefined || text.length <= LIMIT) continue
      const length = codePoints(text)
      if (length > LIMIT) add(make['TEXT-LENGTH'](form.at(path), { label: row.label, length }))
    }
  },
})
