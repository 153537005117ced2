import { create } from '@vigie/record'
import { signalBody, signalColumns } from '../../../routes/signals.js'
import { newReference } from '../../reference.js'
import { epochOf, intake } from '../../signal-details.js'
import { importFindings } from '../findings.js'
import { deviceLookup } from './device-lookup.js'
import { Lookup, type Plan, type Planner, Seen, type Surroundings, textOf, there } from './plan.js'

/** Signals: a reference that is there already is the same one. A device that is not found is left to a person. */
export async function signalPlanner(of: Surroundings): Promise<Planner> {
  const { tx, tenantId, importId, zone, now } = of
  const find = await deviceLookup(of)
  const known = new Lookup<true>()
  const rows = await tx.db
    .selectFrom('signals')
    .select('reference')
    .where('tenant_id', '=', tenantId)
    .execute()
  for (const r of rows) known.add(r.reference, true)
  const seen = new Seen()
  return (row): Plan => {
    const path = `row ${row.number}`
    const reference = textOf(row, 'reference')
    if (known.has(reference)) return there(row, 'reference', reference ?? '')
    const receivedAt = textOf(row, 'receivedAt') ?? ''
    const some = (key: string, name: string) => {
      const value = textOf(row, name)
      return value === null ? {} : { [key]: value }
    }
    const reporter = {
      ...some('name', 'reporterName'),
      ...some('organisation', 'reporterOrganisation'),
      ...some('email', 'reporterEmail'),
    }
    const device = find(row)
    const named = textOf(row, 'deviceName') ?? textOf(row, 'catalogueNumber')
    const parsed = signalBody.safeParse({
      reference: reference ?? newReference('S', epochOf(receivedAt), zone),
      kind: textOf(row, 'kind'),
      receivedAt,
      receivedZone: zone,
      source: textOf(row, 'source'),
      subject: textOf(row, 'subject'),
      text: textOf(row, 'text'),
      reporter: Object.keys(reporter).length === 0 ? null : reporter,
      reporterReference: textOf(row, 'reporterReference'),
      deviceId: device !== undefined && 'one' in device ? device.one : null,
      deviceName: named,
      udiDi: textOf(row, 'udiDi'),
      lot: textOf(row, 'lot'),
      serial: textOf(row, 'serial'),
      occurredOn: textOf(row, 'occurredOn'),
      country: textOf(row, 'country'),
    })
    const shape = (parsed.error?.issues ?? []).map(i =>
      importFindings.make.SHAPE({ path }, { value: i.path.join('.'), fault: i.message }),
    )
    const faults = [...shape, ...seen.twice(reference, row, 'reference')]
    if (!parsed.success || faults.length > 0) return { faults }
    const notices = device !== undefined && 'fault' in device ? [device.fault.message] : []
    const took = intake.parse({ channel: 'import', at: new Date(now).toISOString(), importId, notices })
    const values = signalColumns(parsed.data, { intake: took })
    return { make: async to => void (await create(to, { entity: 'signals', tenantId }, values)) }
  }
}
