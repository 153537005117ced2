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
  if (typeof value === 'string' || typeof value === 'boolean') {
    return value === 'UK' ? eitherPart(wanted) : contains(wanted, value) ? 'yes' : 'no'
  }
  if (!Array.isArray(value)) return 'no'
  for (const member of value) if (contains(wanted, member)) return 'yes'
  return value.includes('?') ? 'unknown' : 'no'
}

/** A plain loop: conditions are asked millions of times, and a closure for each costs more than the comparison. */
function contains(wanted: readonly Scalar[], value: unknown): boolean {
  for (const one of wanted) if (one === value) return true
  return false
}

function eitherPart(wanted: readonly Scalar[]): Tri {
  const [gb, xi] = [contains(wanted, 'GB'), contains(wanted, 'XI')]
  return gb && xi ? 'yes' : gb || xi ? 'unknown' : 'no'
}
