import type { Fact } from '@vigie/facts'
import type { DraftContext } from './context.js'

/**
 * One line of the mapping from case to form: which field, from which place in the case, and how.
 * A row whose field the table of a version does not have is skipped, so one list serves all versions.
 */
export interface MappingRow {
  /** Path of the field in the field table. */
  readonly to: string
  /** Place in the case; `#` is the index of the device. Places that begin with `request.` are told with the request. */
  readonly from: string | ((x: DraftContext) => string)
  readonly get: (x: DraftContext) => Given
  /** The values are also written one by one into the list twin (`…LI`), as the official form does on export. */
  readonly twin?: true
}

/** What the case says for a field: nothing, one text, several values, or a fact with a state of its own. */
export type Given = undefined | string | readonly string[] | Fact<string | readonly string[]>

/** A row that copies a text. */
export function copy(to: string, from: MappingRow['from'], get: MappingRow['get']): MappingRow {
  return { to, from, get }
}

/** A row for a field that takes several values with `;` between them and repeats them in its list twin. */
export function listed(
  to: string,
  from: MappingRow['from'],
  get: (x: DraftContext) => readonly string[] | undefined,
): MappingRow {
  return { to, from, get, twin: true }
}

/** The fact with its value turned into text; the other states stay as they are. */
export function mapped<T>(
  fact: Fact<T> | undefined,
  turn: (value: T) => string | readonly string[] | undefined,
): Given {
  if (fact === undefined || fact.state !== 'known') return fact
  const value = turn(fact.value)
  return value === undefined ? undefined : { ...fact, value }
}

/** `Yes` or `No` for a fact that is known. */
export function yesNoText(fact: Fact<boolean> | undefined): Given {
  return mapped(fact, yes => (yes ? 'Yes' : 'No'))
}

/** `Yes` for a fact known to be true, nothing otherwise: the flags of section 2.4 are ticked or left out. */
export function tick(fact: Fact<boolean> | undefined): Given {
  return fact?.state === 'known' && fact.value ? 'Yes' : undefined
}

/** Several values as the official form takes them in one field. */
export const SEPARATOR = ';'

/** A number as XML Schema writes a decimal: never with an exponent. */
export function decimalText(n: number): string {
  return n.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}

/** The row's place in the case, with the index of the device. */
export function placeInCase(row: MappingRow, x: DraftContext): string {
  const from = typeof row.from === 'string' ? row.from : row.from(x)
  return from.replace('[#]', `[${x.request.device}]`)
}
