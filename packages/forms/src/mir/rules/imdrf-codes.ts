import { checkImdrfCode } from '@vigie/codes'
import { kind } from '@vigie/kernel'
import { leavesHolding, leavesOf, perTable } from '../../table/index-of.js'
import type { Holds, ImdrfAnnex } from '../../table.js'
import { defineRule } from './rule.js'

interface CodeField {
  readonly path: string
  readonly label: string
  readonly holds: Holds & { is: 'imdrf-code' }
  /** The field that explains a missing code of this annex. */
  readonly missing: string | undefined
}

const codeFields = perTable((table): readonly CodeField[] => {
  const missing = leavesHolding('imdrf-missing')(table)
  return leavesOf(table).flatMap(({ path, row: { holds, label } }) => {
    if (holds?.is !== 'imdrf-code') return []
    const explains = missing.find(
      m => m.row.holds?.is === 'imdrf-missing' && m.row.holds.annexes.includes(holds.annex),
    )
    return [{ path, label, holds, missing: explains?.path }]
  })
})

/** The findings themselves come from the code tables (`IMDRF-…`); those here are about the choices as a list. */
export const imdrfCodes = defineRule({
  id: 'imdrf-codes',
  source: 'IMDRF/AE WG/N43 and N86; sections 3.2.a, 3.3.a, 4.2.e and 4.2.f of the form',
  kinds: {
    'CODE-TWICE': kind<{ code: string; label: string }>(
      'recommended',
      'The same IMDRF code is given twice in one list.',
      p => `The code ${p.code} is given twice (${p.label}).`,
      () => 'Keep it once, at the place of its weight.',
    ),
    'CODE-GAP': kind<{ label: string }>(
      'recommended',
      'A choice is filled in while one before it is empty.',
      p => `${p.label} is filled in, but a choice before it is empty.`,
      () => 'Move the codes up, so that choice 1 is the most relevant.',
    ),
  },
  check(form, make, add) {
    const finalReport = form.is('IF', 'FR', 'FN')
    const seen = new Map<ImdrfAnnex, Set<string>>()
    for (const { path, label, holds, missing } of codeFields(form.table)) {
      const code = form.raw(path)
      if (code === undefined || code.trim() === '') continue
      const codes = seen.get(holds.annex) ?? new Set<string>()
      if (codes.has(code)) add(make['CODE-TWICE'](form.at(path), { code, label }))
      else if (codes.size < holds.choice - 1) add(make['CODE-GAP'](form.at(path), { label }))
      codes.add(code)
      seen.set(holds.annex, codes)
      const explained = missing !== undefined && form.says(missing)
      for (const finding of checkImdrfCode(code, {
        annex: holds.annex,
        finalReport,
        explained,
        ...form.at(path),
      }))
        add(finding)
    }
  },
})
