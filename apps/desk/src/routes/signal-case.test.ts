import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newTenant, tokenOf } from '../testing/people.js'

describe.each(ENGINES)('a case of signals on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let token: string
  let deviceId: string
  let manufacturerId: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    token = await tokenOf(desk, await newTenant(opened.store))
    manufacturerId = await make('/organisations', {
      name: 'Nordlicht Infusion GmbH',
      country: 'DE',
      srn: 'DE-MF-000012345',
      contact: { email: 'vigilance@nordlicht.example' },
    })
    const notifiedBodyId = await make('/organisations', {
      name: 'NB',
      country: 'DE',
      notifiedBodyNumber: '0123',
    })
    const ukrp = await make('/organisations', { name: 'Severn', country: 'GB' })
    const role = { role: 'uk-rp', actsForId: manufacturerId, reporting: 'manufacturer-reports' }
    await make('/organisation-roles', { organisationId: ukrp, ...role })
    const familyId = await make('/device-families', {
      manufacturerId,
      name: 'FlowGuard',
      law: 'mdr',
      riskClass: 'IIb',
      emdn: 'Z12030301',
      basicUdiDi: `9521234PUMPVF-${manufacturerId.slice(0, 8)}`,
      traits: { active: true, implantable: false },
    })
    await make('/certificates', { familyId, notifiedBodyId, number: 'G10 123456 0007', kind: 'QMS' })
    deviceId = await make('/devices', { familyId, name: 'FlowGuard VP3', udiDi: '09521234500018' })
    await make('/markets', { deviceId, country: 'DE' })
    await make('/markets', { deviceId, country: 'GB', validTo: '2025-01-31' })
  })
  afterAll(() => opened.close())

  const post = (path: string, body: object, headers = {}) => desk.send('POST', path, { token, body, headers })
  async function make(path: string, body: object): Promise<string> {
    const made = await post(path, body)
    expect([path, made.status, made.json['findings']]).toEqual([path, 201, undefined])
    return String(made.json['id'])
  }
  const signal = (more: object = {}) =>
    make('/signals', {
      kind: 'incident',
      receivedAt: '2026-11-18T16:20:00+01:00',
      receivedZone: 'Europe/Berlin',
      source: 'e-mail of the hospital',
      text: 'The pump ran free.',
      ...more,
    })

  it('is prefilled from the signals and the registry, each fact with its source', async () => {
    const one = await signal({ deviceId, lot: '26B114', country: 'DE', occurredOn: '2026-11-17' })
    const two = await signal({
      receivedAt: '2026-11-19T08:00:00Z',
      serial: 'VP3-204417',
      receivedAs: 'distributor',
    })
    const made = await post(`/signals/${one}/case`, { signalIds: [two] })
    expect([made.status, made.json['findings']]).toEqual([201, undefined])
    expect(made.json['file']).toMatchObject({
      manufacturer: { name: 'Nordlicht Infusion GmbH', srn: 'DE-MF-000012345' },
      ukResponsiblePerson: { name: 'Severn', submitsReports: { value: false } },
      devices: [
        {
          name: 'FlowGuard VP3',
          regulation: { value: 'MDR', source: 'Device registry: family FlowGuard' },
          riskClass: { value: 'IIb' },
          active: { value: true },
          implantable: { value: false },
          markets: { value: ['DE', 'GB'], source: expect.stringContaining('sales ended in GB') },
          notifiedBodies: [{ id: '0123', certificates: ['G10 123456 0007'] }],
          lots: { value: ['26B114'], source: expect.stringContaining('Signal S-') },
          serialNumbers: { value: ['VP3-204417'] },
        },
      ],
      event: { description: 'The pump ran free.', country: { value: 'DE' }, from: '2026-11-17' },
      awareness: [
        { of: 'incident', at: '2026-11-18T16:20:00+01:00[Europe/Berlin]', by: 'manufacturer' },
        { of: 'incident', at: '2026-11-19T09:00:00+01:00[Europe/Berlin]', by: 'distributor' },
      ],
    })
    expect(made.json['sources']).toContainEqual({
      path: 'file.devices[0].emdn',
      source: 'Device registry: family FlowGuard',
    })
    const id = String(made.json['caseId'])
    const links = await desk.send('GET', `/case-signals?caseId=${id}`, { token })
    expect(links.json['items']).toHaveLength(2)
    expect((await desk.send('GET', `/case-devices?caseId=${id}`, { token })).json['items']).toMatchObject([
      { deviceId, lot: '26B114', serial: 'VP3-204417' },
    ])
    expect((await desk.send('GET', `/signals/${two}`, { token })).json['state']).toBe('linked')
    const headers = { 'if-match': '"1"' }
    const assessed = await desk.send('POST', `/cases/${id}/assessment`, { token, body: {}, headers })
    expect(assessed.status).toBe(200)
  })

  it('needs a device: a registered one, or its manufacturer and name', async () => {
    const one = await signal()
    const none = await post(`/signals/${one}/case`, {})
    expect([none.status, none.json['findings']]).toMatchObject([
      422,
      [{ code: 'DESK-MISSING', path: 'deviceId' }],
    ])
    const named = await post(`/signals/${one}/case`, { manufacturerId, deviceName: 'Old pump' })
    expect([named.status, named.json['open']]).toMatchObject([
      201,
      expect.arrayContaining([expect.stringContaining('not in the registry')]),
    ])
  })

  it('is made once for one key', async () => {
    const one = await signal({ deviceId })
    const headers = { 'idempotency-key': `case-${one}` }
    const first = await post(`/signals/${one}/case`, {}, headers)
    const again = await post(`/signals/${one}/case`, {}, headers)
    expect(again.json['caseId']).toBe(first.json['caseId'])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
  })

  it('leaves open what two signals say differently', async () => {
    const one = await signal({ deviceId, country: 'DE' })
    const two = await signal({ country: 'FR' })
    const made = await post(`/signals/${one}/case`, { signalIds: [two] })
    expect(made.json['open']).toContain('The signals differ in country: DE, FR.')
    expect(made.json['file']).not.toHaveProperty('event.country')
  })
})
