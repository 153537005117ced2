import { create } from '@vigie/record'
import { checkUdiDi, normaliseGtin } from '@vigie/udi'
import { Lookup, type Planner, Seen, type Surroundings, textOf, there } from './plan.js'

const AGENCIES = { GS1: 'gs1', HIBCC: 'hibcc', ICCBBA: 'iccbba', IFA: 'ifa', EUDAMED: 'eudamed' } as const

/** Devices: the family by Basic UDI-DI or name; a UDI-DI must pass its check, and is the same device when it is there. */
export async function devicePlanner({ tx, tenantId }: Surroundings): Promise<Planner> {
  const families = new Lookup<string>()
  const rows = await tx.db
    .selectFrom('device_families')
    .select(['id', 'name', 'basic_udi_di'])
    .where('tenant_id', '=', tenantId)
    .execute()
  for (const f of rows) {
    families.add(f.name, f.id)
    families.add(f.basic_udi_di, f.id)
  }
  const known = new Lookup<true>()
  const devices = await tx.db
    .selectFrom('devices')
    .select(['udi_di', 'family_id', 'name', 'catalogue_number'])
    .where('tenant_id', '=', tenantId)
    .execute()
  for (const d of devices) {
    known.add(d.udi_di === null ? null : (normaliseGtin(d.udi_di) ?? d.udi_di), true)
    known.add(`${d.family_id} ${d.name} ${d.catalogue_number ?? ''}`, true)
  }
  const seen = new Seen()
  return row => {
    const path = `row ${row.number}`
    const written = textOf(row, 'udiDi')
    const check = written === null ? undefined : checkUdiDi(written, { path: `${path}, UDI-DI` })
    const wrong = (check?.findings ?? []).filter(f => f.severity === 'blocks')
    const udi = check?.di ?? written
    if (wrong.length === 0 && known.has(udi)) return there(row, 'UDI-DI', udi ?? '')
    const family = families.get(textOf(row, 'family') ?? '', 'device family', path)
    if ('fault' in family) return { faults: [...wrong, family.fault] }
    const [name, catalogue] = [textOf(row, 'name') ?? '', textOf(row, 'catalogueNumber')]
    const key = `${family.one} ${name} ${catalogue ?? ''}`
    if (udi === null && known.has(key)) return there(row, 'device', name)
    const faults = [
      ...wrong,
      ...seen.twice(udi, row, 'UDI-DI'),
      ...(udi === null ? seen.twice(key, row, 'device') : []),
    ]
    if (faults.length > 0) return { faults }
    const values = {
      family_id: family.one,
      name,
      catalogue_number: catalogue,
      udi_di: udi,
      issuing_agency: check?.issuer === undefined ? null : AGENCIES[check.issuer],
    }
    return { make: async to => void (await create(to, { entity: 'devices', tenantId }, values)) }
  }
}
