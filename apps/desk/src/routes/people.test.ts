import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import {
  installer,
  newPerson,
  newTenant,
  PASSWORD,
  type Someone,
  sessionOf,
  tokenOf,
} from '../testing/people.js'

const DAY = 86_400_000
const NEW = 'another lantern on a river'

describe.each(ENGINES)('people on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let anna: Someone
  let admin: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    anna = await newTenant(opened.store)
    admin = await tokenOf(desk, anna)
  })
  afterAll(() => opened.close())

  let count = 0
  const invite = async (change: object = {}, token = admin) => {
    const email = `guest-${++count}-${anna.id}@example.org`
    const body = { email, name: 'Jo Guest', zone: 'Europe/Paris', roles: ['author'], ...change }
    return { email, made: await desk.send('POST', '/invitations', { token, body }) }
  }
  const join = (secret: unknown, password = NEW) => desk.send('POST', '/join', { body: { secret, password } })
  const signIn = (email: string, password = NEW, tenantId?: string) =>
    desk.send('POST', '/session', { body: { email, password, ...(tenantId ? { tenantId } : {}) } })
  const person = async (id: string) => desk.send('GET', `/people/${id}`, { token: admin })

  it('invites by a link for one use; the person sets the password and has the roles', async () => {
    const { email, made } = await invite()
    expect([made.status, made.json['state']]).toEqual([201, 'open'])
    expect(made.json['link']).toBe(`http://localhost:7373/join#${made.json['secret']}`)
    const shown = await desk.send('POST', '/join/invitation', { body: { secret: made.json['secret'] } })
    expect(shown.json).toMatchObject({ email, roles: ['author'], tenantName: `Tenant ${anna.tenantId}` })
    const weak = await join(made.json['secret'], 'short')
    expect(weak.json).toMatchObject({ code: 'invalid-body', findings: [{ code: 'DESK-PASSWORD' }] })

    const twice = await Promise.all([join(made.json['secret']), join(made.json['secret'])])
    expect(twice.map(a => a.status).sort()).toEqual([204, 404])
    expect((await signIn(email)).status).toBe(201)
    const list = await desk.send('GET', '/people', { token: admin })
    expect(list.json['items']).toMatchObject([
      { email, name: 'Jo Guest', roles: ['author'] },
      { id: anna.id },
    ])
    const invitations = await desk.send('GET', '/invitations', { token: admin })
    expect(invitations.json['items']).toMatchObject([{ email, state: 'used' }])
    expect(JSON.stringify(invitations.json) + JSON.stringify(desk.log)).not.toContain(made.json['secret'])
  })

  it('a link that was revoked or is over lets nobody in', async () => {
    const [revoked, old] = [await invite(), await invite()]
    const id = String(revoked.made.json['id'])
    expect((await desk.send('DELETE', `/invitations/${id}`, { token: admin })).status).toBe(204)
    expect((await join(revoked.made.json['secret'])).json['code']).toBe('invitation-over')
    desk.now += 8 * DAY
    expect((await join(old.made.json['secret'])).json['code']).toBe('invitation-over')
    expect((await join('guess')).json['code']).toBe('invitation-over')
    desk.now -= 8 * DAY
  })

  it('who has an account elsewhere takes an invitation with that account; its tenant does not show before', async () => {
    const consultant = await newTenant(opened.store, 'representative')
    const { made } = await invite({ email: consultant.email.toUpperCase(), roles: ['reviewer'] })
    expect([made.status, Object.keys(made.json)]).toEqual([201, Object.keys((await invite()).made.json)])
    expect((await join(made.json['secret'])).json['code']).toBe('sign-in-failed')
    expect((await join(made.json['secret'], PASSWORD)).status).toBe(204)
    const session = await sessionOf(desk, consultant)
    const rooms = await desk.send('GET', '/rooms', { headers: session })
    expect(rooms.json['items']).toMatchObject([
      { tenantId: consultant.tenantId, via: 'own' },
      { tenantId: anna.tenantId, via: 'membership', roles: ['reviewer'] },
    ])
    // The tenant may end the role, and may not touch the account, which is another's.
    const put = { token: admin, headers: { 'if-match': '"1"' } }
    const touched = await desk.send('PUT', `/people/${consultant.id}`, {
      ...put,
      body: { name: 'X', zone: 'UTC', state: 'deactivated' },
    })
    expect(touched.status).toBe(404)
    const { json } = await desk.send('GET', '/memberships', { token: admin })
    const [role] = Array.isArray(json['items']) ? json['items'] : []
    expect(role).toMatchObject({ personId: consultant.id, role: 'reviewer' })
    const ended = await desk.send('PUT', `/memberships/${role.id}`, { ...put, body: { state: 'ended' } })
    expect(ended.json['state']).toBe('ended')
    expect((await signIn(consultant.email, PASSWORD, anna.tenantId)).status).toBe(401)
  })

  it('an address is never given to a second account, not even of somebody who left', async () => {
    const gone = await newPerson(opened.store, anna.tenantId, 'reader')
    const body = { name: gone.name, zone: 'UTC', state: 'deactivated' }
    const headers = { 'if-match': '"1"' }
    const left = await desk.send('PUT', `/people/${gone.id}`, { token: admin, headers, body })
    expect([left.status, left.json['state']]).toEqual([200, 'deactivated'])
    expect((await invite({ email: gone.email.toLowerCase() })).made.json['code']).toBe('duplicate')
    const other = await tokenOf(desk, await newTenant(opened.store))
    const { made } = await invite({ email: gone.email }, other)
    expect((await join(made.json['secret'])).json['code']).toBe('sign-in-failed')
    expect((await join(made.json['secret'], PASSWORD)).json['code']).toBe('sign-in-failed')
    const routes = await desk.send('GET', '/openapi.json')
    expect(Object.keys(Object(Object(routes.json['paths'])['/people/{id}']))).toEqual(['get', 'put'])
  })

  it('sessions and tokens of who is deactivated end at once, and do not come back with the account', async () => {
    const sam = await newPerson(opened.store, anna.tenantId, 'author')
    const [session, token] = [await sessionOf(desk, sam), await tokenOf(desk, sam, ['read'])]
    const put = (state: string, version: number, extra: object = {}) =>
      desk.send('PUT', `/people/${sam.id}`, {
        token: admin,
        headers: { 'if-match': `"${version}"` },
        body: { name: sam.name, zone: 'UTC', state, ...extra },
      })
    expect((await put('deactivated', 1)).status).toBe(200)
    const stale = await put('active', 1)
    expect([stale.status, stale.json['code']]).toEqual([412, 'changed'])
    expect((await put('active', 2)).status).toBe(200)
    expect((await person(sam.id)).json).toMatchObject({ state: 'active', version: 3, roles: ['author'] })
    expect((await desk.send('GET', '/session', { headers: session })).status).toBe(401)
    expect((await desk.send('GET', '/session', { token })).status).toBe(401)
  })

  it('the last administrator stays', async () => {
    const { json } = await desk.send('GET', '/memberships', { token: admin })
    const own = Array.isArray(json['items']) ? json['items'].find(m => m.role === 'administrator') : undefined
    const headers = { 'if-match': '"1"' }
    const end = await desk.send('PUT', `/memberships/${own.id}`, {
      token: admin,
      headers,
      body: { state: 'ended' },
    })
    expect(end.json['code']).toBe('last-administrator')
    const body = { name: anna.name, zone: 'UTC', state: 'deactivated' }
    const leave = await desk.send('PUT', `/people/${anna.id}`, { token: admin, headers, body })
    expect(leave.json['code']).toBe('last-administrator')
    expect((await desk.send('GET', '/session', { token: admin })).status).toBe(200)
  })

  it('a role is given to people of the tenant, and given back with a reason', async () => {
    const kim = await newPerson(opened.store, anna.tenantId, 'reader')
    const give = (personId: string, role: string) =>
      desk.send('POST', '/memberships', { token: admin, body: { personId, role } })
    const given = await give(kim.id, 'auditor')
    expect((await person(kim.id)).json['roles']).toEqual(['auditor', 'reader'])
    expect((await give(kim.id, 'auditor')).json['code']).toBe('duplicate')
    expect((await give((await newTenant(opened.store)).id, 'author')).status).toBe(404)
    const put = (version: number, body: object) =>
      desk.send('PUT', `/memberships/${given.json['id']}`, {
        token: admin,
        headers: { 'if-match': `"${version}"` },
        body,
      })
    expect((await put(1, { state: 'ended' })).status).toBe(200)
    expect((await put(2, { state: 'active' })).json['code']).toBe('reason-needed')
    expect((await put(2, { state: 'active', reason: 'Back from leave' })).status).toBe(200)
  })

  it('what administrators do stands in the trail', async () => {
    const boss = await newTenant(opened.store)
    const token = await tokenOf(desk, boss)
    const { made } = await invite({}, token)
    await desk.send('DELETE', `/invitations/${made.json['id']}`, { token })
    const kim = await newPerson(opened.store, boss.tenantId, 'reader')
    const given = await desk.send('POST', '/memberships', {
      token,
      body: { personId: kim.id, role: 'auditor' },
    })
    await desk.send('PUT', `/memberships/${given.json['id']}`, {
      token,
      headers: { 'if-match': '"1"' },
      body: { state: 'ended' },
    })
    await desk.send('POST', `/people/${kim.id}/password-link`, { headers: await sessionOf(desk, boss) })
    await desk.send('PUT', '/settings', {
      token: await tokenOf(desk, kim),
      headers: { 'if-match': '"1"' },
      body: {},
    })
    const { json } = await desk.send('GET', '/audit?limit=200&order=asc', { token })
    const items = Array.isArray(json['items']) ? json['items'] : []
    const told = items.map(e => `${e.action} ${e.entity}${e.reason === null ? '' : `: ${e.reason}`}`)
    expect(told.slice(-11)).toEqual([
      'note invitations: Invited',
      'note invitations: Invitation revoked',
      'create people',
      'create memberships',
      'create memberships',
      'change memberships',
      'note people: Signed in',
      'note people: Signing held',
      'note invitations: Link for a new password made',
      'note api_tokens: Token made',
      'note people: Access refused',
    ])
    expect(items.at(-1)).toMatchObject({
      actorId: kim.id,
      changes: [{ path: '/route', after: 'PUT /settings' }],
    })
    expect((await desk.send('GET', '/audit/verification', { token })).json['ok']).toBe(true)
  })

  it('nobody sets another person’s password: a link does, ends the sessions, and holds signing', async () => {
    const kim = await newPerson(opened.store, anna.tenantId, 'responsible-person')
    const before = await sessionOf(desk, kim)
    const own = await sessionOf(desk, anna)
    const made = await desk.send('POST', `/people/${kim.id}/password-link`, { headers: own })
    expect(made.json).toMatchObject({ kind: 'credential', email: kim.email })
    expect((await join(made.json['secret'])).status).toBe(204)
    expect((await desk.send('GET', '/session', { headers: before })).status).toBe(401)
    expect((await signIn(kim.email, PASSWORD)).status).toBe(401)
    expect((await signIn(kim.email)).status).toBe(201)

    const release = async (who: Someone, password?: string) =>
      desk.send('DELETE', `/people/${kim.id}/signing-hold`, { headers: await sessionOf(desk, who, password) })
    expect((await release(anna)).json['code']).toBe('forbidden')
    const second = await newPerson(opened.store, anna.tenantId, 'administrator')
    expect((await release(second)).status).toBe(204)
    expect((await release(second)).status).toBe(404)
    const token = await desk.send('POST', `/people/${kim.id}/password-link`, { token: admin })
    expect(token.json['code']).toBe('session-needed')
  })
})

describe.each(ENGINES)('tenants on %s', (_name, open) => {
  it('are made, renamed and closed by the installation, whose administrator sees nothing of what they keep', async () => {
    const { store, close } = await open()
    try {
      const desk = await testDesk(store)
      const chief = await installer(store)
      const token = await tokenOf(desk, chief)
      const made = await desk.send('POST', '/tenants', {
        token,
        body: { name: 'Kvarts ApS', kind: 'manufacturer' },
      })
      expect([made.status, made.json['state']]).toEqual([201, 'active'])
      const tenantId = String(made.json['id'])
      const email = `first-${tenantId}@example.org`
      const invited = await desk.send('POST', '/invitations', {
        token,
        body: {
          email,
          name: 'Mette',
          zone: 'Europe/Copenhagen',
          roles: ['administrator', 'author'],
          tenantId,
        },
      })
      const body = { secret: invited.json['secret'], password: NEW }
      expect((await desk.send('POST', '/join', { body })).status).toBe(204)
      const mette = await sessionOf(desk, { email, password: NEW })
      const kept = await desk.send('POST', '/organisations', {
        headers: mette,
        body: { name: 'Kvarts', country: 'DK' },
      })
      expect(kept.status).toBe(201)
      const seen = await desk.send('GET', `/organisations/${kept.json['id']}`, { token })
      expect(seen.status).toBe(404)
      const people = await desk.send('GET', `/people?tenantId=${tenantId}`, { token })
      expect(people.json['items']).toMatchObject([{ email, roles: ['administrator', 'author'] }])

      const put = (version: number, change: object) =>
        desk.send('PUT', `/tenants/${tenantId}`, {
          token,
          headers: { 'if-match': `"${version}"` },
          body: { name: 'Kvarts A/S', state: 'active', ...change },
        })
      expect((await put(1, {})).json).toMatchObject({ name: 'Kvarts A/S', version: 2 })
      expect((await put(2, { state: 'closed' })).json['state']).toBe('closed')
      expect((await desk.send('GET', '/session', { headers: mette })).status).toBe(401)
      expect((await put(3, {})).json['code']).toBe('reason-needed')
      expect((await put(3, { reason: 'Contract renewed' })).status).toBe(200)
      expect((await desk.send('GET', '/session', { headers: mette })).status).toBe(200)

      const other = await tokenOf(desk, await newTenant(store))
      for (const [method, path] of [
        ['GET', '/tenants'],
        ['GET', `/tenants/${tenantId}`],
      ] as const) {
        expect((await desk.send(method, path, { token: other })).status).toBe(403)
      }
    } finally {
      await close()
    }
  })
})
