import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newTenant, type Someone, tokenOf } from '../testing/people.js'

const MAIL = [
  'Received: from mx.klinikum.example by mail.nordlicht.example; Tue, 24 Nov 2026 16:05:10 +0100',
  'Received: from ward by mx.klinikum.example; Tue, 24 Nov 2026 16:04:00 +0100',
  'Date: Tue, 24 Nov 2026 16:03:00 +0100',
  'From: Miriam Vogt <m.vogt@klinikum.example>',
  'To: vigilance@nordlicht.example',
  'Subject: =?utf-8?q?Pumpe_l=C3=A4uft_zu_schnell?=',
  'Message-ID: <1@klinikum.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'FlowGuard VP3 ran free on 17.11.2026 or 03/04/2026.',
  'Label: (01)09521234500018(10)26B114(21)VP3-204417, tel 4915551234567',
  '--b',
  'Content-Type: text/html; name="../photo<script>.html"',
  'Content-Disposition: attachment; filename="../photo<script>.html"',
  '',
  '<script>alert(1)</script>',
  '--b--',
  '',
].join('\r\n')

describe.each(ENGINES)('intake on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let token: string
  let maker: Someone
  let deviceId: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    maker = await newTenant(opened.store)
    token = await tokenOf(desk, maker)
    const organisation = await post('/organisations', { name: 'Nordlicht', country: 'DE' })
    const manufacturerId = organisation.json['id']
    const family = await post('/device-families', { manufacturerId, name: 'FlowGuard', law: 'mdr' })
    const device = await post('/devices', {
      familyId: family.json['id'],
      name: 'FlowGuard VP3',
      udiDi: '09521234500018',
      catalogueNumber: 'NL-VP3-01',
    })
    deviceId = String(device.json['id'])
  })
  afterAll(() => opened.close())

  const post = (path: string, body: object) => desk.send('POST', path, { token, body })
  const eml = (body: string | Uint8Array, query = '', headers: Record<string, string> = {}) =>
    desk.send('POST', `/intake/eml${query}`, {
      token,
      body,
      headers: { 'content-type': 'message/rfc822', ...headers },
    })

  it('takes a message in with the instant of our own server, every sign of it, and its attachments', async () => {
    const made = await eml(MAIL)
    expect(made.status).toBe(201)
    expect(made.json).toMatchObject({
      subject: 'Pumpe läuft zu schnell',
      receivedAt: '2026-11-24T15:05:10.000Z',
      receivedZone: 'Europe/Berlin',
      receivedDay: '2026-11-24',
      deviceId: null,
      lot: null,
      reporter: { name: 'Miriam Vogt', email: 'm.vogt@klinikum.example' },
      intake: {
        channel: 'e-mail',
        messageId: '<1@klinikum.example>',
        evidence: [
          { from: 'received-header', at: '2026-11-24T15:05:10.000Z' },
          { from: 'date-header', at: '2026-11-24T15:03:00.000Z' },
          { from: 'desk' },
        ],
        original: { mediaType: 'message/rfc822', size: MAIL.length },
        attachments: [{ name: '.._photo<script>.html', mediaType: 'text/html' }],
      },
    })
  })

  it('shows what the text mentions as hints, and suggests the device without setting it', async () => {
    const { json } = await eml(MAIL)
    expect(json['intake']).toMatchObject({
      hints: [
        { kind: 'date', text: '17.11.2026', value: '2026-11-17' },
        {
          kind: 'date',
          text: '03/04/2026',
          value: '',
          note: expect.stringMatching(/Either 2026-04-03 or 2026-03-04/),
        },
        { kind: 'udi', value: '09521234500018' },
        { kind: 'lot', value: '26B114' },
        { kind: 'serial', value: 'VP3-204417' },
      ],
      suggestedDevices: [{ deviceId, because: expect.stringContaining('UDI-DI') }],
    })
  })

  it('keeps the attachments under their hash, in the tenant', async () => {
    const { json } = await eml(MAIL)
    const rows = await opened.store.withTenant(
      { tenantId: maker.tenantId, actorId: maker.id, zone: 'UTC' },
      tx => tx.db.selectFrom('files').selectAll().where('entity_id', '=', String(json['id'])).execute(),
    )
    expect(rows.map(r => r.media_type).sort()).toEqual(['message/rfc822', 'text/html'])
  })

  it('a pasted text is received now, unless a person says when', async () => {
    const now = await post('/intake/text', { text: 'The pump NL-VP3-01 smoked.' })
    expect([now.status, now.json]).toMatchObject([
      201,
      {
        receivedAt: '2026-11-25T09:00:00.000Z',
        intake: {
          evidence: [{ from: 'desk' }],
          suggestedDevices: [{ deviceId, because: expect.stringContaining('catalogue number') }],
        },
      },
    ])
    const said = await post('/intake/text', { text: 'x', receivedAt: '2026-11-20T23:30:00-05:00' })
    expect(said.json).toMatchObject({ receivedDay: '2026-11-21', intake: { evidence: [{ from: 'typed' }] } })
  })

  it('reads a label and finds the device', async () => {
    const read = await post('/udi/decode', { text: '01095212345000181026B114\u001d21VP3-204417' })
    expect([read.status, read.json]).toMatchObject([
      200,
      { verdict: 'valid', reading: { di: '09521234500018', lot: '26B114' }, devices: [{ deviceId }] },
    ])
    const wrong = await post('/udi/decode', { text: '(01)09521234500019' })
    expect(wrong.json).toMatchObject({ verdict: 'faulty', devices: [] })
  })

  it.each([
    ['an HTML page named .eml', '<html><body>From: x</body></html>', 'DESK-MESSAGE'],
    ['a text without header', 'Dear all,\r\n\r\nthe pump', 'DESK-MESSAGE'],
    ['nothing', '', 'DESK-MESSAGE'],
    ['a hundred parts in one another', nested(100), 'DESK-MESSAGE'],
  ])('refuses %s', async (_what, body, code) => {
    const answer = await eml(body)
    expect([answer.status, answer.json['findings']]).toMatchObject([422, [{ code }]])
  })

  it('a message whose declared length is 2 GB is refused before it is read', async () => {
    const answer = await eml('From: a@b.c\r\n\r\nx', '', { 'content-length': String(2 ** 31) })
    expect([answer.status, answer.json['code']]).toEqual([413, 'too-large'])
  })

  it('characters that no record keeps are shown as such, and the original is kept', async () => {
    const answer = await eml('From: a@b.c\r\nSubject: a\u0000b\r\n\r\nbody\u0000end')
    expect([answer.status, answer.json]).toMatchObject([
      201,
      {
        text: expect.stringContaining('body\uFFFDend'),
        intake: { notices: expect.arrayContaining([expect.stringContaining('\uFFFD')]) },
      },
    ])
  })

  it('logs nothing of what was written', () => {
    const log = JSON.stringify(desk.log)
    for (const word of ['Vogt', 'klinikum', 'FlowGuard', 'VP3-204417']) expect(log).not.toContain(word)
    expect(desk.log.filter(e => e.level === 'error')).toEqual([])
  })
})

function nested(depth: number): string {
  const open = Array.from(
    { length: depth },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
  )
  return `From: a@b.c\r\n${open.join('')}\r\nx`
}
