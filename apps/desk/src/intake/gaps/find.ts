import type { Day, Finding } from '@vigie/kernel'
import { readOrganisationDetails } from '../../resources/organisation-details.js'
import { roleDetails } from '../../resources/role-details.js'
import { familyGaps } from './families.js'
import { gapFindings } from './findings.js'
import type { Registry } from './load.js'
import { type Held, representativeGaps, srnGaps } from './representatives.js'

export interface MakerGaps {
  readonly tenantId: string
  readonly organisationId: string
  readonly name: string
  readonly gaps: readonly Finding[]
}

/** What is missing about each manufacturer, those with the most first. One without a gap is in the list, with none. */
export function gapsOf({ organisations, roles, families }: Registry, on: Day): readonly MakerGaps[] {
  const byId = new Map(organisations.map(o => [o.id, o]))
  const makers = new Set([
    ...families.map(f => f.manufacturer_id),
    ...roles.filter(r => r.role === 'manufacturer').map(r => r.organisation_id),
  ])
  const held = new Map<string, Held[]>()
  for (const role of roles) {
    const { actsForId } = roleDetails(role.details)
    const organisation = byId.get(role.organisation_id)
    if (actsForId === null || organisation === undefined) continue
    held.set(actsForId, [...(held.get(actsForId) ?? []), { role, organisation }])
  }
  const own = new Map<string, (typeof families)[number][]>()
  for (const f of families) own.set(f.manufacturer_id, [...(own.get(f.manufacturer_id) ?? []), f])
  return [...makers]
    .flatMap((id): MakerGaps[] => {
      const maker = byId.get(id)
      if (maker === undefined) return []
      const { name } = maker
      const theirs = own.get(id) ?? []
      const { contact, address } = readOrganisationDetails(maker.details)
      const sold = new Set(theirs.flatMap(f => f.countries))
      const gaps = [
        ...srnGaps(name, maker.srn, name),
        ...(contact?.email === undefined ? [gapFindings.make.CONTACT({ path: name }, { name })] : []),
        ...(address === null ? [gapFindings.make.ADDRESS({ path: name }, { name })] : []),
        ...representativeGaps(maker, held.get(id) ?? [], sold, on),
        ...(theirs.length === 0 ? [gapFindings.make['NO-FAMILY']({ path: name }, { name })] : []),
        ...theirs.flatMap(familyGaps),
      ]
      return [{ tenantId: maker.tenant_id, organisationId: id, name, gaps }]
    })
    .sort((a, b) => b.gaps.length - a.gaps.length || (a.name < b.name ? -1 : 1))
}
