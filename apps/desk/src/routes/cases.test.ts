import { day } from '@vigie/kernel'
import { assess, shippedLaw } from '@vigie/law'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { pumpCase } from '../testing/examples.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { giveMandate, newTenant, type Someone, tokenOf } from '../testing/people.js'
import { itemsOf } from '../testing/reports.js'
import { readFile } from './cases.js'

describe.each(ENGINES)('cases on %s', (_name, open) => {
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

  const make = async (file: object, as = token) => {
    const answer = await desk.send('POST', '/cases', { token: as, body: { title: 'Free flow', file } })
    expect(answer.status).toBe(201)
    return `/cases/${answer.json['id']}`
  }
  const assessed = (path: string, version: number, at = '2026-11-25') =>
    desk.send('POST', `${path}/assessment`, { token, body: { at }, headers: { 'if-match': `"${version}"` } })
  const put = (path: string, version: number, file: object, more = {}) =>
    desk.send('PUT', path, {
      token,
      body: { title: 'Free flow', file, ...more },
      headers: { 'if-match': `"${version}"` },
    })

  it('keeps a case file as it was sent', async () => {
    const file = pumpCase('C-1')
    const path = await make(file)
    const { json } = await desk.send('GET', path, { token })
    expect(json).toMatchObject({ reference: 'C-1', state: 'open', version: 1, closed: false, owner: null })
    expect(json['file']).toEqual(file)
    const again = await desk.send('POST', '/cases', { token, body: { title: 'x', file } })
    expect([again.status, again.json['code']]).toEqual([409, 'duplicate'])
  })

  it('tells every finding of a case file, with its path in the body', async () => {
    const file = {
      ...pumpCase('C-2'),
      colour: 'blue',
      manufacturer: { name: 'X', country: 'Germany' },
      devices: [],
    }
    const answer = await desk.send('POST', '/cases', { token, body: { title: 'x', file } })
    expect(answer.status).toBe(422)
    const findings = answer.json['findings']
    const paths = Array.isArray(findings) ? findings.map((f: { path: string }) => f.path).sort() : []
    expect(paths).toEqual(['file.colour', 'file.devices', 'file.manufacturer.country'])
  })

  it('keeps what the law answers, with rule, release and trace', async () => {
    const file = pumpCase('C-3')
    const path = await make(file)
    const answer = await assessed(path, 1)
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"2"'])
    const expected = assess(readFile(file), { at: day('2026-11-25'), law: shippedLaw() })
    const kept = itemsOf((await desk.send('GET', `${path}/obligations`, { token })).json)
    expect(kept).toHaveLength(expected.reports.length + expected.notDue.length)
    expect(kept.length).toBeGreaterThan(3)
    for (const [i, report] of expected.reports.entries()) {
      expect(kept[i]).toMatchObject({
        jurisdiction: report.jurisdiction,
        authority: report.authority,
        outcome: report.state,
        target: report.target,
        ceiling: report.ceiling,
        dayZero: report.day0,
        lawRelease: expected.lawRelease,
        trace: { at: '2026-11-25', caseVersion: 1, riskClass: 'IIb', report: { why: report.why } },
      })
    }
    expect((await desk.send('GET', path, { token })).json['state']).toBe('assessed')
  })

  it('assessed again: the same answer stays, another one supersedes it, and the history has both', async () => {
    const path = await make(pumpCase('C-4'))
    await assessed(path, 1)
    const first = itemsOf((await desk.send('GET', `${path}/obligations`, { token })).json)
    await assessed(path, 2)
    expect(itemsOf((await desk.send('GET', `${path}/obligations`, { token })).json)).toEqual(first)

    expect((await assessed(path, 1)).status).toBe(412)
    expect((await desk.send('POST', `${path}/assessment`, { token, body: {} })).status).toBe(428)

    const moved = {
      awareness: [{ of: 'incident', by: 'manufacturer', at: '2026-11-19T08:00[Europe/Berlin]' }],
    }
    const changed = await put(path, 2, pumpCase('C-4', moved))
    expect(changed.json['state']).toBe('open')
    await assessed(path, 3)
    const all = itemsOf((await desk.send('GET', `${path}/obligations`, { token })).json)
    const superseded = all.filter(o => o['state'] === 'superseded')
    expect(superseded.length).toBeGreaterThan(0)
    expect(all.length).toBeGreaterThan(first.length)
    for (const old of superseded) {
      const before = first.find(f => f['id'] === old['id'])
      expect({ ...old, state: before?.['state'], version: 1 }).toEqual(before)
    }

    const history = itemsOf((await desk.send('GET', `${path}/history?limit=200`, { token })).json)
    expect(history.filter(e => e['entity'] === 'cases').map(e => e['entityVersion'])).toEqual([4, 3, 2, 1])
    expect(history.find(e => e['entity'] === 'cases' && e['entityVersion'] === 3)).toMatchObject({
      actorName: anna.name,
      changes: expect.arrayContaining([expect.objectContaining({ path: '/file/awareness' })]),
    })
    expect(history.filter(e => e['reason'] === 'Assessed again with another answer')).toHaveLength(
      superseded.length,
    )
  })

  it('a closed case opens again with a reason only', async () => {
    const file = pumpCase('C-5')
    const path = await make(file)
    expect((await put(path, 1, file, { closed: true })).json['state']).toBe('closed')
    expect((await put(path, 2, file)).json['code']).toBe('reason-needed')
    expect((await put(path, 2, file, { reason: 'New facts' })).json['state']).toBe('open')
  })

  it('the board of a representative has every clock of its manufacturers, overdue and nearest first', async () => {
    const ar = await newTenant(opened.store, 'representative')
    const makers = [await newTenant(opened.store), await newTenant(opened.store)]
    for (const [i, maker] of makers.entries()) {
      await giveMandate(opened.store, maker, ar, false)
      const own = await tokenOf(desk, maker)
      const path = await make(pumpCase(`B-${i}`), own)
      const headers = { 'if-match': '"1"' }
      await desk.send('POST', `${path}/assessment`, { token: own, body: { at: '2026-11-25' }, headers })
    }
    const stranger = await tokenOf(desk, await newTenant(opened.store, 'representative'))
    expect(itemsOf((await desk.send('GET', '/board', { token: stranger })).json)).toEqual([])

    const as = await tokenOf(desk, ar)
    const board = await desk.send('GET', '/board?limit=200', { token: as })
    const clocks = itemsOf(board.json)
    const expected = assess(readFile(pumpCase('x')), { at: day('2026-11-25') }).reports.filter(
      r => r.sent?.proof == null,
    )
    expect(clocks).toHaveLength(2 * expected.length)
    expect(new Set(clocks.map(c => c['tenantId']))).toEqual(new Set(makers.map(m => m.tenantId)))
    const ceilings = clocks.map(c => String(c['ceiling'] ?? '9999'))
    expect(ceilings).toEqual([...ceilings].sort())
    for (const c of clocks) {
      expect(c['overdue']).toBe(c['ceiling'] !== null && String(c['ceiling']) < '2026-11-25')
      expect(c['changedSince']).toBe(false)
    }

    const paged: unknown[] = []
    let cursor: unknown = ''
    for (let pages = 0; cursor !== null && pages < 50; pages++) {
      const at = cursor === '' ? '' : `&cursor=${String(cursor)}`
      const { json } = await desk.send('GET', `/board?limit=3${at}`, { token: as })
      paged.push(...itemsOf(json).map(c => c['obligationId']))
      cursor = json['nextCursor']
    }
    expect(paged).toEqual(clocks.map(c => c['obligationId']))

    const narrowed = async (query: string) =>
      itemsOf((await desk.send('GET', `/board?limit=200&${query}`, { token: as })).json)
    const authority = String(clocks[0]?.['authority'])
    const cases: [string, (c: Record<string, unknown>) => boolean][] = [
      [`manufacturer=${makers[0]?.tenantId}`, c => c['tenantId'] === makers[0]?.tenantId],
      [`authority=${encodeURIComponent(authority)}`, c => c['authority'] === authority],
      ['class=IIb', c => c['riskClass'] === 'IIb'],
      ['class=III', c => c['riskClass'] === 'III'],
      ['jurisdiction=GB', c => c['jurisdiction'] === 'GB'],
      [`person=${anna.id}`, () => false],
    ]
    for (const [query, fits] of cases) {
      expect([query, await narrowed(query)]).toEqual([query, clocks.filter(fits)])
    }
  })

  it('marks clocks whose facts changed since', async () => {
    const maker = await newTenant(opened.store)
    token = await tokenOf(desk, maker)
    const file = pumpCase('M-1')
    const path = await make(file)
    await assessed(path, 1)
    await put(path, 2, { ...file, notes: 'Something new' })
    const clocks = itemsOf((await desk.send('GET', '/board', { token })).json)
    expect(clocks.length).toBeGreaterThan(0)
    expect(clocks.every(c => c['changedSince'] === true)).toBe(true)
  })

  it('logs nothing of what a case says, nor a name or token', () => {
    const text = JSON.stringify(desk.log)
    expect(desk.log.length).toBeGreaterThan(20)
    for (const word of [
      'Nordlicht',
      'Petersen',
      'Hughes',
      '@',
      'noradrenaline',
      'Free flow',
      anna.name,
      token,
      'vigie_',
    ]) {
      expect(text).not.toContain(word)
    }
    expect(desk.log.filter(e => e.level === 'error')).toEqual([])
  })
})
