import { change } from '@vigie/record'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '../sign-in/system.js'
import { ORIGIN, type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newPerson, newTenant, type Someone, tokenOf } from '../testing/people.js'

describe.each(ENGINES)('tokens on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let anna: Someone
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    anna = await newTenant(opened.store, 'manufacturer', 'author')
  })
  afterAll(() => opened.close())

  async function headers(person: Someone) {
    const body = { email: person.email, password: person.password }
    const answer = await desk.send('POST', '/session', { body })
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    return { cookie, 'x-csrf-token': String(answer.json['csrfToken']), origin: ORIGIN }
  }

  it('shows a token once, keeps its hash, and lets it be revoked', async () => {
    const own = await headers(anna)
    const made = await desk.send('POST', '/tokens', {
      headers: own,
      body: { name: 'LIMS', scopes: ['read'] },
    })
    expect(made.status).toBe(201)
    const token = String(made.json['secret'])
    expect(token).toMatch(/^vigie_[\w-]{43}$/)
    expect((await desk.send('GET', '/session', { token })).json).toMatchObject({
      scopes: ['read'],
      csrfToken: null,
    })

    const list = await desk.send('GET', '/tokens', { headers: own })
    expect(list.json['items']).toMatchObject([{ name: 'LIMS', scopes: ['read'], revokedAt: null }])
    const { rows } = await opened.store.withInstallation(SYSTEM, tx =>
      sql`select t::text from api_tokens t`.execute(tx.db),
    )
    expect(JSON.stringify([rows, list.json, desk.log])).not.toContain(token.slice(6))

    expect((await desk.send('DELETE', `/tokens/${made.json['id']}`, { headers: own })).status).toBe(204)
    expect((await desk.send('DELETE', `/tokens/${made.json['id']}`, { headers: own })).status).toBe(404)
    expect((await desk.send('GET', '/session', { token })).status).toBe(401)
  })

  it('is worth no more than its person, now', async () => {
    const own = await headers(anna)
    const more = await desk.send('POST', '/tokens', { headers: own, body: { name: 'x', scopes: ['admin'] } })
    expect([more.status, more.json['code']]).toEqual([403, 'forbidden'])

    const token = await tokenOf(desk, anna, ['read', 'write'])
    const actor = { tenantId: anna.tenantId, actorId: anna.id, zone: 'UTC' }
    await opened.store.withTenant(actor, async tx => {
      const { id } = await tx.db.selectFrom('memberships').select('id').executeTakeFirstOrThrow()
      await change(tx, { entity: 'memberships', id, expectedVersion: 1 }, () => ({ role: 'reader' as const }))
    })
    expect((await desk.send('GET', '/session', { token })).json['scopes']).toEqual(['read'])
  })

  it('ends on its day', async () => {
    const token = await tokenOf(desk, await newPerson(opened.store, anna.tenantId, 'reader'))
    expect((await desk.send('GET', '/session', { token })).status).toBe(200)
    desk.now += 2 * 86_400_000
    expect((await desk.send('GET', '/session', { token })).status).toBe(401)
  })

  it('makes no tokens itself, and a wrong one is not made good by a cookie', async () => {
    const person = await newPerson(opened.store, anna.tenantId, 'administrator')
    const token = await tokenOf(desk, person)
    const made = await desk.send('POST', '/tokens', { token, body: { name: 'x', scopes: ['read'] } })
    expect(made.json['code']).toBe('session-needed')
    const own = await headers(person)
    expect((await desk.send('GET', '/session', { token: 'vigie_wrong', headers: own })).status).toBe(401)
  })

  it('of another person cannot be revoked or seen', async () => {
    const [one, two] = [
      await newPerson(opened.store, anna.tenantId, 'administrator'),
      await newPerson(opened.store, anna.tenantId, 'administrator'),
    ]
    const body = { name: 'x', scopes: ['read'] }
    const made = await desk.send('POST', '/tokens', { headers: await headers(one), body })
    const own = await headers(two)
    expect((await desk.send('DELETE', `/tokens/${made.json['id']}`, { headers: own })).status).toBe(404)
    expect((await desk.send('GET', '/tokens', { headers: own })).json['items']).toEqual([])
  })
})
