import type { DraftContext } from '../context.js'
import { copy, type MappingRow } from '../mapping-row.js'

/** IMDRF codes in the order of the case, most relevant first, into choice 1 to `most`. */
export function imdrfRows(
  prefix: string,
  most: 6 | 8,
  from: string,
  get: (x: DraftContext) => readonly string[] | undefined,
): readonly MappingRow[] {
  return Array.from({ length: most }, (_, i) => copy(`${prefix}${i + 1}`, `${from}[${i}]`, x => get(x)?.[i]))
}
