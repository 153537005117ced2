import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SYSTEM } from '../sign-in/system.js'
import { authenticator } from '../testing/authenticator.js'
import { ORIGIN, type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newPerson, newTenant, PASSWORD, type Someone, sessionOf } from '../testing/people.js'

type Headers = Readonly<Record<string, string>>

describe.each(ENGINES)('passkeys on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let anna: Someone
  let own: Headers
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    desk = await testDesk(opened.store)
    anna = await newTenant(opened.store)
    own = await sessionOf(desk, anna)
  })

  const begin = (headers: Headers, password = PASSWORD) =>
    desk.send('POST', '/passkeys/options', { headers, body: { password } })
  const keep = (headers: Headers, response: object) =>
    desk.send('POST', '/passkeys', { headers, body: { name: 'Laptop', response } })
  async function withPasskey(headers = own) {
    const device = authenticator('localhost', ORIGIN)
    const made = await keep(headers, device.register((await begin(headers)).json))
    expect([made.status, made.json['code']]).toEqual([201, undefined])
    return { device, made }
  }
  const ask = async () => (await desk.send('POST', '/session/passkey/options')).json
  const enter = (response: object, extra: object = {}) =>
    desk.send('POST', '/session/passkey', { body: { response, ...extra } })
  const reasons = async (tenantId: string) => {
    const rows = await opened.store.withInstallation({ ...SYSTEM, tenantId }, tx =>
      tx.db
        .selectFrom('audit_events')
        .select('reason')
        .where('tenant_id', '=', tenantId)
        .orderBy('seq')
        .execute(),
    )
    return rows.map(r => r.reason)
  }

  it('are made after the own password, and sign in without one', async () => {
    expect((await begin(own, 'wrong')).json['code']).toBe('step-up-failed')
    const { device, made } = await withPasskey()
    expect(made.json).toMatchObject({ name: 'Laptop', host: 'localhost', backedUp: false, usedAt: null })
    const answer = await enter(device.answer(await ask()))
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([
      201,
      expect.stringMatching(/HttpOnly/),
    ])
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect((await desk.send('GET', '/session', { headers: { cookie } })).json['personId']).toBe(anna.id)
    expect((await reasons(anna.tenantId)).at(-1)).toBe('Signed in with a passkey')
    const list = await desk.send('GET', '/passkeys', { headers: own })
    expect(list.json['items']).toMatchObject([{ name: 'Laptop', usedAt: expect.stringMatching(/^2026/) }])
  })

  it('answer a challenge once, in time, on our page, for the one they were asked', async () => {
    const { device } = await withPasskey()
    const challenge = await ask()
    const right = device.answer(challenge)
    expect((await enter(right)).status).toBe(201)
    const wrong = {
      'the same again': right,
      'the same challenge with a new signature': device.answer(challenge),
      'a challenge nobody gave': device.answer({ challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }),
      'another page': device.answer(await ask(), { origin: 'https://evil.example' }),
      'nobody looked who it is': device.answer(await ask(), { verified: false }),
      'a counter that went back: a copy of the device': device.answer(await ask(), { counter: 1 }),
      'another device with this name': {
        ...authenticator('localhost', ORIGIN).answer(await ask()),
        id: right.id,
        rawId: right.rawId,
      },
      'a device nobody knows': authenticator('localhost', ORIGIN).answer(await ask()),
    }
    for (const [name, response] of Object.entries(wrong)) {
      const answer = await enter(response)
      expect([name, answer.status, answer.json['code']]).toEqual([name, 403, 'passkey-refused'])
    }
    expect((await reasons(anna.tenantId)).filter(r => r === 'Sign-in with a passkey refused')).toHaveLength(7)
    const late = await ask()
    desk.now += 11 * 60_000
    expect((await enter(device.answer(late, { counter: 90 }))).json['code']).toBe('passkey-refused')
  })

  it('of two answers to one challenge at the same time one gets in', async () => {
    const { device } = await withPasskey()
    const challenge = await ask()
    const both = await Promise.all([enter(device.answer(challenge)), enter(device.answer(challenge))])
    expect(both.map(a => a.status).sort()).toEqual([201, 403])
  })

  it('are kept for who asked, on the page that asked', async () => {
    const device = authenticator('localhost', ORIGIN)
    const options = (await begin(own)).json
    const other = await sessionOf(desk, await newPerson(opened.store, anna.tenantId, 'author'))
    expect((await keep(other, device.register(options))).json['code']).toBe('passkey-refused')
    expect((await keep(own, device.register(options, { origin: 'https://evil.example' }))).status).toBe(403)
    const again = (await begin(own)).json
    expect((await keep(own, device.register(again, { verified: false }))).status).toBe(403)
    const made = await keep(own, device.register((await begin(own)).json))
    expect(made.status).toBe(201)
    // The same device for a second person.
    expect((await keep(other, device.register((await begin(other)).json))).json['code']).toBe('duplicate')
    const number = await testDesk(opened.store, { origins: ['http://127.0.0.1:7373'] })
    const response = await number.app.request('http://127.0.0.1:7373/session/passkey/options', {
      method: 'POST',
    })
    expect(await response.json()).toMatchObject({ code: 'passkey-address' })
  })

  it('that were removed, or whose person left, open nothing', async () => {
    const { device, made } = await withPasskey()
    const other = await sessionOf(desk, await newPerson(opened.store, anna.tenantId, 'author'))
    const remove = (headers: Headers) => desk.send('DELETE', `/passkeys/${made.json['id']}`, { headers })
    expect((await remove(other)).status).toBe(404)
    expect((await remove(own)).status).toBe(204)
    expect((await remove(own)).status).toBe(404)
    expect((await enter(device.answer(await ask()))).status).toBe(403)
    expect((await desk.send('GET', '/passkeys', { headers: own })).json['items']).toEqual([])

    const sam = await newPerson(opened.store, anna.tenantId, 'author')
    const gone = await withPasskey(await sessionOf(desk, sam))
    await desk.send('PUT', `/people/${sam.id}`, {
      headers: { ...own, 'if-match': '"1"' },
      body: { name: sam.name, zone: 'UTC', state: 'deactivated' },
    })
    expect((await enter(gone.device.answer(await ask()))).status).toBe(403)
  })

  it('cannot be read by what runs for a tenant', async () => {
    const actor = { tenantId: anna.tenantId, actorId: anna.id, zone: 'UTC' }
    for (const table of ['passkeys', 'challenges', 'invitations', 'signing_holds']) {
      const read = opened.store.withTenant(actor, tx => sql`select 1 from ${sql.table(table)}`.execute(tx.db))
      await expect(read).rejects.toMatchObject({ code: '42501' })
    }
  })
})
