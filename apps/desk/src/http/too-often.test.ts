import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newTenant, tokenOf } from '../testing/people.js'

describe.each(ENGINES)('requests a minute on %s', (_name, open) => {
  let opened: OpenedStore
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  it('are counted by network address before anything is looked at, and told as a problem', async () => {
    const desk = await testDesk(opened.store, { requestsPerMinute: { address: 2, principal: 100 } })
    const ask = (from: string) => desk.send('GET', '/cases', { from })
    expect([(await ask('10.0.0.1')).status, (await ask('10.0.0.1')).status]).toEqual([401, 401])
    const third = await ask('10.0.0.1')
    expect([third.status, third.json['code'], third.headers.get('retry-after')]).toEqual([
      429,
      'too-many-requests',
      '60',
    ])
    expect(third.headers.get('content-type')).toBe('application/problem+json')
    expect((await ask('10.0.0.2')).status).toBe(401)
    for (let i = 0; i < 5; i++) expect((await ask('127.0.0.1')).status).toBe(401)
    desk.now += 60_000
    expect((await ask('10.0.0.1')).status).toBe(401)
  })

  it('are counted by person, with whatever token and from wherever they come', async () => {
    const desk = await testDesk(opened.store, { requestsPerMinute: { address: 100, principal: 2 } })
    const anna = await newTenant(opened.store)
    const [one, two] = [await tokenOf(desk, anna), await tokenOf(desk, anna)]
    expect((await desk.send('GET', '/cases', { token: one })).status).toBe(200)
    expect((await desk.send('GET', '/board', { token: two, from: '10.0.0.9' })).status).toBe(200)
    expect((await desk.send('GET', '/cases', { token: two })).status).toBe(429)
    const other = await tokenOf(desk, await newTenant(opened.store))
    expect((await desk.send('GET', '/cases', { token: other })).status).toBe(200)
  })
})
