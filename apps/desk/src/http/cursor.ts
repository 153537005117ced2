import { deskFindings } from '../problem/findings.js'
import { Problem } from '../problem/problem.js'

/** Where a page ends, as text for the next request. It names a place, not a right: walls hold for each page. */
export function cursorText(place: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** A page of rows of which one more than `limit` was read: what is shown of them, and where the next page begins. */
export function pageOf<R, V>(
  rows: readonly R[],
  limit: number,
  view: (row: R) => V,
  placeOf: (shown: V) => readonly (string | number | null)[],
): { readonly items: V[]; readonly nextCursor: string | null } {
  const items = rows.slice(0, limit).map(row => view(row))
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorText(placeOf(last)) : null }
}

/** Reads a cursor; `fits` proves its parts. Anything this server did not write is a problem, never the first page. */
export function readCursor<T>(
  text: string | undefined,
  fits: (place: unknown) => T | undefined,
): T | undefined {
  if (text === undefined) return undefined
  const place = fits(parse(text))
  if (place !== undefined) return place
  const findings = [deskFindings.make.CURSOR({ path: 'cursor', place: 'query' }, {})]
  throw new Problem('invalid-address', { findings })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** For a list in the order of ids: one id. */
export const idPlace = (place: unknown): string | undefined =>
  Array.isArray(place) && place.length === 1 && isId(place[0]) ? place[0] : undefined

export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)
