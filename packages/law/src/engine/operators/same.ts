import type { Tri } from '@vigie/kernel'
import type { Scalar } from '../condition.js'

/**
 * Whether a fact's value (or a member of its list) equals one of the wanted values.
 * `null` (does not apply) equals nothing; `undefined` (not known) leaves it open.
 * A list with the member `?` may hold more than is known.
 * `UK` stands for Great Britain or Northern Ireland, so a question about one of the two stays open.
 */
export function sameAsOneOf(value: unknown, wanted: readonly Scalar[]): Tri {
  if (value === undefined) return 'unknown'
  if (value === 'UK') {
    const hits = (wanted.includes('GB') ? 1 : 0) + (wanted.includes('XI') ? 1 : 0)
    return hits === 2 ? 'yes' : hits === 1 ? 'unknown' : 'no'
  }
  if (Array.isArray(value)) {
    if (value.some(v => wanted.includes(v))) return 'yes'
    return value.includes('?') ? 'unknown' : 'no'
  }
  return value !== null && wanted.some(w => w === value) ? 'yes' : 'no'
}
