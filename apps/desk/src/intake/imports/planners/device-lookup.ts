import type { Finding } from '@vigie/kernel'
import { normaliseGtin } from '@vigie/udi'
import type { ReadRow } from '../read-rows.js'
import { Lookup, type Surroundings, textOf } from './plan.js'

/** Finds the device of a row: by UDI-DI, else by catalogue number, else by name. */
export async function deviceLookup({ tx, tenantId }: Surroundings) {
  const byUdi = new Lookup<string>()
  const byNumber = new Lookup<string>()
  const byName = new Lookup<string>()
  const devices = await tx.db
    .selectFrom('devices')
    .select(['id', 'udi_di', 'name', 'catalogue_number'])
    .where('tenant_id', '=', tenantId)
    .execute()
  for (const d of devices) {
    byUdi.add(d.udi_di === null ? null : (normaliseGtin(d.udi_di) ?? d.udi_di), d.id)
    byNumber.add(d.catalogue_number, d.id)
    byName.add(d.name, d.id)
  }
  return (row: ReadRow): { readonly one: string } | { readonly fault: Finding } | undefined => {
    const path = `row ${row.number}`
    const udi = textOf(row, 'udiDi')
    if (udi !== null) return byUdi.get(normaliseGtin(udi) ?? udi, 'device with the UDI-DI', path)
    const catalogue = textOf(row, 'catalogueNumber')
    if (catalogue !== null) return byNumber.get(catalogue, 'device with the catalogue number', path)
    const name = textOf(row, 'deviceName')
    return name === null ? undefined : byName.get(name, 'device', path)
  }
}
