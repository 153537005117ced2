import { randomBytes } from 'node:crypto'
import { create, INSTALLATION, newId, type Store } from '@vigie/record'
import { setPassword } from '../sign-in/passwords.js'
import type { Role, Scope } from '../sign-in/scopes.js'
import { SCOPES } from '../sign-in/scopes.js'
import { makeToken } from '../sign-in/tokens.js'
import { ORIGIN, type TestDesk } from './desk.js'

/** A person in a tenant, for tests. */
export interface Someone {
  readonly tenantId: string
  readonly id: string
  readonly email: string
  readonly name: string
  readonly password: string
}

export const PASSWORD = 'lantern river copper monday'

const ALONE: readonly Role[] = ['administrator', 'responsible-person']

/** A new tenant with one person in it, who is administrator and responsible person there when no role is named. */
export async function newTenant(
  store: Store,
  kind: 'manufacturer' | 'representative' = 'manufacturer',
  role?: Role,
): Promise<Someone> {
  const tenantId = newId()
  const actor = { tenantId, actorId: INSTALLATION, zone: 'UTC' }
  await store.withInstallation(actor, tx =>
    create(tx, { entity: 'tenants', id: tenantId }, { name: `Tenant ${tenantId}`, kind }),
  )
  return newPerson(store, tenantId, ...(role === undefined ? ALONE : [role]))
}

/** A person with the quick hash of {@link PASSWORD} and roles. */
export async function newPerson(store: Store, tenantId: string, ...roles: readonly Role[]): Promise<Someone> {
  const id = newId()
  const email = `Person-${id}@example.org`
  const name = `Wilhelmina Quist ${id}`
  const actor = { tenantId, actorId: id, zone: 'Europe/Berlin' }
  await store.withInstallation(actor, async tx => {
    await create(tx, { entity: 'people', id }, { email, name, zone: 'Europe/Berlin' })
    for (const role of roles) {
      await create(tx, { entity: 'memberships' }, { person_tenant_id: tenantId, person_id: id, role })
    }
    await setPassword(tx, { tenantId, id }, `plain:${PASSWORD}`, Date.now())
  })
  return { tenantId, id, email, name, password: PASSWORD }
}

/** An administrator of the installation, at home in a new tenant. */
export async function installer(store: Store): Promise<Someone> {
  const person = await newTenant(store, 'representative')
  const actor = { tenantId: INSTALLATION, actorId: person.id, zone: 'UTC' }
  const member = { person_tenant_id: person.tenantId, person_id: person.id, role: 'administrator' } as const
  await store.withInstallation(actor, tx => create(tx, { entity: 'memberships' }, member))
  return person
}

/** The headers of a page after a person signed in: cookie, token of the page and origin. */
export async function sessionOf(
  desk: TestDesk,
  person: { readonly email: string; readonly password: string },
  password = person.password,
): Promise<Readonly<Record<string, string>>> {
  const answer = await desk.send('POST', '/session', { body: { email: person.email, password } })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { cookie, 'x-csrf-token': String(answer.json['csrfToken']), origin: ORIGIN }
}

/** A token of a person, with all the person may do unless said otherwise. */
export async function tokenOf(
  desk: TestDesk,
  person: Someone,
  scopes: readonly Scope[] = SCOPES,
): Promise<string> {
  const actor = { tenantId: person.tenantId, actorId: person.id, zone: 'Europe/Berlin' }
  return desk.store.withInstallation(actor, async tx => {
    const principal = {
      actor,
      personTenantId: person.tenantId,
      name: '',
      roles: [],
      scopes: new Set<Scope>(),
    }
    const endsAt = new Date(desk.now + 86_400_000).toISOString()
    const made = await makeToken(tx, principal, { name: 'test', scopes, endsAt }, desk.now, n =>
      randomBytes(n),
    )
    return made.secret
  })
}

/** A manufacturer's mandate for a representative. */
export async function giveMandate(
  store: Store,
  maker: Someone,
  to: Someone,
  mayWrite: boolean,
): Promise<void> {
  const actor = { tenantId: maker.tenantId, actorId: maker.id, zone: 'UTC' }
  await store.withTenant(actor, tx =>
    create(
      tx,
      { entity: 'mandates' },
      {
        representative_tenant_id: to.tenantId,
        role: 'eu-ar',
        jurisdictions: JSON.stringify(['EU']),
        reporting: 'copy-only',
        may_write: mayWrite,
        valid_from: '2020-01-01',
      },
    ),
  )
}
