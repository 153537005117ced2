import { z } from '@hono/zod-openapi'
import { create } from '@vigie/record'
import { organisationDetails } from '../../../resources/organisation-details.js'
import { importFindings } from '../findings.js'
import { Lookup, type Planner, Seen, type Surroundings, textOf, there } from './plan.js'

/** Organisations: the same SRN, or the same name in the same country, is the same one. */
export async function organisationPlanner({ tx, tenantId }: Surroundings): Promise<Planner> {
  const rows = await tx.db
    .selectFrom('organisations')
    .select(['id', 'name', 'country', 'srn'])
    .where('tenant_id', '=', tenantId)
    .execute()
  const bySrn = new Lookup<string>()
  const byName = new Lookup<string>()
  for (const r of rows) {
    bySrn.add(r.srn, r.id)
    byName.add(`${r.country} ${r.name}`, r.id)
  }
  const seen = new Seen()
  return row => {
    const [name, country, srn] = [textOf(row, 'name') ?? '', textOf(row, 'country') ?? '', textOf(row, 'srn')]
    if (bySrn.has(srn)) return there(row, 'SRN', srn ?? '')
    if (byName.has(`${country} ${name}`)) return there(row, 'organisation', name)
    const faults = [...seen.twice(srn, row, 'SRN'), ...seen.twice(`${country} ${name}`, row, 'organisation')]
    if (faults.length > 0) return { faults }
    const some = (key: string, value: string | null) => (value === null ? {} : { [key]: value })
    const address = {
      ...some('street', textOf(row, 'street')),
      ...some('postcode', textOf(row, 'postcode')),
      ...some('city', textOf(row, 'city')),
    }
    const contact = { ...some('email', textOf(row, 'email')), ...some('phone', textOf(row, 'phone')) }
    const details = {
      notifiedBodyNumber: textOf(row, 'notifiedBodyNumber'),
      address: Object.keys(address).length === 0 ? null : address,
      contact: Object.keys(contact).length === 0 ? null : contact,
    }
    const shape = z.object(organisationDetails).safeParse(details).error?.issues ?? []
    if (shape.length > 0) {
      const path = `row ${row.number}`
      return {
        faults: shape.map(i => {
          const says = { value: i.path.join('.'), fault: i.message }
          return importFindings.make.SHAPE({ path }, says)
        }),
      }
    }
    const values = { name, country, srn, chrn: textOf(row, 'chrn'), details: JSON.stringify(details) }
    return { make: async to => void (await create(to, { entity: 'organisations', tenantId }, values)) }
  }
}
