import { kind } from '@vigie/kernel'
import { leavesOf, perTable } from '../../table/index-of.js'
import { defineRule } from './rule.js'

const NOT_KNOWN =
  /^(?:unknown|not known|n\.?\/?a\.?|not applicable|not available|none|no|tbd|tbc|to be (?:confirmed|determined)|pending|xx+|[-–—?.]+)\.?$/i

const fieldsWithWord = perTable(table =>
  leavesOf(table).filter(
    ({ row }) =>
      row.word?.unknown !== undefined && row.type.base === 'string' && row.type.values === undefined,
  ),
)

export const ncaNumber = defineRule({
  id: 'nca-number',
  source:
    'Section 1.1.c and 2.1 of the form: the word Unknown where a number is not known (helptext of 7.3.1, second-hand)',
  kinds: {
    'UNKNOWN-WORD': kind<{ label: string; text: string; word: string }>(
      'recommended',
      'A field says in its own words that nothing is known; the form has a word for that.',
      p => `${p.label} says "${p.text}".`,
      p => `If it is not known, write ${p.word}, so that authorities and programs read it alike.`,
    ),
  },
  check(form, make, add) {
    for (const { path, row } of fieldsWithWord(form.table)) {
      const word = row.word?.unknown
      if (word === undefined) continue
      const text = form.raw(path)?.trim()
      if (text !== undefined && NOT_KNOWN.test(text))
        add(make['UNKNOWN-WORD'](form.at(path), { label: row.label, text, word }))
    }
  },
})
