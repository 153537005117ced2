import { create, type Row } from '@vigie/record'
import { Lookup, type Planner, Seen, type Surroundings, textOf, there } from './plan.js'

type LawOfFamily = Row<'device_families'>['law']
const LAWS: readonly LawOfFamily[] = ['mdr', 'ivdr', 'mdd', 'aimdd', 'ivdd', 'other']

/** Device families: the manufacturer by SRN or name; the same Basic UDI-DI is the same family. */
export async function familyPlanner({ tx, tenantId }: Surroundings): Promise<Planner> {
  const makers = new Lookup<string>()
  const organisations = await tx.db
    .selectFrom('organisations')
    .select(['id', 'name', 'srn'])
    .where('tenant_id', '=', tenantId)
    .execute()
  for (const o of organisations) {
    makers.add(o.name, o.id)
    makers.add(o.srn, o.id)
  }
  const families = await tx.db
    .selectFrom('device_families')
    .select(['basic_udi_di', 'name', 'manufacturer_id'])
    .where('tenant_id', '=', tenantId)
    .execute()
  const known = new Lookup<true>()
  for (const f of families) {
    known.add(f.basic_udi_di, true)
    known.add(`${f.manufacturer_id} ${f.name}`, true)
  }
  const seen = new Seen()
  return row => {
    const path = `row ${row.number}`
    const name = textOf(row, 'name') ?? ''
    const basic = textOf(row, 'basicUdiDi')
    const maker = makers.get(textOf(row, 'manufacturer') ?? '', 'organisation', path)
    if (known.has(basic)) return there(row, 'Basic UDI-DI', basic ?? '')
    if ('fault' in maker) return { faults: [maker.fault] }
    if (known.has(`${maker.one} ${name}`)) return there(row, 'device family', name)
    const faults = [
      ...seen.twice(basic, row, 'Basic UDI-DI'),
      ...seen.twice(`${maker.one} ${name}`, row, 'device family'),
    ]
    if (faults.length > 0) return { faults }
    const values = {
      manufacturer_id: maker.one,
      name,
      basic_udi_di: basic,
      law: LAWS.find(l => l === textOf(row, 'law')) ?? 'other',
      risk_class: textOf(row, 'riskClass'),
      emdn: textOf(row, 'emdn'),
    }
    return { make: async to => void (await create(to, { entity: 'device_families', tenantId }, values)) }
  }
}
