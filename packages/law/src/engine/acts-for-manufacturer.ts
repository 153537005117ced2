import { type Awareness, type CaseFile, type Role, valueOf } from '@vigie/facts'

/**
 * Whether what this person learnt counts as learnt by the manufacturer: its own people, and everybody who acts for it,
 * the representative or a subcontractor included when they handle complaints (MDCG 2023-3 Rev.2 Q15).
 * Where nobody said whether a representative or subcontractor does, it counts: that is the earlier day.
 */
export function countsForManufacturer(a: Awareness, file: CaseFile): 'yes' | 'no' | 'presumed' {
  if (a.by === 'manufacturer') return 'yes'
  const stated = valueOf(a.actsForManufacturer) ?? valueOf(mandateOf(a.by, file)?.handlesComplaints)
  if (stated !== undefined) return stated ? 'yes' : 'no'
  if (a.actsForManufacturer !== undefined) return 'presumed'
  return REPRESENTS.includes(a.by) ? 'presumed' : 'no'
}

const REPRESENTS: readonly Role[] = [
  'authorised-representative',
  'uk-responsible-person',
  'swiss-representative',
  'subcontractor',
]

function mandateOf(role: Role, file: CaseFile) {
  if (role === 'authorised-representative') return file.authorisedRepresentative
  if (role === 'uk-responsible-person') return file.ukResponsiblePerson
  return role === 'swiss-representative' ? file.swissRepresentative : undefined
}
