import type { Row } from '@vigie/record'
import { keyOfRow } from './wanted.js'

/** A date of a clock that is another one than before. */
export interface Move {
  readonly authority: string
  readonly which: 'target' | 'ceiling'
  readonly before: string | null
  readonly after: string | null
}

/** What moved between two answers of the law on one case: clocks that came, went, or have other dates. */
export function movesBetween(
  before: readonly Row<'obligations'>[],
  after: readonly Row<'obligations'>[],
): readonly Move[] {
  const keys = [...new Set([...before, ...after].map(keyOfRow))]
  return keys.flatMap(key => {
    const was = before.filter(row => keyOfRow(row) === key)
    const is = after.filter(row => keyOfRow(row) === key)
    return Array.from({ length: Math.max(was.length, is.length) }, (_, i) => movesOf(was[i], is[i])).flat()
  })
}

function movesOf(was: Row<'obligations'> | undefined, is: Row<'obligations'> | undefined): Move[] {
  const one = is ?? was
  if (one === undefined) return []
  const authority = one.authority ?? one.jurisdiction
  return (['target', 'ceiling'] as const).flatMap(which => {
    const [before, after] = [was?.[which] ?? null, is?.[which] ?? null]
    return before === after ? [] : [{ authority, which, before, after }]
  })
}
