import { checkImdrfCode } from '@vigie/codes'
import { kind } from '@vigie/kernel'
import { textAt } from '../../report.js'
import { leavesOf } from '../../table/index-of.js'
import type { FieldTable, Holds, ImdrfAnnex } from '../../table.js'
import { defineRule } from './rule.js'

interface CodeField {
  readonly path: string
  readonly holds: Holds & { is: 'imdrf-code' }
  /** The field that explains a missing code of this annex. */
  readonly missing: string | undefined
}

const known = new WeakMap<FieldTable, readonly CodeField[]>()

function codeFields(table: FieldTable): readonly CodeField[] {
  const found = known.get(table)
  if (found !== undefined) return found
  const leaves = leavesOf(table)
  const missingFor = (annex: ImdrfAnnex) =>
    leaves.find(({ row }) => row.holds?.is === 'imdrf-missing' && row.holds.annexes.includes(annex))?.path
  const fields = leaves.flatMap(({ path, row }) =>
    row.holds?.is === 'imdrf-code' ? [{ path, holds: row.holds, missing: missingFor(row.holds.annex) }] : [],
  )
  known.set(table, fields)
  return fields
}

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
  *check(form, make) {
    const { report } = form
    const seen = new Map<ImdrfAnnex, Set<string>>()
    for (const { path, holds, missing } of codeFields(form.table)) {
      const code = textAt(report, path)
      if (code === undefined || code.trim() === '') continue
      const codes = seen.get(holds.annex) ?? new Set<string>()
      if (codes.has(code)) yield make['CODE-TWICE'](form.at(path), { code, label: form.label(path) })
      else if (codes.size < holds.choice - 1)
        yield make['CODE-GAP'](form.at(path), { label: form.label(path) })
      codes.add(code)
      seen.set(holds.annex, codes)
      const explained = missing !== undefined && (textAt(report, missing)?.trim() ?? '') !== ''
      yield* checkImdrfCode(code, {
        annex: holds.annex,
        finalReport: form.is('IF', 'FR', 'FN'),
        explained,
        ...form.at(path),
      })
    }
  },
})
