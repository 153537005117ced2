import type { Finding } from '@vigie/kernel'

/** Faults of an element that should not be there (again): each says the same. */
const SURPLUS = new Set(['SCHEMA-TOO-OFTEN', 'SCHEMA-UNKNOWN-ELEMENT', 'SCHEMA-ONE-BRANCH', 'SCHEMA-ORDER'])
/** Faults that each say something of their own, such as a wrong value, are told one by one up to this many. */
const ONE_BY_ONE = 10
const PLACES_NAMED = 3

/**
 * The same findings, but one kind of fault of elements with one name in one place of the form is told once: with how many
 * elements have it, and the first of them. A document with 10,000 surplus elements has one thing wrong with it.
 */
export function gathered(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  if (groups.size === findings.length) return findings
  return [...groups.values()].flatMap(together)
}

/** Where elements repeat their paths differ in positions alone; what was kept says what it is in the message. */
function keyOf({ code, path, message }: Finding): string {
  return code === 'READ-UNPLACED' ? `${path} ${message}` : `${code} ${path.replace(/\[\d+\]/g, '')}`
}

function together(group: readonly Finding[]): readonly Finding[] {
  const [first] = group
  if (first === undefined || group.length === 1) return group
  if (!SURPLUS.has(first.code) && group.length <= ONE_BY_ONE) return group
  const places = [...new Set(group.map(f => f.path))]
  const more = places.length - PLACES_NAMED
  const named = places.slice(0, PLACES_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '')
  const where = places.length > 1 ? `: ${named}` : ''
  return [{ ...first, message: `${first.message} That is so ${group.length} times${where}.` }]
}
