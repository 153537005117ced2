import { AUTHORITIES, type Authority, authoritiesOf, nameOn } from '@vigie/codes'
import { type Report, textAt } from '@vigie/forms'
import type { Day } from '@vigie/kernel'
import type { ChainDetails } from './chain.js'

export interface Addressee {
  readonly jurisdiction: ChainDetails['for']
  readonly authority: string
  readonly authorityId: string | null
  readonly country: string
}

/**
 * To whom a report went: by the name of the authority in 1.1.a where the records know it, else the one authority of the
 * country of the incident. Undefined where neither tells.
 */
export function addresseeOf(report: Report, on: Day): Addressee | undefined {
  const name = textAt(report, 'admin_info/ncaName')?.trim() ?? ''
  const country = textAt(report, 'incident_info/initial_reporter_info/healthcareFacilityCountry')
  const byName = AUTHORITIES.filter(a => a.names.some(n => isNamed(n.short, name) || isNamed(n.full, name)))
  const there = country === undefined ? [] : authoritiesOf(country, on)
  const both = byName.filter(a => there.includes(a))
  const found = only(both) ?? only(byName) ?? only(there)
  if (found === undefined) return undefined
  return {
    jurisdiction: jurisdictionOf(found.country),
    authority: nameOn(found, on).short,
    authorityId: found.id,
    country: found.country,
  }
}

const only = (list: readonly Authority[]): Authority | undefined => (list.length === 1 ? list[0] : undefined)

/** A name on a form often has the short and the full name together. */
function isNamed(known: string, written: string): boolean {
  const text = written.toLowerCase()
  const word = known.toLowerCase()
  return (
    text === word ||
    (word.length > 2 && new RegExp(`(^|[^\\p{L}])${escape(word)}($|[^\\p{L}])`, 'u').test(text))
  )
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

function jurisdictionOf(country: string): ChainDetails['for'] {
  if (country === 'GB') return 'GB'
  if (country === 'XI') return 'NI'
  return country === 'CH' ? 'CH' : 'EU'
}
