import { create } from '@vigie/record'
import { newTenant } from '../people.js'
import { type Filling, MARK } from './world.js'

/** People, what they may do, and the tenant itself. */
export async function fillPeople({ acme, store, filled, make }: Filling): Promise<void> {
  const guest = { email: `${acme.id}@guest.example`, name: MARK, zone: 'UTC', roles: ['reader'] }
  await make('/invitations', guest)
  await make('/memberships', { personId: acme.id, role: 'auditor' }, { state: 'active' })
  const mandate = { role: 'eu-ar', jurisdictions: ['EU'], reporting: 'copy-only', mayWrite: false }
  const given = { ...mandate, validFrom: '2020-01-01', contractReference: MARK }
  const { tenantId } = await newTenant(store, 'representative')
  await make('/mandates', { ...given, representativeTenantId: tenantId }, given)
  const actor = { tenantId: acme.tenantId, actorId: acme.id, zone: 'UTC' }
  const alert = await store.withTenant(actor, tx =>
    create(tx, { entity: 'alerts' }, { kind: 'sign-in-burst', at: '2026-11-25T09:00:00.000Z' }),
  )
  filled['/alerts'] = { id: alert.row.id, body: { comment: MARK } }
  const signed = { entity: 'organisations', id: filled['/organisations']?.id, version: 1, meaning: 'author' }
  filled['/signatures'] = { id: acme.id, body: signed }
  filled['/people'] = { id: acme.id, body: {}, change: { name: acme.name, zone: 'UTC', state: 'active' } }
  filled['/settings'] = { id: acme.id, body: { settings: {}, tenantId: acme.tenantId } }
  filled['/tenants'] = {
    id: acme.tenantId,
    body: { name: MARK, kind: 'other' },
    change: { name: MARK, state: 'closed' },
  }
}
