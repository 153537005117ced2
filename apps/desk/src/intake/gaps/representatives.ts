import { membersOf } from '@vigie/codes'
import type { Day, Finding } from '@vigie/kernel'
import type { Row } from '@vigie/record'
import { checkChrn, checkSrn } from '@vigie/udi'
import { roleDetails } from '../../resources/role-details.js'
import { gapFindings } from './findings.js'

export interface Held {
  readonly role: Row<'organisation_roles'>
  readonly organisation: Row<'organisations'>
}

interface Wanted {
  readonly role: 'eu-ar' | 'uk-rp' | 'ch-rep'
  readonly name: string
  /** Whether it is wanted for a manufacturer there that sells in these countries; the reason when it is. */
  readonly why: (country: string, sold: ReadonlySet<string>, on: Day) => string | undefined
}

const WANTED: readonly Wanted[] = [
  {
    role: 'eu-ar',
    name: 'authorised representative in the Union',
    why: (country, sold, on) => {
      const union = membersOf('union-market', on)
      const there = union.filter(c => sold.has(c))
      if (union.some(c => c === country) || there.length === 0) return undefined
      return `it is in ${country} and sells in ${there.slice(0, 3).join(', ')} (MDR and IVDR Art 11(1))`
    },
  },
  {
    role: 'uk-rp',
    name: 'UK Responsible Person',
    why: (country, sold) =>
      ['GB', 'XI', 'UK'].includes(country) || !sold.has('GB')
        ? undefined
        : `it is in ${country} and sells in Great Britain (GB-RP-01 of the law library, not confirmed)`,
  },
  {
    role: 'ch-rep',
    name: 'Swiss authorised representative',
    why: (country, sold) =>
      country === 'CH' || !sold.has('CH')
        ? undefined
        : `it is in ${country} and sells in Switzerland (CH-REP-01-mandate of the law library)`,
  },
]

/** Representatives that are missing, whose time is over, or whose numbers and duties are not known. */
export function representativeGaps(
  maker: Row<'organisations'>,
  held: readonly Held[],
  sold: ReadonlySet<string>,
  on: Day,
): Finding[] {
  return WANTED.flatMap(({ role, name, why }) => {
    const all = held.filter(h => h.role.role === role)
    const now = all.filter(
      h =>
        (h.role.valid_from ?? on) <= on && on <= (h.role.valid_to ?? on) && h.organisation.state === 'active',
    )
    const path = `${maker.name}.${role}`
    if (now.length > 0) return now.flatMap(h => numbersOf(h, path))
    const reason = why(maker.country, sold, on)
    const [over] = all.filter(h => h.role.valid_to !== null && h.role.valid_to < on)
    if (over !== undefined) {
      const says = { name: over.organisation.name, role: name, on: over.role.valid_to ?? '' }
      return [gapFindings.make.ENDED({ path }, says)]
    }
    if (reason === undefined) return []
    return [gapFindings.make.REPRESENTATIVE({ path }, { name: maker.name, role: name, why: reason })]
  })
}

function numbersOf({ role, organisation }: Held, path: string): Finding[] {
  const { name, srn, chrn } = organisation
  const out: Finding[] = []
  if (role.role === 'eu-ar') out.push(...srnGaps(name, srn, path))
  if (role.role === 'ch-rep' && (chrn === null || checkChrn(chrn).verdict === 'invalid')) {
    out.push(gapFindings.make.CHRN({ path }, { name }))
  }
  if (roleDetails(role.details).reporting === null) out.push(gapFindings.make.REPORTING({ path }, { name }))
  return out
}

export function srnGaps(name: string, srn: string | null, path: string): Finding[] {
  if (srn === null) return [gapFindings.make.SRN({ path }, { name })]
  return checkSrn(srn).verdict === 'invalid' ? [gapFindings.make['SRN-SHAPE']({ path }, { name, srn })] : []
}
