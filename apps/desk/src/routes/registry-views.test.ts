import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { pumpCase } from '../testing/examples.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newTenant, tokenOf } from '../testing/people.js'

describe.each(ENGINES)('gaps and search on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let token: string
  let makerId: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    token = await tokenOf(desk, await newTenant(opened.store, 'representative'))
    makerId = await make('/organisations', { name: 'Ost Medizintechnik Ltd', country: 'CN' })
    const familyId = await make('/device-families', {
      manufacturerId: makerId,
      name: 'Kreiselpumpe',
      law: 'mdr',
      riskClass: 'IIb',
    })
    const deviceId = await make('/devices', { familyId, name: 'Kreiselpumpe K2', catalogueNumber: 'K2-0815' })
    await make('/markets', { deviceId, country: 'DE' })
    await make('/markets', { deviceId, country: 'CH', validTo: '2020-12-31' })
  })
  afterAll(() => opened.close())

  async function make(path: string, body: object): Promise<string> {
    const made = await desk.send('POST', path, { token, body })
    expect([path, made.status]).toEqual([path, 201])
    return String(made.json['id'])
  }
  const get = async (path: string) => (await desk.send('GET', path, { token })).json
  const codes = async () =>
    [...JSON.stringify(await get('/gaps')).matchAll(/"code":"([^"]+)"/g)].map(m => m[1]).sort()

  it('lists what is missing about a manufacturer, and less of it as it is filled in', async () => {
    expect(await codes()).toEqual([
      'GAP-ADDRESS',
      'GAP-BASIC',
      'GAP-CERTIFICATE',
      'GAP-CONTACT',
      'GAP-EMDN',
      'GAP-REPRESENTATIVE',
      'GAP-SRN',
      'GAP-UDI-DI',
    ])
    const rep = await make('/organisations', { name: 'AR GmbH', country: 'DE' })
    const role = { organisationId: rep, role: 'eu-ar', actsForId: makerId }
    await make('/organisation-roles', { ...role, validTo: '2025-12-31' })
    expect(await codes()).toContain('GAP-ENDED')
    await make('/organisation-roles', { ...role, validFrom: '2026-01-01', reporting: 'manufacturer-reports' })
    expect((await codes()).filter(c => c === 'GAP-SRN')).toHaveLength(2)
    expect(await codes()).not.toContain('GAP-ENDED')
  })

  it('finds cases, signals, devices, families and organisations by the beginnings of words', async () => {
    const caseId = await make('/cases', {
      title: 'Death in Munich',
      file: pumpCase(`F-${makerId.slice(-8)}`),
    })
    const signalId = await make('/signals', {
      kind: 'complaint',
      receivedAt: '2026-11-24T09:00:00Z',
      receivedZone: 'UTC',
      source: 'e-mail',
      subject: 'Kreiselpumpe läuft heiß',
      text: 'Der Motor der Pumpe wurde glühend.',
    })
    const found = async (q: string) =>
      [
        ...JSON.stringify(await get(`/search?q=${encodeURIComponent(q)}`)).matchAll(
          /"kind":"([^"]+)","id":"([^"]+)"/g,
        ),
      ].map(m => [m[1], m[2]])
    expect(await found('munich death')).toEqual([['case', caseId]])
    expect(await found('flowguard vp3-2044')).toEqual([['case', caseId]])
    expect((await found('kreisel')).map(f => f[0])).toEqual(['signal', 'device', 'device-family'])
    expect(await found('GLÜHEND')).toEqual([['signal', signalId]])
    expect((await found('k2-0815')).map(f => f[0])).toEqual(['device'])
    expect((await found('ost med')).map(f => f[0])).toEqual(['organisation'])
    for (const q of ['x', '%', '_', "'", '\\', '--', 'mun%'])
      expect([q, await found(q)]).toEqual([q, q === 'mun%' ? [['case', caseId]] : []])
  })

  it('follows a change of the record', async () => {
    const id = await make('/organisations', { name: 'Vorher AG', country: 'CH' })
    await desk.send('PUT', `/organisations/${id}`, {
      token,
      body: { name: 'Nachher AG', country: 'CH' },
      headers: { 'if-match': '"1"' },
    })
    expect((await get('/search?q=vorher'))['items']).toEqual([])
    expect((await get('/search?q=nachher'))['items']).toMatchObject([{ id }])
  })
})
