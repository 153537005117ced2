import { type Filling, MARK } from './world.js'

/** Organisations, devices and what hangs on them. */
export async function fillRegistry({ make }: Filling): Promise<{ readonly deviceId: string }> {
  const organisationId = await make('/organisations', { name: MARK, country: 'DE' })
  const familyId = await make('/device-families', { manufacturerId: organisationId, name: MARK, law: 'mdr' })
  const deviceId = await make('/devices', { familyId, name: MARK })
  await make('/organisation-roles', { organisationId, role: 'manufacturer' })
  await make('/certificates', { familyId, number: MARK, kind: 'QMS' })
  await make('/markets', { deviceId, country: 'DE', registrationNumber: MARK })
  const period = { periodFrom: '2026-01-01', periodTo: '2026-03-31', measure: 'units', quantity: 7 }
  await make('/sales', { deviceId, country: 'DE', source: MARK, ...period })
  return { deviceId }
}
