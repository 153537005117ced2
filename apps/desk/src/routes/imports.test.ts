import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newTenant, tokenOf } from '../testing/people.js'
import { xlsx } from '../testing/xlsx.js'

const bytes = (text: string) => new TextEncoder().encode(text)

describe.each(ENGINES)('tables read in on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let token: string
  let deviceId: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    token = await tokenOf(desk, await newTenant(opened.store))
    const maker = await post('/organisations', { name: 'Nordlicht', country: 'DE' })
    const family = await post('/device-families', {
      manufacturerId: maker.json['id'],
      name: 'FlowGuard',
      law: 'mdr',
    })
    const device = { familyId: family.json['id'], name: 'FlowGuard VP3', udiDi: '09521234500018' }
    deviceId = String((await post('/devices', device)).json['id'])
  })
  afterAll(() => opened.close())

  const post = (path: string, body: object, headers = {}) => desk.send('POST', path, { token, body, headers })
  const send = (kind: string, body: Uint8Array, headers: Record<string, string> = {}) =>
    desk.send('POST', `/imports?kind=${kind}&name=table`, {
      token,
      body,
      headers: { 'content-type': 'application/octet-stream', ...headers },
    })
  const run = (id: unknown, settings: object, onFaults = 'refuse') =>
    post(`/imports/${id}/run`, { settings, onFaults }, { 'if-match': '"1"' })
  const count = async (path: string) =>
    JSON.stringify((await desk.send('GET', `${path}?limit=200`, { token })).json).split('"version"').length -
    1
  const SALES = 'UDI-DI;Country;From;To;Quantity\n'
  const sales = { udiDi: 0, country: 1, periodFrom: 2, periodTo: 3, quantity: 4 }

  it('shows sheets, columns, first rows and a guess, and writes nothing', async () => {
    const before = await count('/sales')
    const made = await send('sales', bytes(`${SALES}09521234500018;FR;2026-01-01;2026-03-31;12\n`))
    expect([made.status, made.json]).toMatchObject([
      201,
      {
        format: 'csv',
        state: 'previewed',
        sheets: [{ columns: ['UDI-DI', 'Country', 'From', 'To', 'Quantity'], rows: 1, guess: sales }],
      },
    ])
    expect(await count('/sales')).toBe(before)
  })

  it('refuses the whole table for one fault, every fault named by row and column', async () => {
    const table = `${SALES}09521234500018;IT;2026-01-01;2026-03-31;12\n09521234500018;ITA;03/04/2026;2026-06-30;1.200\n`
    const { json } = await send('sales', bytes(table))
    const before = await count('/sales')
    const refused = await run(json['id'], { mapping: sales })
    expect([refused.status, refused.json['findings']]).toMatchObject([
      422,
      [
        { code: 'IMPORT-SHAPE', path: 'row 3, Country' },
        { code: 'IMPORT-DATE', path: 'row 3, From' },
        { code: 'IMPORT-NUMBER', path: 'row 3, Quantity' },
      ],
    ])
    expect(await count('/sales')).toBe(before)
    const tried = await post(`/imports/${json['id']}/check`, { mapping: sales })
    expect(tried.json).toMatchObject({ rows: 2, ready: 1, faulty: 1 })
  })

  it('reads in the good rows where that is chosen, and gives the others back with the reason', async () => {
    const table = `${SALES}09521234500018;ES;2026-01-01;2026-03-31;12\n09521234500018;ES;2026-03-01;2026-04-30;=1+1\n;;;;\n5;ES\n`
    const { json } = await send('sales', bytes(table))
    const done = await run(json['id'], { mapping: sales }, 'good-rows')
    expect([done.status, done.json]).toMatchObject([
      200,
      { state: 'done', report: { rows: 4, created: 1, already: 0, left: 3 } },
    ])
    const left = await desk.send('GET', `/imports/${json['id']}/bad-rows`, { token })
    expect(left.headers.get('content-type')).toContain('text/csv')
    expect(left.text).toContain("'=1+1;")
    expect(left.text).toContain('not a whole number')
    expect(left.text).toContain('more or fewer cells')
    const again = await run(json['id'], { mapping: sales }, 'good-rows')
    expect([again.status, again.json['code']]).toEqual([409, 'already-done'])
  })

  it('a row that is in the record already changes nothing', async () => {
    const table = bytes(`${SALES}09521234500018;PT;2026-01-01;2026-03-31;12\n`)
    await run((await send('sales', table)).json['id'], { mapping: sales })
    const second = await run((await send('sales', table)).json['id'], { mapping: sales })
    expect(second.json['report']).toMatchObject({ rows: 1, created: 0, already: 1, left: 0 })
  })

  it('reads a spreadsheet: numbers as written, days by their format, formulas by their value', async () => {
    const table = xlsx([
      ['GTIN', 'Country', 'From', 'To', 'Sold'],
      [{ number: '9521234500018' }, 'AT', { day: 46023 }, { day: 46112 }, { formula: '6*2', value: '12' }],
    ])
    const made = await send('sales', table)
    expect(made.json).toMatchObject({
      format: 'xlsx',
      sheets: [
        { guess: sales, firstRows: [{ cells: ['9521234500018', 'AT', '2026-01-01', '2026-03-31', '12'] }] },
      ],
    })
    const done = await run(made.json['id'], { mapping: sales })
    expect([done.status, done.json['report']]).toMatchObject([200, { created: 1 }])
    const kept = await desk.send('GET', `/sales?deviceId=${deviceId}&country=AT`, { token })
    expect(kept.json['items']).toMatchObject([{ quantity: 12, periodTo: '2026-03-31' }])
  })

  it('signals: the zone is asked for times without one, and script stays text', async () => {
    const script = '<script>alert(1)</script>'
    const table = bytes(
      `Complaint number,Received,Description,Device\nQ-1,24.11.2026 16:05,"${script}",FlowGuard VP3\n`,
    )
    const { json } = await send('signals', table)
    const mapping = { reference: 0, receivedAt: 1, text: 2, deviceName: 3 }
    expect(json['sheets']).toMatchObject([{ guess: mapping }])
    const asked = await run(json['id'], { mapping })
    expect(asked.json['findings']).toMatchObject([{ code: 'IMPORT-INSTANT', path: 'row 2, Received' }])
    const done = await run(json['id'], { mapping, zone: 'America/New_York' })
    expect(done.json['report']).toMatchObject({ created: 1 })
    const found = await desk.send('GET', '/signals?q=alert', { token })
    expect(found.json['items']).toMatchObject([
      {
        reference: 'Q-1',
        text: script,
        receivedAt: '2026-11-24T21:05:00.000Z',
        deviceId,
        kind: 'complaint',
        intake: { channel: 'import' },
      },
    ])
  })

  it('organisations, families and devices follow one another, and the represented of a representative', async () => {
    const load = async (kind: string, text: string, more: object = {}) => {
      const { json } = await send(kind, bytes(text))
      const sheets: unknown = json['sheets']
      const guess = Array.isArray(sheets) ? sheets[0]?.guess : {}
      const done = await run(json['id'], { mapping: guess, ...more })
      return [done.status, done.json['report'] ?? done.json['findings']]
    }
    expect(
      await load('organisations', 'Name;Country;SRN;E-mail\nSüdwind AG;CH;CH-MF-000000001;a@b.example\n'),
    ).toMatchObject([200, { created: 1 }])
    expect(
      await load('device-families', 'Manufacturer;Name;Legislation;Class\nCH-MF-000000001;Kreisel;ivdr;C\n'),
    ).toMatchObject([200, { created: 1 }])
    expect(
      await load('devices', 'Family;Name;UDI-DI;REF\nKreisel;Kreisel 2;04012345678901;K-2\n'),
    ).toMatchObject([200, { created: 1 }])
    expect(await load('devices', 'Family;Name;UDI-DI\nKreisel;Kreisel 3;04012345678902\n')).toMatchObject([
      422,
      [{ path: 'row 2, UDI-DI' }],
    ])
    const rep = await post('/organisations', { name: 'AR GmbH', country: 'DE' })
    const list =
      'Manufacturer;Country;Role;From\nOst Ltd;CN;EU-AR;2024-01-01\nOst Ltd;CN;CH-REP;2024-01-01\nSüdwind AG;CH;eu ar;2024-01-01\n'
    expect(await load('represented', list, { representativeId: rep.json['id'] })).toMatchObject([
      200,
      { created: 3 },
    ])
    const made = await desk.send('GET', '/organisations?country=CN', { token })
    expect(made.json['items']).toMatchObject([{ name: 'Ost Ltd' }])
  })

  it('reads UTF-16 by its mark and Windows-1252 with a notice', async () => {
    const text = 'Name;Country\nMüller;DE\n'
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
    expect((await send('organisations', utf16)).json['sheets']).toMatchObject([
      { firstRows: [{ cells: ['Müller', 'DE'] }] },
    ])
    const ansi = await send('organisations', Buffer.from(text, 'latin1'))
    expect(ansi.json).toMatchObject({
      notices: [expect.stringContaining('Windows-1252'), expect.anything()],
      sheets: [{ firstRows: [{ cells: ['Müller', 'DE'] }] }],
    })
  })

  it('does not guess between two columns of the same name', async () => {
    const made = await send('organisations', bytes('Name;Country;name\nA;DE;B\n'))
    expect(made.json['sheets']).toMatchObject([
      { guess: { country: 1 }, findings: [{ code: 'IMPORT-HEADING', path: 'columns 1 and 3' }] },
    ])
    const done = await run(made.json['id'], { mapping: { name: 2, country: 1 } })
    expect(done.json['report']).toMatchObject({ created: 1 })
  })

  it('names the line of CSV that cannot be read', async () => {
    const { json } = await send('organisations', bytes('Name;Country\nA;DE\nB;DE\n"C;DE\nD;DE\n'))
    const refused = await run(json['id'], { mapping: { name: 0, country: 1 } }, 'good-rows')
    expect([refused.status, refused.json['findings']]).toMatchObject([
      422,
      [{ code: 'IMPORT-LINE', message: expect.stringMatching(/^Line [456] .*never closed/) }],
    ])
  })

  it.each([
    ['nothing', new Uint8Array(), 'IMPORT-FILE'],
    ['a page', bytes('<html>'), 'IMPORT-FILE'],
    ['a PDF', bytes('%PDF-1.7'), 'IMPORT-FILE'],
    ['an old spreadsheet', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'IMPORT-FILE'],
    ['an archive that is no spreadsheet', zipSync({ 'a.txt': bytes('x') }), 'IMPORT-FILE'],
    ['a cut archive', xlsx([['a']]).slice(0, 300), 'IMPORT-FILE'],
    [
      'a bomb',
      zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(150_000_000) }, { level: 1 }),
      'IMPORT-FILE',
    ],
    ['U+0000', bytes('a;b\n\u0000;c\n'), 'IMPORT-CHARACTER'],
    ['UTF-16 without a mark', Buffer.from('a;b\nc;d\n', 'utf16le'), 'IMPORT-CHARACTER'],
  ])('refuses %s', async (_what, body, code) => {
    const answer = await send('organisations', body)
    expect([answer.status, answer.json['findings']]).toMatchObject([422, [{ code }]])
  })

  it('a bomb that lies about its size is found by unpacking it', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(150_000_000) }, { level: 1 })
    const view = new DataView(bomb.buffer)
    for (let i = 0; i < bomb.length - 46; i++) {
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 100, true)
      if (view.getUint32(i, true) === 0x04034b50) view.setUint32(i + 22, 100, true)
    }
    const answer = await send('organisations', bomb)
    expect(answer.json['findings']).toMatchObject([
      { message: expect.stringContaining('unpacked it is larger') },
    ])
  })

  it('a declared length of 2 GB is refused before it is read', async () => {
    const answer = await send('organisations', bytes('a'), { 'content-length': String(2 ** 31) })
    expect([answer.status, answer.json['code']]).toEqual([413, 'too-large'])
  })

  it('a mapping to what is not there is a fault', async () => {
    const { json } = await send('organisations', bytes('Name;Country\nA;DE\n'))
    const wrong = await run(json['id'], { mapping: { name: 9, colour: 0 }, sheet: 'CSV' })
    expect(wrong.json['findings']).toMatchObject([{ path: 'mapping.name' }, { path: 'mapping.colour' }])
    const missing = await run(json['id'], { mapping: { name: 0 } })
    expect(missing.json['findings']).toMatchObject([{ code: 'IMPORT-UNMAPPED', path: 'mapping.country' }])
  })

  it('logs nothing of what stands in a table', () => {
    expect(JSON.stringify(desk.log)).not.toMatch(/Südwind|Müller|alert/)
    expect(desk.log.filter(e => e.level === 'error')).toEqual([])
  })
})
