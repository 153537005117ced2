import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { exampleCase } from '../testing/examples.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newPerson, newTenant, type Someone, tokenOf } from '../testing/people.js'
import { assessedCase, itemsOf, openedChain } from '../testing/reports.js'

describe.each(ENGINES)('drafts of reports on %s', (_name, open) => {
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

  const get = (path: string) => desk.send('GET', path, { token })
  const patch = (id: string, version: number, body: object, as = token) =>
    desk.send('PATCH', `/drafts/${id}`, { token: as, body, headers: { 'if-match': `"${version}"` } })

  it('opens one chain for an addressee and fills the form its authority takes', async () => {
    const { caseId, idFor } = await assessedCase(desk, token, 'R-1')
    const versions: Record<string, unknown> = {}
    for (const jurisdiction of ['EU', 'GB', 'CH']) {
      const obligationId = idFor(jurisdiction)
      if (obligationId === 'undefined') continue
      const answer = await desk.send('POST', `/cases/${caseId}/reports`, { token, body: { obligationId } })
      expect([jurisdiction, answer.status]).toEqual([jurisdiction, 201])
      const [draft] = itemsOf(answer.json, 'drafts')
      versions[jurisdiction] = draft?.['formVersion']
      expect(draft).toMatchObject({ kind: 'initial', state: 'draft', version: 1 })
      expect(itemsOf(answer.json, 'clocks').map(k => k['obligationId'])).toContain(obligationId)
      const again = await desk.send('POST', `/cases/${caseId}/reports`, { token, body: { obligationId } })
      expect([again.status, again.json['code']]).toEqual([409, 'duplicate'])
    }
    expect(versions['EU']).toBe('7.3.1')
    const listed = itemsOf((await get(`/cases/${caseId}/reports`)).json)
    expect(listed).toHaveLength(Object.keys(versions).length)
  })

  it.each([
    ['glucose-sensor-great-britain', 'GB', '7.2.1'],
    ['incubator-near-miss-switzerland', 'CH', '7.3.1'],
    ['stapler-bleeding-northern-ireland', 'NI', '7.3.1'],
  ])('%s goes to %s in form %s', async (name, jurisdiction, version) => {
    const reference = `R-${jurisdiction}`
    const { caseId, idFor } = await assessedCase(desk, token, reference, exampleCase(name, reference))
    const body = { obligationId: idFor(jurisdiction) }
    const answer = await desk.send('POST', `/cases/${caseId}/reports`, { token, body })
    expect([answer.status, answer.json['jurisdiction']]).toEqual([201, jurisdiction])
    const [draft] = itemsOf(answer.json, 'drafts')
    expect(draft?.['formVersion']).toBe(version)
    const { json } = await get(`/drafts/${String(draft?.['id'])}/missing`)
    expect(json['schemaValid']).toBe(version === '7.2.1' ? json['schemaValid'] === true : null)
  })

  it('says why there is nothing to draft', async () => {
    const { caseId, obligations } = await assessedCase(desk, token, 'R-2')
    for (const o of obligations.filter(o => o['outcome'] === 'not-due' || o['jurisdiction'] === 'US')) {
      const body = { obligationId: o['id'] }
      const answer = await desk.send('POST', `/cases/${caseId}/reports`, { token, body })
      expect(answer.status).toBe(422)
      expect(itemsOf(answer.json, 'findings')).toMatchObject([{ code: 'REPORT-NO-FORM' }])
    }
  })

  it('fills the draft from the case, and says where each answer comes from', async () => {
    const { draftId } = await openedChain(desk, token, 'R-3')
    const { json, headers } = await get(`/drafts/${draftId}`)
    expect(headers.get('etag')).toBe('"1"')
    expect(json['fields']).toMatchObject({
      'admin_info/mfrRef': { state: 'answered', texts: ['R-3'] },
      'admin_info/reportType': { state: 'answered', texts: ['Initial'] },
      'device_info/udiDI': { state: 'answered', texts: ['09521234500018'] },
    })
    expect(json['sources']).toMatchObject({ 'device_info/udiDI': 'case: devices[0].udiDi' })
  })

  it('gives the page its form', async () => {
    const { draftId } = await openedChain(desk, token, 'R-4')
    const { json, status } = await get(`/drafts/${draftId}/form`)
    expect(status).toBe(200)
    const fields = itemsOf(json, 'sections').flatMap(s => itemsOf(s, 'fields'))
    const next = fields.find(f => f['path'] === 'admin_info/reportNextDate')
    expect(next).toMatchObject({ need: 'required', type: { base: 'date' }, help: expect.any(String) })
    expect(fields.length).toBeGreaterThan(150)
    expect(json['groups']).toMatchObject({ 'admin_info/contact_info': { order: 'choice' } })
  })

  it('keeps single fields, with unknown, not applicable and asked as answers; a bad text is kept and told', async () => {
    const { draftId } = await openedChain(desk, token, 'R-5')
    const answer = await patch(draftId, 1, {
      changes: [
        { path: 'device_info/brandName', value: 'FlowGuard VP3 "grün"' },
        { path: 'device_info/udiPI', unknown: true, reason: 'The label is worn off' },
        { path: 'device_info/deviceExpiryDate', notApplicable: true },
        { path: 'device_info/deviceMfrDate', askedOn: '2026-11-20' },
        { path: 'admin_info/reportNextDate', value: 'after Christmas' },
        { path: 'admin_info/mfrRefMultiDev', value: 'A-1; A-2' },
      ],
    })
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"2"'])
    expect(itemsOf(answer.json, 'findings')).toMatchObject([
      { code: 'SCHEMA-DATE', place: expect.any(String) },
    ])
    const { json } = await get(`/drafts/${draftId}`)
    expect(json).toMatchObject({
      version: 2,
      fields: {
        'device_info/brandName': { texts: ['FlowGuard VP3 "grün"'] },
        'device_info/udiPI': { state: 'unknown', reason: 'The label is worn off' },
        'device_info/deviceExpiryDate': { state: 'not-applicable' },
        'admin_info/mfrRefMultiDevLI': { texts: ['A-1', 'A-2'] },
      },
      asked: { 'device_info/deviceMfrDate': '2026-11-20' },
      sources: { 'device_info/brandName': 'person' },
    })
    expect(json['fields']).not.toHaveProperty('device_info/deviceMfrDate')
    const emptied = await patch(draftId, 2, { changes: [{ path: 'device_info/brandName', value: null }] })
    expect(emptied.status).toBe(200)
  })

  it('refuses what the form has no place for, with every fault', async () => {
    const { draftId } = await openedChain(desk, token, 'R-6')
    const answer = await patch(draftId, 1, {
      changes: [
        { path: 'device_info/colour', value: 'red' },
        { path: 'device_info', value: 'x' },
        { path: 'admin_info/reportType', value: 'Follow up' },
        { path: 'device_info/brandName', value: ['a', 'b'] },
        { path: 'device_info/modelNum', value: 'tab\u0001' },
        { path: 'device_info/nbCertNumLI', value: ['x'] },
      ],
    })
    expect([answer.status, itemsOf(answer.json, 'findings').map(f => f['path'])]).toEqual([
      422,
      [
        'changes[0].path',
        'changes[1].path',
        'changes[2].path',
        'changes[3].path',
        'changes[4].value',
        'changes[5].path',
      ],
    ])
    const both = await patch(draftId, 1, {
      changes: [{ path: 'device_info/modelNum', value: 'x', unknown: true }],
    })
    expect(both.status).toBe(422)
    expect((await get(`/drafts/${draftId}`)).json['version']).toBe(1)
  })

  it('the second of two editors gets a readable conflict, and nothing is overwritten', async () => {
    const { draftId } = await openedChain(desk, token, 'R-7')
    const ben = await newPerson(opened.store, anna.tenantId, 'author')
    const change = (path: string, value: string) => ({ changes: [{ path, value }] })
    await patch(draftId, 1, change('device_info/brandName', 'Anna'))
    const answer = await patch(draftId, 1, change('device_info/brandName', 'Ben'), await tokenOf(desk, ben))
    expect([answer.status, answer.headers.get('etag')]).toEqual([412, '"2"'])
    expect(answer.json['conflict']).toMatchObject({
      sentVersion: 1,
      currentVersion: 2,
      theirs: [
        {
          path: 'device_info/brandName',
          place: '2.3.a',
          label: 'Medical device name',
          before: { texts: ['FlowGuard VP3'] },
          after: { texts: ['Anna'] },
        },
      ],
      yours: [{ path: 'device_info/brandName', after: { texts: ['Ben'] } }],
      both: ['device_info/brandName'],
      by: [{ name: anna.name }],
    })
    const other = await patch(draftId, 1, change('device_info/modelNum', 'VP4'))
    expect(other.json['conflict']).toMatchObject({ both: [] })
    expect((await desk.send('PATCH', `/drafts/${draftId}`, { token, body: {} })).status).toBe(428)
  })

  it('lists what is missing in three severities, each with its field and section', async () => {
    const { draftId } = await openedChain(desk, token, 'R-8')
    await patch(draftId, 1, {
      changes: [
        { path: 'admin_info/reportDate', value: null },
        { path: 'incident_info/patient_info/massKG', askedOn: '2026-11-19' },
      ],
    })
    const { json } = await get(`/drafts/${draftId}/missing`)
    const items = itemsOf(json)
    expect(items.find(i => i['field'] === 'admin_info/reportDate')).toMatchObject({
      severity: 'blocks',
      section: { place: '1.2', title: expect.any(String) },
      message: expect.stringContaining('missing'),
      mend: expect.any(String),
    })
    expect(items.find(i => i['code'] === 'REPORT-ASKED')).toMatchObject({
      severity: 'may-stay-unknown',
      field: 'incident_info/patient_info/massKG',
    })
    const severities = items.map(i => String(i['severity']))
    const rank = ['blocks', 'may-stay-unknown', 'recommended']
    expect(severities).toEqual([...severities].sort((a, b) => rank.indexOf(a) - rank.indexOf(b)))
    expect(json['counts']).toMatchObject({ blocks: severities.filter(s => s === 'blocks').length })
  })

  it('shows what was changed since it was filled', async () => {
    const { draftId } = await openedChain(desk, token, 'R-9')
    await patch(draftId, 1, { changes: [{ path: 'device_info/brandName', value: 'New' }] })
    const { json } = await get(`/drafts/${draftId}/diff`)
    expect(json).toEqual({
      against: { kind: 'first-version', id: draftId, number: null },
      items: [
        {
          path: 'device_info/brandName',
          place: '2.3.a',
          label: 'Medical device name',
          section: expect.any(String),
          before: { state: 'answered', texts: ['FlowGuard VP3'] },
          after: { state: 'answered', texts: ['New'] },
        },
      ],
    })
  })

  it('changes the kind, as far as the history of the chain lets it', async () => {
    const { draftId, chainId } = await openedChain(desk, token, 'R-10')
    const combined = await patch(draftId, 1, { kind: 'combined' })
    expect(combined.json['kind']).toBe('combined')
    expect((await get(`/drafts/${draftId}`)).json['fields']).toMatchObject({
      'admin_info/reportType': { texts: ['Combined initial and final'] },
    })
    const final = await patch(draftId, 2, { kind: 'final' })
    expect([final.status, itemsOf(final.json, 'findings')[0]]).toMatchObject([409, { code: 'REPORT-KIND' }])
    const second = await desk.send('POST', `/chains/${chainId}/drafts`, { token, body: {} })
    expect([second.status, second.json['code']]).toEqual([409, 'wrong-state'])
  })
})
