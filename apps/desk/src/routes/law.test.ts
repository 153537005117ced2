import { lawRecords } from '@vigie/law'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newTenant, tokenOf } from '../testing/people.js'

// Nothing here touches the record but the sign-in: one engine is enough.
describe.each(ENGINES.slice(0, 1))('the law library over %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let token: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    token = await tokenOf(desk, await newTenant(opened.store))
  })
  afterAll(() => opened.close())
  const get = async (path: string) => (await desk.send('GET', path, { token })).json

  it('shows every record with a sentence for its condition and each of its clocks', async () => {
    for (const { type, record } of lawRecords()) {
      const view = await get(`/law/rules/${encodeURIComponent(record.id)}`)
      expect([record.id, view['id'], view['type']]).toEqual([record.id, record.id, type])
      if (type !== 'note')
        expect([record.id, view['condition']]).toEqual([
          record.id,
          expect.stringMatching(/^Applies when .+\.$/),
        ])
      if (type === 'rule') expect(view['clocks']).toHaveLength(record.clocks.length)
      expect(JSON.stringify(view['clocks'] ?? [])).not.toContain('undefined')
    }
  })

  it('says when a rule runs, from which day, and how its last day moves', async () => {
    const rule = await get('/law/rules/EU-VIG-18')
    expect(rule).toMatchObject({
      citations: [expect.stringContaining('Art 13(8)'), expect.stringContaining('Art 13(8)')],
      condition: expect.stringContaining('an importer learnt of it and in the Union'),
      clocks: [{ sentence: 'On the day the operator learnt of it.' }],
      status: 'in-force',
      requiresConfirmation: false,
    })
  })

  it('narrows by jurisdiction, instrument, subject, status and day, and searches', async () => {
    const all = await get('/law/rules?limit=200')
    expect(all['total']).toBe(lawRecords().length)
    const operators = await get('/law/rules?jurisdiction=EU&subject=operator&type=rule')
    expect(JSON.stringify(operators['items'])).toContain('EU-VIG-20')
    const cited = await get(`/law/rules?instrument=${encodeURIComponent('Art 13(8)')}`)
    expect(cited['items']).toMatchObject([{ id: 'EU-VIG-18' }])
    const before = await get('/law/rules?on=1990-01-01&type=rule')
    expect(before['items']).toEqual([])
    const proposals = await get('/law/rules?status=proposal&limit=200')
    for (const item of Object.values(proposals['items'] ?? {}))
      expect(item).toMatchObject({ status: 'proposal' })
    const words = await get('/law/rules?q=importer%20complaint')
    expect(JSON.stringify(words['items'])).toContain('EU-VIG-18')
  })

  it('pages through all of it once', async () => {
    const ids: string[] = []
    let cursor = ''
    do {
      const found = await get(`/law/rules?limit=100${cursor}`)
      const text = JSON.stringify(found['items'])
      ids.push(...[...text.matchAll(/"id":"([^"]+)"/g)].map(m => m[1] ?? ''))
      cursor = typeof found['nextCursor'] === 'string' ? `&cursor=${found['nextCursor']}` : ''
    } while (cursor !== '')
    expect(ids).toEqual(lawRecords().map(r => r.record.id))
  })

  it('names the release, its forms and calendars', async () => {
    expect(await get('/law')).toMatchObject({
      release: expect.stringMatching(/^\d{4}/),
      byType: { rule: lawRecords().filter(r => r.type === 'rule').length },
      calendars: expect.arrayContaining([{ id: 'XI', authorities: ['XI-MHRA'] }]),
    })
    expect((await desk.send('GET', '/law/rules/NOT-THERE', { token })).status).toBe(404)
  })

  it('finds codes by own words and walks their tree', async () => {
    const hits = await get('/codes/imdrf?q=battery%20dead&annex=A')
    expect(hits['items']).toMatchObject(expect.arrayContaining([expect.objectContaining({ annex: 'A' })]))
    expect(JSON.stringify(hits['items'])).toMatch(/[Bb]attery/)
    const roots = await get('/codes/imdrf?annex=F')
    expect(roots['items']).toMatchObject(expect.arrayContaining([expect.objectContaining({ level: 1 })]))
    const below = await get('/codes/imdrf?under=A05')
    expect(JSON.stringify(below['items'])).toContain('"A0501"')
    expect((await desk.send('GET', '/codes/imdrf?under=Q99', { token })).status).toBe(404)
    const emdn = await get('/codes/emdn?q=infusion%20pump&terminalOnly=true')
    for (const item of Object.values(emdn['items'] ?? {})) expect(item).toMatchObject({ selectable: true })
    expect((await get('/codes/emdn'))['items']).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ code: 'A' })]),
    )
  })

  it('shows authorities with what is known of their channels', async () => {
    const found = await get('/authorities?country=LI&on=2026-11-25')
    expect(found['items']).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ id: expect.any(String) })]),
    )
    const germany = await get('/authorities?country=DE')
    expect(JSON.stringify(germany['items'])).toMatch(/DE-BfArM.*DE-PEI/)
  })
})
