import type { AnyRow, Aspect, Certainty } from '../../table.js'

/** Where the facts about 7.3.1 come from that were not read in the form or the schema themselves. */
export const CONVERTER =
  'inferred from a converter whose output was validated against the official schemas; second-hand'
export const HELP_TEXT = 'quoted from the official help text by a third party; second-hand'
export const CARRIED =
  'carried over from the official schemas of MIR 7.2.1; the schemas of 7.3.1 were not read'

/** A certainty with further aspects marked; their source is added to the one that is there. */
export function alsoUnverified(old: Certainty, source: string, ...aspects: readonly Aspect[]): Certainty {
  if (aspects.length === 0) return old
  if (old === 'confirmed') return { requiresConfirmation: aspects, source }
  const all = [...new Set([...old.requiresConfirmation, ...aspects])]
  return {
    requiresConfirmation: all,
    source: old.source.includes(source) ? old.source : `${old.source}; ${source}`,
  }
}

/**
 * Rows of 7.2.1 as they stand in 7.3.1 as far as anybody knows, marked so: position and type, and where the older
 * schemas demand the field, that too.
 */
export function carriedOver<Row extends AnyRow>(rows: readonly Row[]): readonly Row[] {
  return rows.map(row => {
    const aspects: readonly Aspect[] = [
      'position',
      ...(row.kind === 'leaf' ? (['type'] as const) : []),
      ...(row.required === 'none' ? [] : (['required'] as const)),
    ]
    const certainty = alsoUnverified(row.certainty, CARRIED, ...aspects)
    return row.kind === 'group' ? { ...row, certainty, rows: carriedOver(row.rows) } : { ...row, certainty }
  })
}
