import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { giveMandate, newPerson, newTenant, type Someone, tokenOf } from '../testing/people.js'

const MAKER = { name: 'Nordlicht Infusion GmbH', country: 'DE', srn: 'DE-MF-000012345' }

describe.each(ENGINES)('organisations, families and devices on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let anna: Someone
  let token: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    anna = await newTenant(opened.store)
    token = await tokenOf(desk, anna)
  })
  afterAll(() => opened.close())

  const post = (path: string, body: object, headers = {}) => desk.send('POST', path, { token, body, headers })
  const put = (path: string, version: number | undefined, body: object, as = token) =>
    desk.send('PUT', path, {
      token: as,
      body,
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    })

  it('makes one, shows it with its version, and changes it', async () => {
    const made = await post('/organisations', MAKER)
    expect(made.status).toBe(201)
    expect(made.json).toEqual({
      ...MAKER,
      address: null,
      contact: null,
      notifiedBodyNumber: null,
      id: expect.any(String),
      tenantId: anna.tenantId,
      version: 1,
      chrn: null,
      state: 'active',
    })
    const path = String(made.headers.get('location'))
    const seen = await desk.send('GET', path, { token })
    expect([seen.headers.get('etag'), seen.json]).toEqual(['"1"', made.json])
    const changed = await put(path, 1, { ...MAKER, name: 'Nordlicht SE' })
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"'])
    expect(changed.json).toMatchObject({ name: 'Nordlicht SE', version: 2 })
    const same = await put(path, 2, { ...MAKER, name: 'Nordlicht SE' })
    expect([same.status, same.headers.get('etag')]).toEqual([200, '"2"'])
  })

  it('a change needs the version it is made on', async () => {
    const { headers } = await post('/organisations', MAKER)
    const path = String(headers.get('location'))
    const answers = [
      await put(path, undefined, MAKER),
      await desk.send('PUT', path, { token, body: MAKER, headers: { 'if-match': '*' } }),
      await desk.send('PUT', path, { token, body: MAKER, headers: { 'if-match': 'W/"1"' } }),
      await put(path, 7, MAKER),
    ]
    expect(answers.map(a => [a.status, a.json['code']])).toEqual([
      [428, 'version-needed'],
      [400, 'invalid-etag'],
      [400, 'invalid-etag'],
      [412, 'changed'],
    ])
  })

  it('the second of two gets what the first changed, by whom, and where both meet', async () => {
    const { headers } = await post('/organisations', MAKER)
    const path = String(headers.get('location'))
    const berta = await newPerson(opened.store, anna.tenantId, 'author')
    await put(path, 1, { ...MAKER, name: 'First', chrn: 'CHRN-MF-1' }, await tokenOf(desk, berta))
    const late = await put(path, 1, { ...MAKER, name: 'Second', country: 'AT' })
    expect(late.status).toBe(412)
    expect(late.headers.get('etag')).toBe('"2"')
    expect(late.json['conflict']).toEqual({
      sentVersion: 1,
      currentVersion: 2,
      theirs: [
        { path: '/chrn', before: null, after: 'CHRN-MF-1' },
        { path: '/name', before: MAKER.name, after: 'First' },
      ],
      yours: [
        { path: '/country', before: 'DE', after: 'AT' },
        { path: '/name', before: 'First', after: 'Second' },
      ],
      both: ['/name'],
      by: [{ at: expect.any(String), actorId: berta.id, name: berta.name }],
      current: expect.objectContaining({ name: 'First', version: 2 }),
    })
    expect((await desk.send('GET', path, { token })).json['name']).toBe('First')
  })

  it('a finished record changes with a reason only', async () => {
    const { headers } = await post('/organisations', { ...MAKER, state: 'ended' })
    const path = String(headers.get('location'))
    expect((await put(path, 1, MAKER)).json['code']).toBe('reason-needed')
    expect((await put(path, 1, { ...MAKER, reason: 'Ended by mistake' })).status).toBe(200)
  })

  it('tells all faults at once, and makes nothing', async () => {
    const answer = await post('/organisations', { name: ' ', country: 'Germany', colour: 'blue', srn: 5 })
    expect(answer.status).toBe(422)
    expect(answer.json).toMatchObject({ code: 'invalid-body' })
    const found = answer.json['findings']
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'DESK-SHAPE', path: 'name', place: 'body' }),
        expect.objectContaining({ code: 'DESK-SHAPE', path: 'country' }),
        expect.objectContaining({ code: 'DESK-SHAPE', path: 'srn' }),
        expect.objectContaining({ code: 'DESK-UNKNOWN-KEY', path: 'colour', mend: expect.any(String) }),
      ]),
    )
    const missing = await post('/organisations', {})
    expect(missing.json['findings']).toMatchObject([
      { code: 'DESK-MISSING', path: 'name' },
      { code: 'DESK-MISSING', path: 'country' },
    ])
  })

  it('a repeat with the same key gets the first answer, at the same time too, and makes nothing twice', async () => {
    const key = { 'idempotency-key': `key-${anna.id}` }
    const both = await Promise.all([post('/organisations', MAKER, key), post('/organisations', MAKER, key)])
    expect(both.map(a => a.status)).toEqual([201, 201])
    expect(both[0]?.json).toEqual(both[1]?.json)
    expect(both.filter(a => a.headers.get('idempotency-replayed') === 'true')).toHaveLength(1)
    const other = await post('/organisations', { ...MAKER, name: 'Other' }, key)
    expect([other.status, other.json['code']]).toEqual([409, 'other-request'])
  })

  it('lists by pages without loss or double, narrowed by a field', async () => {
    const berta = await newTenant(opened.store)
    const own = await tokenOf(desk, berta)
    for (let i = 0; i < 5; i++) {
      await desk.send('POST', '/organisations', {
        token: own,
        body: { ...MAKER, name: `M${i}`, country: i % 2 === 0 ? 'DE' : 'FR' },
      })
    }
    const names: unknown[] = []
    let cursor: unknown = ''
    for (let pages = 0; cursor !== null && pages < 9; pages++) {
      const at = cursor === '' ? '' : `&cursor=${String(cursor)}`
      const page = await desk.send('GET', `/organisations?limit=2${at}`, { token: own })
      const items = page.json['items']
      names.push(...(Array.isArray(items) ? items.map((i: { name: string }) => i.name) : []))
      cursor = page.json['nextCursor']
    }
    expect(names).toEqual(['M4', 'M3', 'M2', 'M1', 'M0'])
    const french = await desk.send('GET', '/organisations?country=FR', { token: own })
    expect(french.json['items']).toMatchObject([{ name: 'M3' }, { name: 'M1' }])
    for (const query of ['cursor=abc', 'cursor=WyJ4Il0', 'limit=0', 'limit=9999', 'colour=blue']) {
      const wrong = await desk.send('GET', `/organisations?${query}`, { token: own })
      expect([query, wrong.status, wrong.json['code']]).toEqual([query, 400, 'invalid-address'])
    }
  })

  it('a device belongs to a family of a manufacturer of the same tenant', async () => {
    const maker = await post('/organisations', MAKER)
    const family = await post('/device-families', {
      manufacturerId: maker.json['id'],
      name: 'FlowGuard',
      law: 'mdr',
      basicUdiDi: `B-${anna.id}`,
    })
    expect(family.status).toBe(201)
    const device = { familyId: family.json['id'], name: 'FlowGuard VP3', udiDi: '09521234500018' }
    expect((await post('/devices', device)).status).toBe(201)
    const again = await post('/devices', device)
    expect([again.status, again.json['code']]).toEqual([409, 'duplicate'])
    const foreign = await newTenant(opened.store)
    const token = await tokenOf(desk, foreign)
    const stolen = await desk.send('POST', '/devices', { token, body: { ...device, udiDi: null } })
    expect(stolen.status).toBe(422)
    expect(stolen.json['findings']).toMatchObject([{ code: 'DESK-REFERENCE' }])
    const list = await desk.send('GET', `/devices?familyId=${family.json['id']}`, { token: foreign.id })
    expect(list.status).toBe(401)
  })

  it('a representative sees what its mandate lets it see, and writes what it lets it write', async () => {
    const ar = await newTenant(opened.store, 'representative')
    const [closed, open] = [await newTenant(opened.store), await newTenant(opened.store)]
    await giveMandate(opened.store, closed, ar, false)
    await giveMandate(opened.store, open, ar, true)
    const own = await tokenOf(desk, ar)
    for (const [maker, status] of [
      [closed, 403],
      [open, 201],
    ] as const) {
      const theirs = await desk.send('POST', '/organisations', {
        token: await tokenOf(desk, maker),
        body: MAKER,
      })
      const path = `/organisations/${theirs.json['id']}`
      expect((await desk.send('GET', path, { token: own })).status).toBe(200)
      const body = { ...MAKER, tenantId: maker.tenantId }
      expect((await desk.send('POST', '/organisations', { token: own, body })).status).toBe(status)
      expect((await put(path, 1, { ...MAKER, name: 'By the AR' }, own)).status).toBe(
        status === 201 ? 200 : 403,
      )
    }
  })

  it('a reader reads and does not write', async () => {
    const reader = await tokenOf(desk, await newPerson(opened.store, anna.tenantId, 'reader'))
    expect((await desk.send('GET', '/organisations', { token: reader })).status).toBe(200)
    expect((await desk.send('POST', '/organisations', { token: reader, body: MAKER })).json['code']).toBe(
      'forbidden',
    )
    expect((await desk.send('GET', '/audit', { token: reader })).json['code']).toBe('forbidden')
  })
})
