import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newTenant, tokenOf } from '../testing/people.js'

describe.each(ENGINES)('duplicates and forwards on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let token: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    token = await tokenOf(desk, await newTenant(opened.store, 'representative'))
  })
  afterAll(() => opened.close())

  const post = (path: string, body: object) => desk.send('POST', path, { token, body })
  const get = async (path: string) => (await desk.send('GET', path, { token })).json
  const put = (path: string, version: number, body: object) =>
    desk.send('PUT', path, { token, body, headers: { 'if-match': `"${version}"` } })
  const signal = async (more: object) => {
    const made = await post('/signals', {
      kind: 'complaint',
      receivedAt: '2026-11-24T09:00:00+01:00',
      receivedZone: 'Europe/Berlin',
      source: 'e-mail',
      ...more,
    })
    expect(made.status).toBe(201)
    return String(made.json['id'])
  }
  const TEXT =
    'During an infusion the pump delivered the remaining volume within two minutes without any alarm.'

  describe('duplicates', () => {
    it('are suggested with reasons, likeliest first, and nothing else', async () => {
      const one = await signal({ text: TEXT, udiDi: 'D1', serial: 'SN-1' })
      const twin = await signal({ text: `Dear all, ${TEXT} Regards`, udiDi: 'D1', serial: 'SN-1' })
      const told = await signal({ text: `${TEXT} We kept the pump.`, receivedAt: '2026-11-20T09:00:00Z' })
      await signal({ text: 'The handle of a trolley broke off while it was moved.' })
      const { items } = await get(`/signals/${one}/duplicates`)
      expect(items).toMatchObject([
        {
          signalId: twin,
          linked: false,
          reasons: expect.arrayContaining(['The device and its serial number are the same.']),
        },
        { signalId: told, reasons: expect.arrayContaining([expect.stringMatching(/^\d+ % of the text/)]) },
      ])
      expect((await get(`/signals/${one}`))['duplicateOf']).toBeNull()
    })

    it('the same reference of a reporter is enough', async () => {
      const one = await signal({ reporterReference: 'KI-2026-88' })
      const two = await signal({ reporterReference: 'ki-2026-88 ', receivedAt: '2026-01-05T09:00:00Z' })
      // Only what is written alike to the letter is looked for far away in time; near in time blanks do not matter.
      const three = await signal({ reporterReference: 'KI-2026-88', receivedAt: '2026-01-05T09:00:00Z' })
      const found = JSON.stringify((await get(`/signals/${one}/duplicates`))['items'])
      expect([found.includes(three), found.includes(two)]).toEqual([true, false])
    })

    it('are linked by a person with a reason, and unlinked again', async () => {
      const one = await signal({ text: TEXT })
      const two = await signal({ text: TEXT })
      const linked = await put(`/signals/${two}/duplicate-of`, 1, { signalId: one, reason: 'Same call' })
      expect([linked.status, linked.json['duplicateOf']]).toEqual([200, one])
      const ring = await put(`/signals/${one}/duplicate-of`, 1, { signalId: two, reason: 'x' })
      expect(ring.json['findings']).toMatchObject([{ code: 'DESK-DUPLICATE-OF' }])
      const itself = await put(`/signals/${one}/duplicate-of`, 1, { signalId: one, reason: 'x' })
      expect(itself.status).toBe(422)
      const back = await put(`/signals/${two}/duplicate-of`, 2, { signalId: null, reason: 'Another pump' })
      expect(back.json['duplicateOf']).toBeNull()
    })
  })

  describe('forwards', () => {
    it('a representative must tell the manufacturer, on the day of receipt', async () => {
      const id = await signal({ receivedAs: 'authorised-representative', text: TEXT })
      expect(await get(`/signals/${id}/forwards`)).toMatchObject({
        duties: [
          {
            rule: 'EU-VIG-20',
            citation: expect.stringContaining('Art 11(3)(g)'),
            addressee: 'manufacturer',
            by: '2026-11-24',
            state: 'open',
            overdue: true,
          },
        ],
        forwards: [],
      })
      const distributor = await signal({ receivedAs: 'distributor' })
      const { duties } = await get(`/signals/${distributor}/forwards`)
      expect(duties).toMatchObject([
        { addressee: 'manufacturer' },
        { addressee: 'authorised representative' },
        { addressee: 'importer' },
      ])
      const own = await signal({ receivedAs: 'manufacturer' })
      expect(await get(`/signals/${own}/forwards`)).toEqual({ duties: [], forwards: [] })
    })

    it('is done only when it was sent with proof', async () => {
      const id = await signal({
        receivedAs: 'authorised-representative',
        text: TEXT,
        reporter: { name: 'Miriam Vogt' },
      })
      const owing = async () =>
        JSON.stringify((await get('/signals?owing=forward&limit=200'))['items']).includes(id)
      expect(await owing()).toBe(true)
      const made = await post(`/signals/${id}/forward`, {
        addressee: 'manufacturer',
        name: 'Ost Ltd',
        address: 'pms@ost.example',
        from: 'ar@vertretung.example',
      })
      expect([made.status, made.json]).toMatchObject([
        201,
        { state: 'prepared', rule: 'EU-VIG-20', message: { text: expect.stringContaining('Art 11(3)(g)') } },
      ])
      expect(JSON.stringify(made.json['message'])).not.toContain('Vogt')
      const path = `/forwards/${made.json['id']}`
      const eml = await desk.send('GET', `${path}/eml`, { token })
      expect(eml.headers.get('content-type')).toContain('message/rfc822')
      expect(eml.text).toMatch(/^From: ar@vertretung\.example\r\n/m)
      expect(eml.text).toMatch(/^To: pms@ost\.example\r\n/m)
      expect((await desk.send('GET', `${path}/eml`, { token })).text).toBe(eml.text)
      const bare = await put(path, 1, { state: 'proven' })
      expect(bare.json['findings']).toMatchObject([
        { path: 'sentAt' },
        { path: 'sentZone' },
        { path: 'proofKind' },
        { path: 'proofReference' },
      ])
      const when = { sentAt: '2026-11-25T08:30:00+01:00', sentZone: 'Europe/Berlin' }
      await put(path, 1, { state: 'sent', ...when })
      expect(await get(`/signals/${id}/forwards`)).toMatchObject({
        duties: [{ state: 'sent', overdue: true }],
      })
      const proof = { proofKind: 'reply', proofReference: 'Reply of 25 November' }
      const proven = await put(path, 2, { state: 'proven', ...when, ...proof })
      expect([proven.status, proven.json['sentAt']]).toEqual([200, '2026-11-25T07:30:00.000Z'])
      expect(await get(`/signals/${id}/forwards`)).toMatchObject({
        duties: [{ state: 'proven', overdue: false }],
      })
      expect(await owing()).toBe(false)
      const taken = await put(path, 3, { state: 'withdrawn' })
      expect([taken.status, taken.json['code']]).toEqual([409, 'reason-needed'])
    })

    it('carries the message that came in, as it came', async () => {
      const mail =
        'From: a@b.example\r\nSubject: x\r\nDate: Tue, 24 Nov 2026 16:03:00 +0100\r\n\r\nThe pump smoked.'
      const made = await desk.send('POST', '/intake/eml?receivedAs=importer', {
        token,
        body: mail,
        headers: { 'content-type': 'message/rfc822' },
      })
      const forward = await post(`/signals/${made.json['id']}/forward`, {
        addressee: 'manufacturer',
        name: 'Ost Ltd',
        from: 'x@y.example',
        text: 'See attached.\r\nBcc: evil@example.org',
      })
      const { text } = await desk.send('GET', `/forwards/${forward.json['id']}/eml`, { token })
      expect(text.replaceAll(/\r\n/g, '')).toContain(Buffer.from(mail).toString('base64'))
      expect(text.split('\r\n\r\n')[0]).not.toMatch(/^Bcc/im)
    })
  })
})
