import { kind } from '@vigie/kernel'
import { splitValues } from '../../list-twins.js'
import { leavesOf, perTable } from '../../table/index-of.js'
import { defineRule } from './rule.js'

const twins = perTable(table =>
  leavesOf(table).flatMap(({ path, row }) =>
    row.twin !== undefined && 'inList' in row.twin
      ? [{ path, label: row.label, listPath: path.replace(/[^/]*$/, row.twin.inList) }]
      : [],
  ),
)

export const listTwins = defineRule({
  id: 'list-twins',
  source:
    'Export of the official form: several values with ; between them, and the same values one by one in the list after it',
  kinds: {
    'LIST-DIFFERS': kind<{ label: string; plain: string; list: string }>(
      'recommended',
      'A field with several values and the list after it say different things.',
      p => `${p.label} says "${p.plain}", but its list says "${p.list}".`,
      () => 'Make both say the same; who reads the file may read only one of them.',
    ),
  },
  check(form, make, add) {
    for (const { path, label, listPath } of twins(form.table)) {
      const [typed, listed] = [form.texts(path), form.texts(listPath)]
      if (typed.length === 0 || (listed.length === 1 && listed[0] === typed[0])) continue
      const plain = typed.flatMap(splitValues)
      const list = listed.map(v => v.trim())
      // Software that fills only one of the two is common and says nothing false.
      if (list.length === 0) continue
      if (plain.join(';') !== list.join(';'))
        add(
          make['LIST-DIFFERS'](form.at(path), {
            label,
            plain: plain.join('; '),
            list: list.join('; '),
          }),
        )
    }
  },
})
