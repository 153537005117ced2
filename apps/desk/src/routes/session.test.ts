import { change, create } from '@vigie/record'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SYSTEM } from '../sign-in/system.js'
import { ORIGIN, quickHasher, type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newPerson, newTenant, type Someone } from '../testing/people.js'

const MINUTE = 60_000

describe.each(ENGINES)('sign-in on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let hasher: ReturnType<typeof quickHasher>
  let anna: Someone
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    hasher = quickHasher()
    desk = await testDesk(opened.store, {}, hasher)
    anna = await newTenant(opened.store)
  })

  const signIn = (email: string, password: string, extra: object = {}) =>
    desk.send('POST', '/session', { body: { email, password, ...extra } })

  async function session() {
    const answer = await signIn(anna.email, anna.password)
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const csrf = String(answer.json['csrfToken'])
    const own = { cookie, 'x-csrf-token': csrf, origin: ORIGIN, 'sec-fetch-site': 'same-origin' }
    return { answer, cookie, csrf, own }
  }

  const events = (tenantId: string) =>
    opened.store.withInstallation({ ...SYSTEM, tenantId }, async tx => {
      const rows = await tx.db
        .selectFrom('audit_events')
        .select(['reason', 'actor_id', 'entity'])
        .where('tenant_id', '=', tenantId)
        .where('action', '=', 'note')
        .orderBy('seq')
        .execute()
      return rows
    })

  it('opens a session in a cookie that pages cannot read, and says who it is', async () => {
    const { answer, cookie, csrf } = await session()
    expect(answer.status).toBe(201)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^vigie-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const who = await desk.send('GET', '/session', { headers: { cookie } })
    expect(who.json).toMatchObject({ personId: anna.id, tenantId: anna.tenantId, csrfToken: csrf })
    expect((await events(anna.tenantId)).at(-1)).toMatchObject({ reason: 'Signed in', actor_id: anna.id })
  })

  it('marks the cookie Secure and for this host alone where the desk is not on this machine', async () => {
    const origin = 'https://desk.example.org'
    const away = await testDesk(opened.store, { origins: [origin] })
    const response = await away.app.request(`${origin}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ email: anna.email, password: anna.password }),
    })
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-vigie-session=.*; HttpOnly; Secure; SameSite=Strict$/,
    )
  })

  it('keeps no secret: neither the session nor the token of a page is in the database', async () => {
    const { cookie, csrf } = await session()
    const secret = cookie.split('=')[1] ?? ''
    const rows = await opened.store.withInstallation(SYSTEM, tx =>
      sql<{ t: string }>`select s::text as t from sessions s`.execute(tx.db),
    )
    const text = JSON.stringify(rows.rows)
    expect(text).toContain(anna.id)
    expect(text).not.toContain(secret)
    expect(text).not.toContain(csrf)
  })

  it('cannot be read by what runs for a tenant', async () => {
    const actor = { tenantId: anna.tenantId, actorId: anna.id, zone: 'UTC' }
    for (const table of ['passwords', 'sessions', 'api_tokens', 'attempts', 'passkeys']) {
      const read = opened.store.withTenant(actor, tx => sql`select 1 from ${sql.raw(table)}`.execute(tx.db))
      await expect(read).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('says the same, after the same steps, to a wrong password, an unknown address and a deactivated account', async () => {
    const gone = await newPerson(opened.store, anna.tenantId, 'reader')
    const actor = { tenantId: anna.tenantId, actorId: gone.id, zone: 'UTC' }
    await opened.store.withInstallation(actor, tx =>
      change(tx, { entity: 'people', id: gone.id, expectedVersion: 1 }, () => ({
        state: 'deactivated' as const,
      })),
    )
    const shown = []
    for (const [email, password] of [
      [anna.email, 'wrong'],
      ['nobody@example.org', 'wrong'],
      [gone.email, gone.password],
    ] as const) {
      const before = (await events(SYSTEM.tenantId)).length + (await events(anna.tenantId)).length
      const asked = hasher.asked.length
      const { status, headers, json } = await signIn(email, password)
      const { instance: _, ...body } = json
      const names = [...headers.keys()].sort()
      const after = (await events(SYSTEM.tenantId)).length + (await events(anna.tenantId)).length
      shown.push({ status, names, body, compared: hasher.asked.length - asked, written: after - before })
    }
    expect(shown[0]).toMatchObject({ status: 401, compared: 1, written: 1 })
    expect(shown[1]).toEqual(shown[0])
    expect(shown[2]).toEqual(shown[0])
  })

  it('opens a session only in a tenant of the person, and says no more than to a wrong password', async () => {
    const other = await newTenant(opened.store)
    const answer = await signIn(anna.email, anna.password, { tenantId: other.tenantId })
    expect([answer.status, answer.json['code']]).toEqual([401, 'sign-in-failed'])
  })

  it('lets a consultant work in the tenant they name, with the roles they have there', async () => {
    const client = await newTenant(opened.store)
    const actor = { tenantId: client.tenantId, actorId: client.id, zone: 'UTC' }
    const member = { person_tenant_id: anna.tenantId, person_id: anna.id, role: 'reader' } as const
    await opened.store.withTenant(actor, tx => create(tx, { entity: 'memberships' }, member))
    const answer = await signIn(anna.email, anna.password, { tenantId: client.tenantId })
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const who = await desk.send('GET', '/session', { headers: { cookie } })
    expect(who.json).toMatchObject({
      tenantId: client.tenantId,
      personId: anna.id,
      roles: ['reader'],
      scopes: ['read'],
    })
  })

  it('locks an account after failures, known or not, tells the trail, and unlocks by itself', async () => {
    for (let i = 0; i < 6; i++) await signIn(anna.email, 'wrong')
    expect((await signIn(anna.email, anna.password)).status).toBe(401)
    const reasons = (await events(anna.tenantId)).map(e => e.reason)
    expect(reasons.filter(r => r === 'Sign-in refused; account locked (alert)')).toHaveLength(1)
    expect(reasons.at(-1)).toBe('Sign-in refused; account is locked')
    expect(desk.log).toContainEqual({ level: 'warn', event: 'account-locked', known: true })
    desk.now += 16 * MINUTE
    expect((await signIn(anna.email, anna.password)).status).toBe(201)
    for (let i = 0; i < 6; i++) await signIn('nobody-2@example.org', 'wrong')
    expect(desk.log).toContainEqual({ level: 'warn', event: 'account-locked', known: false })
  })

  it('many guesses at the same time do not pass the limit', async () => {
    const guesses = [...Array(12).keys()].map(() => signIn(anna.email, 'wrong'))
    await Promise.all(guesses)
    expect((await signIn(anna.email, anna.password)).status).toBe(401)
  })

  it('takes so many attempts a minute from one address', async () => {
    const few = await testDesk(opened.store, { signInsPerMinute: { address: 2, all: 100 } })
    const attempt = (from: string) =>
      few.send('POST', '/session', { body: { email: 'x@example.org', password: 'x' }, from })
    await attempt('10.0.0.1')
    await attempt('10.0.0.1')
    const third = await attempt('10.0.0.1')
    expect([third.status, third.json['code'], third.headers.get('retry-after')]).toEqual([
      429,
      'too-many-requests',
      '60',
    ])
    expect((await attempt('10.0.0.2')).status).toBe(401)
  })

  it('ends a session that is idle, over, or signed out', async () => {
    const idle = await session()
    desk.now += 31 * MINUTE
    expect((await desk.send('GET', '/session', { headers: { cookie: idle.cookie } })).status).toBe(401)

    const long = await session()
    for (let i = 0; i < 28; i++) {
      desk.now += 25 * MINUTE
      expect((await desk.send('GET', '/session', { headers: { cookie: long.cookie } })).status).toBe(200)
    }
    desk.now += 25 * MINUTE
    expect((await desk.send('GET', '/session', { headers: { cookie: long.cookie } })).status).toBe(401)

    const [one, two] = [await session(), await session()]
    const out = await desk.send('DELETE', '/session', { headers: one.own })
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringMatching(/Max-Age=0/)])
    expect((await desk.send('GET', '/session', { headers: { cookie: one.cookie } })).status).toBe(401)
    expect((await desk.send('DELETE', '/sessions', { headers: two.own })).status).toBe(204)
    expect((await desk.send('GET', '/session', { headers: { cookie: two.cookie } })).status).toBe(401)
    expect((await events(anna.tenantId)).slice(-1)).toMatchObject([{ reason: 'Signed out everywhere' }])
  })

  it('a change with the cookie needs the token of the page and the own site', async () => {
    const { own } = await session()
    const without = (name: string) => Object.fromEntries(Object.entries(own).filter(([k]) => k !== name))
    const tries = [
      [without('x-csrf-token'), 'csrf-token'],
      [{ ...own, 'x-csrf-token': '0'.repeat(64) }, 'csrf-token'],
      [{ ...own, origin: 'https://evil.example' }, 'cross-site'],
      [{ ...own, origin: 'null' }, 'cross-site'],
      [{ ...own, 'sec-fetch-site': 'cross-site' }, 'cross-site'],
      [{ ...own, 'sec-fetch-site': 'same-site' }, 'cross-site'],
    ] as const
    for (const [headers, code] of tries) {
      const answer = await desk.send('DELETE', '/session', { headers })
      expect([answer.status, answer.json['code']]).toEqual([403, code])
    }
    expect((await desk.send('DELETE', '/session', { headers: own })).status).toBe(204)
    const foreign = await desk.send('POST', '/session', {
      body: { email: anna.email, password: anna.password },
      headers: { origin: 'https://evil.example' },
    })
    expect(foreign.json['code']).toBe('cross-site')
  })

  it('a role that is taken away, or a person who left, is out at once', async () => {
    const { cookie } = await session()
    const actor = { tenantId: anna.tenantId, actorId: anna.id, zone: 'UTC' }
    await opened.store.withInstallation(actor, tx =>
      change(tx, { entity: 'people', id: anna.id, expectedVersion: 1 }, () => ({
        state: 'deactivated' as const,
      })),
    )
    expect((await desk.send('GET', '/session', { headers: { cookie } })).status).toBe(401)
  })

  it('changes a password after the old one, and ends the other sessions', async () => {
    const [one, two] = [await session(), await session()]
    const put = (body: object) => desk.send('PUT', '/password', { headers: one.own, body })
    expect((await put({ current: 'wrong', new: 'another lantern on a river' })).json['code']).toBe(
      'sign-in-failed',
    )
    const weak = await put({ current: anna.password, new: 'short' })
    expect(weak.json).toMatchObject({
      code: 'invalid-body',
      findings: [{ code: 'DESK-PASSWORD', path: 'new' }],
    })
    expect((await put({ current: anna.password, new: 'another lantern on a river' })).status).toBe(204)
    expect((await desk.send('GET', '/session', { headers: { cookie: one.cookie } })).status).toBe(200)
    expect((await desk.send('GET', '/session', { headers: { cookie: two.cookie } })).status).toBe(401)
    expect((await signIn(anna.email, anna.password)).status).toBe(401)
    expect((await signIn(anna.email, 'another lantern on a river')).status).toBe(201)
  })

  it('logs no name, address, password or secret', async () => {
    const { cookie, csrf, own } = await session()
    await signIn(anna.email, 'a wrong password')
    await signIn('nobody-at-all@example.org', 'a wrong password')
    await desk.send('GET', `/people/${anna.email}?name=${encodeURIComponent(anna.name)}`, {
      headers: { cookie },
    })
    await desk.send('DELETE', '/session', { headers: own })
    const text = JSON.stringify(desk.log)
    expect(desk.log.length).toBeGreaterThan(4)
    for (const secret of [
      anna.email,
      anna.name,
      'Quist',
      '@',
      anna.password,
      'wrong password',
      cookie,
      csrf,
    ]) {
      expect(text.toLowerCase()).not.toContain(secret.toLowerCase())
    }
  })
})
