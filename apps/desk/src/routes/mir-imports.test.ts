import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newTenant, tokenOf } from '../testing/people.js'
import { itemsOf, openedChain } from '../testing/reports.js'

const EXAMPLES = new URL('../../../../../shared/reference/mir/examples/', import.meta.url)
const hasExamples = existsSync(EXAMPLES)
if (!hasExamples)
  console.warn('The official examples are not beside the repository: their import is not tested.')

describe.each(ENGINES)('import of a MIR on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let token: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    token = await tokenOf(desk, await newTenant(opened.store))
  })
  afterAll(() => opened.close())

  const bring = (body: string | Uint8Array<ArrayBuffer>, name: string) =>
    desk.send('POST', `/imports/mir?name=${encodeURIComponent(name)}`, {
      token,
      body,
      headers: { 'content-type': 'application/xml' },
    })
  const get = (path: string) => desk.send('GET', path, { token })

  /** MIR 7.2.1 as another program would have written it. */
  const old = `<?xml version="1.0" encoding="UTF-8"?>
<incident version="7.2.1" sCreateTimeStamp="2026-03-20T09:00:00" sFormLanguage="en">
  <admin_info>
    <ncaName>BfArM</ncaName><reportDate>2026-03-20</reportDate>
    <adverseEventDateFrom>2026-03-09</adverseEventDateFrom><adverseEventDateTo>2026-03-09</adverseEventDateTo>
    <mfrAwarenessDate>2026-03-11</mfrAwarenessDate><reportType>Follow up</reportType>
    <reportNextDate>2026-05-15</reportNextDate><eventClassification>Death</eventClassification>
    <ncaReportNo>BfArM 77</ncaReportNo>
    <contact_info><reporterMfr><statusReporter>Manufacturer</statusReporter>
      <mfrDetails><mfrName>Nordlicht</mfrName><mfrCountry>DE</mfrCountry></mfrDetails></reporterMfr></contact_info>
    <mfrRef>OLD-1</mfrRef>
  </admin_info>
  <device_info><udiDI>09521234500018</udiDI><brandName>FlowGuard</brandName>
    <deviceClassMDR>class IIb</deviceClassMDR><distribution><distributionEEA>CH</distributionEEA></distribution></device_info>
  <incident_info><clinical_event_info><eventDescription>It stopped.</eventDescription>
    <imdrfCodeChoice1>A010101</imdrfCodeChoice1></clinical_event_info>
    <initial_reporter_info><healthcareFacilityCountry>DE</healthcareFacilityCountry></initial_reporter_info></incident_info>
  <mfr_invest><similarIncidents><timePeriodN><eeaChTrSimInc>2</eeaChTrSimInc></timePeriodN></similarIncidents></mfr_invest>
</incident>`

  it('makes a case and a chain, and accounts for every field', async () => {
    const { status, json } = await bring(old, 'old report.xml')
    expect(status).toBe(201)
    expect(json).toMatchObject({ version: '7.2.1', formVersion: '7.3.1' })
    const made = await get(`/cases/${String(json['caseId'])}`)
    expect(made.json['file']).toMatchObject({
      reference: 'OLD-1',
      manufacturer: { name: 'Nordlicht', country: 'DE' },
      devices: [{ name: 'FlowGuard', udiDi: '09521234500018', regulation: 'MDR', riskClass: 'IIb' }],
      event: { country: 'DE', from: '2026-03-09', outcomes: ['death'], imdrf: { problem: ['A010101'] } },
      awareness: [{ of: 'incident', at: '2026-03-11', by: 'manufacturer' }],
    })
    const chain = await get(`/chains/${String(json['chainId'])}`)
    expect(chain.json).toMatchObject({
      authority: 'BfArM',
      authorityId: 'DE-BfArM',
      jurisdiction: 'EU',
      imported: true,
      authorityReference: 'BfArM 77',
      promisedOn: '2026-05-15',
      drafts: [{ kind: 'follow-up', state: 'draft' }],
    })
    const places = itemsOf(json, 'changedMeaning').map(n => String(n['sentence']))
    expect(places.some(s => /Switzerland/.test(s))).toBe(true)
    expect(itemsOf(json, 'needsAnswer').length).toBeGreaterThan(0)
    const told = [...itemsOf(json, 'mapped'), ...itemsOf(json, 'unmapped')].map(f => f['path'])
    expect(told).toEqual(expect.arrayContaining(['admin_info/mfrRef', 'admin_info/reportType']))
    const file = await get(`/files/${String(json['fileId'])}`)
    expect(file.text).toBe(old)
    const again = await bring(old, 'old report.xml')
    expect([again.status, again.json['code']]).toEqual([409, 'duplicate'])
  })

  it('a report that this desk would export comes back as it was', async () => {
    const { draftId } = await openedChain(desk, token, 'I-1')
    const draft = await get(`/drafts/${draftId}`)
    const xml = await get(`/drafts/${draftId}/preview.xml`)
    const other = await tokenOf(desk, await newTenant(opened.store))
    const back = await desk.send('POST', '/imports/mir', {
      token: other,
      body: xml.text,
      headers: { 'content-type': 'application/xml' },
    })
    expect(back.status).toBe(201)
    const read = await desk.send('GET', `/drafts/${String(back.json['draftId'])}`, { token: other })
    const texts = (json: Record<string, unknown>) =>
      Object.entries(json['fields'] ?? {}).flatMap(([path, a]) =>
        a.state === 'answered' ? [[path, a.texts]] : [],
      )
    expect(texts(read.json).toSorted()).toEqual(texts(draft.json).toSorted())
  })

  it.each([
    ['a PDF without form data', '%PDF-1.7\n%%EOF', 'report.pdf'],
    ['another form', '<?xml version="1.0"?><fsca/>', 'fsca.xml'],
    ['a page', '<!doctype html><p>no', 'x.html'],
    ['nothing', '', 'x.xml'],
    [
      'a report that says nothing',
      '<incident version="7.2.1"><admin_info><mfrRef>X</mfrRef></admin_info></incident>',
      'x',
    ],
  ])('says why not: %s', async (_what, body, name) => {
    const answer = await bring(body, name)
    expect([answer.status, answer.json['code']]).toEqual([415, 'unsupported-file'])
    expect(itemsOf(answer.json, 'findings')[0]).toMatchObject({
      message: expect.stringMatching(/\w{3}/),
      mend: expect.stringMatching(/\w{3}/),
    })
  })

  it.runIf(hasExamples)('takes the official examples', async () => {
    for (const name of ['Initial', 'Followup', 'Final-Reportable', 'Final-NonReportable', 'Initial+Final']) {
      const bytes = Uint8Array.from(readFileSync(new URL(`incident-example-${name}.xml`, EXAMPLES)))
      const answer = await desk.send('POST', '/imports/mir', {
        token: await tokenOf(desk, await newTenant(opened.store)),
        body: bytes,
        headers: { 'content-type': 'application/xml' },
      })
      expect([name, answer.status]).toEqual([name, 201])
      expect(itemsOf(answer.json, 'mapped').length).toBeGreaterThan(10)
    }
  })
})
