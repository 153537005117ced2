import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { pumpCase } from '../testing/examples.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newTenant, type Someone, tokenOf } from '../testing/people.js'

describe.each(ENGINES)('what a page asks of the board and a case, on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let acme: Someone
  let token: string
  let caseId: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    acme = await newTenant(opened.store)
    token = await tokenOf(desk, acme)
    const owner = { tenantId: acme.tenantId, id: acme.id }
    const made = await desk.send('POST', '/cases', {
      token,
      body: { title: 'Quittengelee im Filter', file: pumpCase('BC-1', { notes: 'x' }), owner },
    })
    caseId = String(made.json['id'])
    await desk.send('POST', `/cases/${caseId}/assessment`, {
      token,
      body: {},
      headers: { 'if-match': '"1"' },
    })
  }, 60_000)
  afterAll(() => opened.close())

  it('tells what the board can be narrowed to, and narrows to each', async () => {
    const { json } = await desk.send('GET', '/board/choices', { token })
    expect(json).toEqual({
      authorities: ['BfArM (DE)', 'FDA (US)'],
      jurisdictions: ['EU', 'US'],
      classes: ['IIb'],
      people: [{ id: acme.id, name: acme.name }],
    })
    const count = async (query: string) => {
      const board = await desk.send('GET', `/board?${query}`, { token })
      return Array.isArray(board.json['items']) ? board.json['items'].length : -1
    }
    expect(await count('authority=FDA%20(US)')).toBe(1)
    expect([
      await count('state=overdue'),
      await count('state=due'),
      await count('state=undetermined'),
    ]).toEqual([0, 2, 0])
    const later = await testDesk(opened.store)
    later.now += 10 * 86_400_000
    const board = await later.send('GET', '/board?state=overdue', { token: await tokenOf(later, acme) })
    expect(board.json['items']).toMatchObject([{ authority: 'BfArM (DE)', overdue: true }])
  })

  it('answers what the law says now, with what was decided already, and keeps nothing of it', async () => {
    const before = await desk.send('GET', `/cases/${caseId}`, { token })
    const { json } = await desk.send('GET', `/cases/${caseId}/assessment?at=2026-11-25`, { token })
    expect(json).toMatchObject({ at: '2026-11-25', caseVersion: 2, questions: [] })
    expect(json['reports']).toEqual(
      expect.arrayContaining([expect.objectContaining({ authority: 'BfArM (DE)', ceiling: '2026-11-30' })]),
    )
    expect(json['notDue']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ authority: 'MHRA (XI)', why: expect.stringContaining('because') }),
      ]),
    )
    expect(json['answered']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ answerAt: 'event.country', meaning: expect.any(String) }),
      ]),
    )
    const after = await desk.send('GET', `/cases/${caseId}`, { token })
    expect(after.json).toEqual(before.json)
  })

  it('finds a case by words of its title and its devices, however they begin', async () => {
    const found = async (q: string) => {
      const { json } = await desk.send('GET', `/cases?q=${encodeURIComponent(q)}`, { token })
      return Array.isArray(json['items']) ? json['items'].length : -1
    }
    expect([await found('quitten filter'), await found('flowguard'), await found('marmelade')]).toEqual([
      1, 1, 0,
    ])
  })
})
