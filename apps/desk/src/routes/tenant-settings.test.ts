import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { giveMandate, newPerson, newTenant, tokenOf } from '../testing/people.js'

describe.each(ENGINES)('settings on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
  })
  afterAll(() => opened.close())

  it('have defaults that are strict, and every change is a version with its event', async () => {
    const anna = await newTenant(opened.store)
    const token = await tokenOf(desk, anna)
    const first = await desk.send('GET', '/settings', { token })
    expect(first.json).toEqual({
      tenantId: anna.tenantId,
      version: 1,
      settings: {
        zone: 'UTC',
        language: 'en',
        fourEyes: { reports: true, caseClosure: false, settings: false },
        review: { approvals: 1, by: ['responsible-person', 'reviewer'], overrideAllowed: true },
        mail: { senderName: null, senderAddress: null, replyTo: null },
      },
    })
    const put = (settings: object, version: number) =>
      desk.send('PUT', '/settings', {
        token,
        headers: { 'if-match': `"${version}"` },
        body: { settings, reason: 'Alone in the office' },
      })
    const wanted = { zone: 'Europe/Berlin', fourEyes: { reports: false } }
    expect((await put(wanted, 1)).json).toMatchObject({ version: 2, settings: wanted })
    const second = await put({ ...wanted, zone: 'Europe/Paris' }, 1)
    expect([second.status, second.json['code']]).toEqual([412, 'changed'])
    expect(second.json['conflict']).toMatchObject({ both: ['/settings/zone'], currentVersion: 2 })
    const { json } = await desk.send('GET', '/audit?limit=1', { token })
    expect(json['items']).toMatchObject([
      { entity: 'tenants', entityVersion: 2, actorName: anna.name, reason: 'Alone in the office' },
    ])
    const wrong = await put({ zone: 'Berlin', fourEyes: { coffee: true }, review: { approvals: 0 } }, 2)
    expect(wrong.json['findings']).toHaveLength(3)
  })

  it('are read by all and by representatives, and changed by administrators alone', async () => {
    const [maker, rep] = [await newTenant(opened.store), await newTenant(opened.store, 'representative')]
    const author = await tokenOf(desk, await newPerson(opened.store, maker.tenantId, 'author'))
    const reading = `/settings?tenantId=${maker.tenantId}`
    expect((await desk.send('GET', '/settings', { token: author })).status).toBe(200)
    const change = { headers: { 'if-match': '"1"' }, body: { settings: {} } }
    expect((await desk.send('PUT', '/settings', { token: author, ...change })).json['code']).toBe('forbidden')
    const token = await tokenOf(desk, rep)
    expect((await desk.send('GET', reading, { token })).status).toBe(404)
    await giveMandate(opened.store, maker, rep, true)
    expect((await desk.send('GET', reading, { token })).json['tenantId']).toBe(maker.tenantId)
    const body = { settings: {}, tenantId: maker.tenantId }
    expect((await desk.send('PUT', '/settings', { token, ...change, body })).json['code']).toBe('forbidden')
  })
})
