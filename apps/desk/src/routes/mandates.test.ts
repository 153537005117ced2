import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { installer, newPerson, newTenant, type Someone, sessionOf, tokenOf } from '../testing/people.js'

const DAY = 86_400_000
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

describe.each(ENGINES)('mandates on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    // The walls count days by the database, so this test must too.
    desk.now = Date.now()
  })
  afterAll(() => opened.close())

  async function pair() {
    const [maker, rep] = [await newTenant(opened.store), await newTenant(opened.store, 'representative')]
    const token = await tokenOf(desk, maker)
    const fields = {
      role: 'eu-ar',
      jurisdictions: ['EU', 'NI'],
      reporting: 'representative-reports',
      mayWrite: true,
      validFrom: dayFromNow(-10),
      scope: { srn: 'DE-AR-000012345', note: 'All class IIa devices' },
      contractReference: 'AR-2026-17',
      forwardDuties: [{ what: 'complaints about suspected incidents', to: 'manufacturer', withinDays: null }],
    }
    const give = (change: object = {}, by = token) =>
      desk.send('POST', '/mandates', {
        token: by,
        body: { ...fields, representativeTenantId: rep.tenantId, ...change },
      })
    const put = (id: unknown, version: number, change: object) =>
      desk.send('PUT', `/mandates/${id}`, {
        token,
        headers: { 'if-match': `"${version}"` },
        body: { ...fields, ...change },
      })
    return { maker, rep, token, fields, give, put }
  }
  const mayWrite = async (rep: Someone, maker: Someone) => {
    const body = { name: 'Made by the AR', country: 'DE', tenantId: maker.tenantId }
    return (await desk.send('POST', '/organisations', { token: await tokenOf(desk, rep), body })).status
  }

  it('is given by the manufacturer with all it says, and both sides see it', async () => {
    const p = await pair()
    const made = await p.give()
    expect([made.status, made.json['inForce']]).toEqual([201, 'in-force'])
    const seen = await desk.send('GET', `/mandates/${made.json['id']}`, { token: await tokenOf(desk, p.rep) })
    expect(seen.json).toMatchObject({
      ...p.fields,
      manufacturerName: `Tenant ${p.maker.tenantId}`,
      representativeName: `Tenant ${p.rep.tenantId}`,
      scope: { ...p.fields.scope, chrn: null, deviceFamilyIds: [] },
    })
    expect((await desk.send('GET', `/mandates/${made.json['id']}`, { token: p.token })).json).toEqual(
      seen.json,
    )
    expect(await mayWrite(p.rep, p.maker)).toBe(201)
  })

  it('cannot be given or widened by the representative', async () => {
    const p = await pair()
    const rep = await tokenOf(desk, p.rep)
    const self = await p.give({ tenantId: p.maker.tenantId, representativeTenantId: p.rep.tenantId }, rep)
    expect([self.status, self.json['code']]).toEqual([403, 'forbidden'])
    const made = await p.give({ mayWrite: false })
    const widened = await desk.send('PUT', `/mandates/${made.json['id']}`, {
      token: rep,
      headers: { 'if-match': '"1"' },
      body: p.fields,
    })
    expect(widened.status).toBe(404)
    expect(await mayWrite(p.rep, p.maker)).toBe(403)
  })

  it('goes from draft to active to terminated and never back; afterwards only reading is prolonged', async () => {
    const p = await pair()
    const { json } = await p.give({ state: 'draft' })
    expect([json['inForce'], await mayWrite(p.rep, p.maker)]).toEqual(['draft', 403])
    expect((await p.put(json['id'], 1, { state: 'terminated' })).json['code']).toBe('state-order')
    expect((await p.put(json['id'], 1, { state: 'active' })).json['inForce']).toBe('in-force')
    expect((await p.put(json['id'], 2, { state: 'draft' })).json['code']).toBe('state-order')
    const end = { state: 'terminated', validTo: dayFromNow(-1), readableUntil: dayFromNow(3650) }
    expect((await p.put(json['id'], 2, end)).json['inForce']).toBe('reading-only')
    expect(await mayWrite(p.rep, p.maker)).toBe(403)
    expect((await p.put(json['id'], 3, { state: 'active' })).json['code']).toBe('state-order')
    const longer = { ...end, readableUntil: dayFromNow(4000) }
    expect((await p.put(json['id'], 3, longer)).json['code']).toBe('reason-needed')
    const reasoned = await p.put(json['id'], 3, { ...longer, mayWrite: false, reason: 'Implantable device' })
    expect(reasoned.json).toMatchObject({ mayWrite: true, readableUntil: dayFromNow(4000) })
  })

  it('faults between its days are told together; whom it names must be there and another', async () => {
    const p = await pair()
    const wrong = await p.give({ validTo: dayFromNow(-20), readableUntil: dayFromNow(-30) })
    expect(wrong.json['findings']).toMatchObject([{ path: 'validTo' }, { path: 'readableUntil' }])
    const nobody = await p.give({ representativeTenantId: p.maker.id })
    expect([nobody.status, nobody.json['code']]).toEqual([422, 'invalid-body'])
    expect((await p.give({ representativeTenantId: p.maker.tenantId })).json['code']).toBe('state-order')
  })

  it('opens a room: the session goes there, acts as the representative, and comes back', async () => {
    const p = await pair()
    const made = await p.give()
    const headers = await sessionOf(desk, p.rep)
    const rooms = await desk.send('GET', '/rooms', { headers })
    expect(rooms.json['items']).toMatchObject([
      { tenantId: p.rep.tenantId, via: 'own', roles: ['administrator', 'responsible-person'], mandate: null },
      {
        tenantId: p.maker.tenantId,
        via: 'mandate',
        mandate: {
          id: made.json['id'],
          representativeTenantId: p.rep.tenantId,
          mayWrite: true,
          role: 'eu-ar',
        },
      },
    ])
    const go = (tenantId: string) => desk.send('PUT', '/session/room', { headers, body: { tenantId } })
    expect((await go(p.maker.tenantId)).json).toEqual({ tenantId: p.rep.tenantId, room: p.maker.tenantId })
    const who = async () => (await desk.send('GET', '/session', { headers })).json
    expect(await who()).toMatchObject({
      tenantId: p.rep.tenantId,
      room: p.maker.tenantId,
      roomName: `Tenant ${p.maker.tenantId}`,
    })
    expect((await go((await newTenant(opened.store)).tenantId)).status).toBe(404)
    await p.put(made.json['id'], 1, { state: 'terminated' })
    expect(await who()).toMatchObject({ room: p.rep.tenantId })
    expect((await go(p.maker.tenantId)).status).toBe(404)
  })

  it('names who acted: the manufacturer sees the representative’s people in its trail', async () => {
    const p = await pair()
    await p.give()
    expect(await mayWrite(p.rep, p.maker)).toBe(201)
    const { json } = await desk.send('GET', '/audit?limit=1', { token: p.token })
    expect(json['items']).toMatchObject([{ entity: 'organisations', actorName: p.rep.name }])
    const stranger = await tokenOf(desk, await newTenant(opened.store))
    const people = await desk.send('GET', `/people?tenantId=${p.rep.tenantId}`, { token: stranger })
    expect(people.json['items']).toEqual([])
  })

  it('is given by the installation for a manufacturer that is not here itself', async () => {
    const p = await pair()
    const chief = await tokenOf(desk, await installer(opened.store))
    const made = await p.give({ tenantId: p.maker.tenantId }, chief)
    expect([made.status, made.json['tenantId']]).toEqual([201, p.maker.tenantId])
    expect(await mayWrite(p.rep, p.maker)).toBe(201)
  })

  it('a member of another tenant moves there with the roles they have there, and the room knows', async () => {
    const [home, client] = [await newTenant(opened.store), await newTenant(opened.store)]
    const chief = await tokenOf(desk, await installer(opened.store))
    const role = { personId: home.id, role: 'reader', tenantId: client.tenantId }
    expect((await desk.send('POST', '/memberships', { token: chief, body: role })).status).toBe(201)
    const headers = await sessionOf(desk, home)
    await desk.send('PUT', '/session/room', { headers, body: { tenantId: client.tenantId } })
    const who = await desk.send('GET', '/session', { headers })
    expect(who.json).toMatchObject({ tenantId: client.tenantId, roles: ['reader'], scopes: ['read'] })
    const body = { name: 'X', country: 'DE' }
    expect((await desk.send('POST', '/organisations', { headers, body })).json['code']).toBe('forbidden')
    const auditor = await tokenOf(desk, await newPerson(opened.store, client.tenantId, 'auditor'))
    const { json } = await desk.send('GET', '/audit?limit=5', { token: auditor })
    expect(json['items']).toContainEqual(
      expect.objectContaining({ reason: 'Entered the room', actorId: home.id, actorName: home.name }),
    )
  })
})
