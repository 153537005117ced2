import { create, type Row } from '@vigie/record'
import { roleDetails } from '../../../resources/role-details.js'
import { importFindings } from '../findings.js'
import { Lookup, type Planner, Seen, type Surroundings, textOf, there } from './plan.js'

type Role = Row<'organisation_roles'>['role']
const isRole = (text: string | null): text is Role & string =>
  ['eu-ar', 'uk-rp', 'ch-rep'].includes(text ?? '')

/**
 * The list of manufacturers that a representative acts for: each becomes an organisation with the role of a
 * manufacturer, and the representative gets a role that acts for it. It opens nobody's room: that takes a mandate,
 * which the manufacturer gives.
 */
export async function representedPlanner(of: Surroundings): Promise<Planner> {
  const { tx, tenantId, representativeId } = of
  const organisations = await tx.db
    .selectFrom('organisations')
    .select(['id', 'name', 'country', 'srn'])
    .where('tenant_id', '=', tenantId)
    .execute()
  const roles = await tx.db
    .selectFrom('organisation_roles')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .execute()
  const known = new Lookup<string>()
  for (const o of organisations) {
    known.add(o.srn, o.id)
    known.add(`${o.country} ${o.name}`, o.id)
  }
  const held = new Set(
    roles
      .filter(r => r.organisation_id === representativeId)
      .map(r => `${r.role} ${roleDetails(r.details).actsForId}`),
  )
  const makers = new Set(roles.filter(r => r.role === 'manufacturer').map(r => r.organisation_id))
  const seen = new Seen()
  return row => {
    const [name, country, srn] = [textOf(row, 'name') ?? '', textOf(row, 'country') ?? '', textOf(row, 'srn')]
    const role = textOf(row, 'role')
    if (representativeId === undefined || !organisations.some(o => o.id === representativeId)) {
      const path = 'representativeId'
      return {
        faults: [
          importFindings.make.NOWHERE({ path }, { what: 'organisation', value: representativeId ?? '' }),
        ],
      }
    }
    if (!isRole(role))
      return { faults: [importFindings.make.NEEDED({ path: `row ${row.number}` }, { field: 'Role' })] }
    const key = srn !== null && known.has(srn) ? srn : `${country} ${name}`
    const found = known.has(key) ? known.get(key, 'manufacturer', `row ${row.number}`) : undefined
    if (found !== undefined && 'fault' in found) return { faults: [found.fault] }
    if (found !== undefined && held.has(`${role} ${found.one}`)) return there(row, `${role} for`, name)
    const faults = seen.twice(`${role} ${srn ?? `${country} ${name}`}`, row, `${role} for`)
    if (faults.length > 0) return { faults }
    const dates = { valid_from: textOf(row, 'validFrom'), valid_to: textOf(row, 'validTo') }
    const reporting = textOf(row, 'reporting')
    return {
      make: async to => {
        const target = { entity: 'organisations', tenantId } as const
        // A row before may have made the manufacturer meanwhile.
        const now = known.has(key) ? known.get(key, 'manufacturer', '') : undefined
        const is = now !== undefined && 'one' in now ? now.one : undefined
        const makerId = is ?? (await create(to, target, { name, country, srn })).row.id
        if (is === undefined) known.add(key, makerId)
        const roleTarget = { entity: 'organisation_roles', tenantId } as const
        if (!makers.has(makerId)) {
          await create(to, roleTarget, { organisation_id: makerId, role: 'manufacturer' })
          makers.add(makerId)
        }
        const details = JSON.stringify({ actsForId: makerId, reporting })
        await create(to, roleTarget, { organisation_id: representativeId, role, ...dates, details })
      },
    }
  }
}
