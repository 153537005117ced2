import { INSTALLATION } from '@vigie/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { installer, newPerson, newTenant, sessionOf, tokenOf } from '../testing/people.js'

describe.each(ENGINES)('alerts on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
  })
  afterAll(() => opened.close())

  const guess = async (email: string) => {
    for (let i = 0; i < 7; i++) await desk.send('POST', '/session', { body: { email, password: 'wrong' } })
  }

  it('a burst of failed sign-ins alerts the administrators of the room once; one acknowledges it', async () => {
    const anna = await newTenant(opened.store)
    const token = await tokenOf(desk, anna)
    const sam = await newPerson(opened.store, anna.tenantId, 'author')
    await guess(sam.email)
    const list = await desk.send('GET', '/alerts?state=open', { token })
    const items = Array.isArray(list.json['items']) ? list.json['items'] : []
    expect(items).toMatchObject([{ kind: 'sign-in-burst', personId: sam.id, state: 'open' }])
    const author = await tokenOf(desk, sam)
    expect((await desk.send('GET', '/alerts', { token: author })).json['code']).toBe('forbidden')
    const other = await tokenOf(desk, await newTenant(opened.store))
    const put = (by: string) =>
      desk.send('PUT', `/alerts/${items[0].id}`, {
        token: by,
        headers: { 'if-match': '"1"' },
        body: { comment: 'Sam was on holiday with a new keyboard' },
      })
    expect((await put(other)).status).toBe(404)
    expect((await put(token)).json).toMatchObject({ state: 'acknowledged', version: 2 })
    expect((await desk.send('GET', '/alerts?state=open', { token })).json['items']).toEqual([])
  })

  it('guesses at an address that nobody has alert the installation', async () => {
    const chief = await installer(opened.store)
    await guess(`nobody-${chief.id}@example.org`)
    const headers = await sessionOf(desk, chief)
    await desk.send('PUT', '/session/room', { headers, body: { tenantId: INSTALLATION } })
    const list = await desk.send('GET', '/alerts?limit=1', { headers })
    expect(list.json['items']).toMatchObject([{ kind: 'sign-in-burst', personId: null }])
  })
})
