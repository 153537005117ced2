import type { Finding } from '@vigie/kernel'
import { udiFindings } from '../findings.js'
import { AIS } from './ai-lookup.js'
import type { Element } from './element.js'

/** Keys that often stand on another code of the same item, so their absence here is no fault of the label. */
const ELSEWHERE = new Set([
  '00',
  '01',
  '02',
  '03',
  '255',
  '414',
  '8004',
  '8006',
  '8010',
  '8017',
  '8018',
  '8026',
])

const matches = (pattern: string, ai: string): boolean =>
  pattern.length === ai.length && [...pattern].every((c, i) => c === 'n' || c === ai[i])

/**
 * The rules about elements beside each other: the same AI with two values, AIs that exclude each other, AIs that
 * need another (GS1 General Specifications, section 4.13). A needed key that may stand on another code of the item
 * is only worth a look; the standard judges all codes of an item together.
 */
export function associationFindings(elements: readonly Element[]): Finding[] {
  const values = new Map<string, string>()
  const found: Finding[] = []
  for (const { ai, value } of elements) {
    const before = values.get(ai.ai)
    if (before !== undefined && before !== value) {
      const says = { what: ai.name, first: before, second: value }
      found.push(udiFindings.make.REPEATED({ path: `(${ai.ai})` }, says))
    }
    values.set(ai.ai, before ?? value)
  }
  const present = [...values.keys()]
  const has = (pattern: string): boolean => pattern.split('+').every(p => present.some(ai => matches(p, ai)))
  for (const code of present) {
    const ai = AIS.get(code)
    if (!ai) continue
    const path = `(${code})`
    for (const pattern of ai.row.excludes?.split(',') ?? []) {
      const other = present.find(p => p !== code && matches(pattern, p))
      if (other === undefined) continue
      found.push(udiFindings.make.EXCLUDES({ path }, { what: ai.name, other: AIS.get(other)?.name ?? other }))
    }
    for (const group of ai.row.needs ?? []) {
      const options = group.split(',')
      if (options.some(has)) continue
      const says = { what: ai.name, needed: options.map(o => `(${o})`).join(' or ') }
      const elsewhere = options.some(o => o.split('+').some(p => ELSEWHERE.has(p)))
      found.push(
        elsewhere ? udiFindings.make.PARTNER({ path }, says) : udiFindings.make.REQUIRES({ path }, says),
      )
    }
  }
  return found
}
