import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { pumpCase } from '../testing/examples.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newTenant, tokenOf } from '../testing/people.js'

describe.each(ENGINES)('signals on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let token: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    token = await tokenOf(desk, await newTenant(opened.store))
  })
  afterAll(() => opened.close())

  const received = {
    kind: 'complaint',
    receivedAt: '2026-11-24T23:30:00Z',
    receivedZone: 'Europe/Berlin',
    source: 'e-mail',
  }
  const post = (path: string, body: object) => desk.send('POST', path, { token, body })
  const put = (path: string, version: number, body: object) =>
    desk.send('PUT', path, { token, body, headers: { 'if-match': `"${version}"` } })

  it('day 0 is the day at the place of receipt, and a reference is made', async () => {
    const made = await post('/signals', received)
    expect([made.status, made.json]).toMatchObject([
      201,
      {
        receivedDay: '2026-11-25',
        state: 'new',
        reference: expect.stringMatching(/^S-20261125-[0-9a-f]{6}$/),
      },
    ])
  })

  it('the instant of receipt is corrected with a reason only', async () => {
    const { json } = await post('/signals', received)
    const earlier = { ...received, receivedAt: '2026-11-24T20:00:00Z' }
    const without = await put(`/signals/${json['id']}`, 1, earlier)
    expect([without.status, without.json['findings']]).toMatchObject([422, [{ code: 'DESK-REASON' }]])
    const withReason = await put(`/signals/${json['id']}`, 1, { ...earlier, reason: 'Read from the header' })
    expect([withReason.status, withReason.json['receivedDay']]).toEqual([200, '2026-11-24'])
  })

  it('is closed with a word why no case was made, and cannot be called linked by hand', async () => {
    const { json } = await post('/signals', received)
    const path = `/signals/${json['id']}`
    expect((await put(path, 1, { ...received, state: 'linked' })).json['findings']).toMatchObject([
      { code: 'DESK-STATE' },
    ])
    expect((await put(path, 1, { ...received, state: 'closed' })).json['findings']).toMatchObject([
      { code: 'DESK-MISSING', path: 'closedBecause' },
    ])
    const closed = await put(path, 1, {
      ...received,
      state: 'closed',
      closedBecause: 'A question, no complaint.',
    })
    expect([closed.status, closed.json['state']]).toEqual([200, 'closed'])
  })

  it('is linked while a case has it, and triaged again after the last', async () => {
    const signalId = String((await post('/signals', received)).json['id'])
    const made = await post('/cases', { title: 'x', file: pumpCase(`L-${signalId}`.slice(0, 50)) })
    const caseId = String(made.json['id'])
    const link = await post('/case-signals', { caseId, signalId })
    const state = async () => (await desk.send('GET', `/signals/${signalId}`, { token })).json['state']
    expect(await state()).toBe('linked')
    await put(`/case-signals/${link.json['id']}`, 1, { caseId, signalId, state: 'unlinked' })
    expect(await state()).toBe('triaged')
  })

  it('are found by the beginnings of words, by device, state and time', async () => {
    const text = 'Die Pumpe förderte zu schnell. Ölspur am Gehäuse (VP3-204417).'
    const { json } = await post('/signals', { ...received, text, lot: '26B114' })
    for (const q of ['förder', 'ölspur', 'ÖLSPUR', 'vp3-2044', 'schnell gehäuse', '26b1']) {
      const found = await desk.send('GET', `/signals?q=${encodeURIComponent(q)}`, { token })
      expect([q, found.json['items']]).toMatchObject([q, [{ id: json['id'] }]])
    }
    const none = await desk.send('GET', '/signals?q=langsam', { token })
    expect(none.json['items']).toEqual([])
    const old = await desk.send('GET', '/signals?receivedTo=2020-01-01T00:00:00Z&lot=26B114', { token })
    expect(old.json['items']).toEqual([])
    expect((await desk.send('GET', '/signals?state=new&lot=26B114', { token })).json['items']).toHaveLength(1)
  })

  it('a figure of sales whose days are counted already is refused', async () => {
    const maker = await post('/organisations', { name: 'Maker', country: 'DE' })
    const family = await post('/device-families', { manufacturerId: maker.json['id'], name: 'P', law: 'mdr' })
    const device = await post('/devices', { familyId: family.json['id'], name: 'P1' })
    const figure = {
      deviceId: device.json['id'],
      country: 'DE',
      periodFrom: '2026-01-01',
      periodTo: '2026-03-31',
      measure: 'units',
      quantity: 1200,
    }
    expect((await post('/sales', figure)).status).toBe(201)
    const again = await post('/sales', { ...figure, periodFrom: '2026-03-31', periodTo: '2026-06-30' })
    expect([again.status, again.json['findings']]).toMatchObject([422, [{ code: 'DESK-OVERLAP' }]])
    const next = await post('/sales', { ...figure, periodFrom: '2026-04-01', periodTo: '2026-06-30' })
    expect(next.status).toBe(201)
    const half = await post('/sales', { ...figure, country: 'FR', quantity: 1.5 })
    expect(half.json['findings']).toMatchObject([{ path: 'quantity' }])
    const moved = await put(`/sales/${next.json['id']}`, 1, { ...figure, periodFrom: '2026-03-01' })
    expect(moved.json['findings']).toMatchObject([{ code: 'DESK-OVERLAP' }])
  })
})
