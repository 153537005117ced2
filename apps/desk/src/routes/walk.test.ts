import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '@vigie/kernel'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newPerson, newTenant, type Someone, sessionOf, tokenOf } from '../testing/people.js'
import { type Auth, approved, itemsOf, openedChain, step } from '../testing/reports.js'

describe.each(ENGINES)('from a complaint to the receipt, and to the next report, on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let anna: Someone
  let token: string
  let reviewer: Auth
  let chainId: string
  let caseId: string
  let obligation: string
  let draftId: string
  let reportId: string
  let submissionId: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store, { signInsPerMinute: { address: 1000, all: 5000 } })
    anna = await newTenant(opened.store)
    token = await tokenOf(desk, anna)
    reviewer = await sessionOf(desk, await newPerson(opened.store, anna.tenantId, 'reviewer'))
    const found = await openedChain(desk, token, 'W-1')
    ;({ chainId, caseId, draftId } = found)
    obligation = found.idFor('EU')
  })
  afterAll(() => opened.close())

  const get = (path: string) => desk.send('GET', path, { token })
  const send = (method: string, path: string, body: object, version?: number) =>
    desk.send(method, path, {
      token,
      body,
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    })
  const post = (path: string, body: object, version?: number) => send('POST', path, body, version)
  const stateOf = async (id: string) =>
    itemsOf((await get(`/cases/${caseId}/obligations`)).json).find(o => o['id'] === id)?.['state']
  const onBoard = async (id: string) =>
    itemsOf((await get('/board?limit=200')).json).some(k => k['obligationId'] === id)
  const isoAfter = (minutes: number) => new Date(desk.now + minutes * 60_000).toISOString()

  it('a report that is not complete is approved, but not issued: the answer is the list', async () => {
    const date = { path: 'admin_info/mfrAwarenessDate' }
    const [known] = Object(Object((await get(`/drafts/${draftId}`)).json['fields'])[date.path]).texts
    await send('PATCH', `/drafts/${draftId}`, { changes: [{ ...date, value: null }] }, 1)
    const version = await approved(desk, token, reviewer, draftId)
    const blocked = await post(`/drafts/${draftId}/issue`, {}, version)
    expect([blocked.status, blocked.json['code']]).toEqual([422, 'blocked'])
    expect(itemsOf(blocked.json, 'findings')[0]).toMatchObject({ severity: 'blocks', field: date.path })
    await step(desk, token, draftId, version, { to: 'draft', reason: 'A date is missing' })
    await send('PATCH', `/drafts/${draftId}`, { changes: [{ ...date, value: known }] }, version + 1)
  })

  it('is issued once', async () => {
    const version = await approved(desk, token, reviewer, draftId)
    const issued = await post(`/drafts/${draftId}/issue`, {}, version)
    expect([issued.status, issued.json]).toMatchObject([
      201,
      {
        number: 1,
        kind: 'initial',
        formVersion: '7.3.1',
        lawRelease: expect.any(String),
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        details: { schema: 'not-verified', signatures: [{}, { seal: 'intact' }] },
      },
    ])
    reportId = String(issued.json['id'])
    const again = await post(`/drafts/${draftId}/issue`, {}, version + 1)
    expect([again.status, again.json['code']]).toEqual([409, 'wrong-state'])
    expect((await get(`/drafts/${draftId}`)).json['state']).toBe('issued')
    const seals = itemsOf((await get(`/drafts/${draftId}/signatures`)).json).map(x => x['seal'])
    expect(seals.at(-1)).toBe('intact')
    expect(seals[0]).toBe('broken')
  })

  it('shows what was issued byte for byte years later, and nothing that was altered', async () => {
    const names = ['report.xml', 'report.pdf'] as const
    const hashes = new Map(
      itemsOf((await get(`/reports/${reportId}`)).json, 'files').map(f => [f['name'], f['sha256']]),
    )
    const first = await Promise.all(names.map(n => get(`/reports/${reportId}/files/${n}`)))
    expect(first[0]?.text).toContain('<mfrRef>W-1</mfrRef>')
    expect(Buffer.from(first[1]?.bytes.subarray(0, 5) ?? []).toString()).toBe('%PDF-')
    const [now, own] = [desk.now, token]
    desk.now += 6 * 365 * 86_400_000
    token = await tokenOf(desk, anna)
    for (const [i, name] of names.entries()) {
      const again = await get(`/reports/${reportId}/files/${name}`)
      expect(Buffer.from(again.bytes).equals(Buffer.from(first[i]?.bytes ?? []))).toBe(true)
      expect(sha256Hex(again.bytes)).toBe(hashes.get(name))
    }
    desk.now = now
    token = own
    const kept = readdirSync(desk.filesFolder, { recursive: true, withFileTypes: true }).find(
      f => f.name === hashes.get('report.xml'),
    )
    const path = join(kept?.parentPath ?? '', kept?.name ?? '')
    const whole = Buffer.from(first[0]?.bytes ?? [])
    writeFileSync(path, whole.toString('utf8').replace('W-1', 'W-2'))
    const altered = await get(`/reports/${reportId}/files/report.xml`)
    expect([altered.status, altered.json['code']]).toEqual([500, 'file-damaged'])
    writeFileSync(path, whole)
  })

  it('is packed for its authority', async () => {
    const made = await post(`/reports/${reportId}/submissions`, {})
    expect([made.status, made.json]).toMatchObject([201, { state: 'prepared', jurisdiction: 'EU' }])
    submissionId = String(made.json['id'])
    const zip = await get(`/submissions/${submissionId}/package`)
    expect(zip.headers.get('content-type')).toBe('application/zip')
    const entries = unzipSync(zip.bytes)
    const xml = await get(`/reports/${reportId}/files/report.xml`)
    expect(Object.keys(entries)).toEqual([
      'W-1_DE-BfArM_initial.xml',
      'W-1_DE-BfArM_initial.pdf',
      expect.stringMatching(/^(mail|steps)\.txt$/),
    ])
    expect(Buffer.from(entries['W-1_DE-BfArM_initial.xml'] ?? []).equals(Buffer.from(xml.bytes))).toBe(true)
    const { mail, steps } = Object(made.json['package'])
    expect(mail ?? steps).toBeTruthy()
  })

  it('counts as sent only with proof; then its clock stops', async () => {
    expect([await stateOf(obligation), await onBoard(obligation)]).toEqual(['open', true])
    const path = `/submissions/${submissionId}`
    const direct = await post(`${path}/state`, { to: 'sent' }, 1)
    expect([direct.status, direct.json['code']]).toEqual([409, 'wrong-state'])
    await post(`${path}/state`, { to: 'waiting' }, 1)
    const sentAt = isoAfter(0)
    const zone = 'Europe/Berlin'
    const id = { kind: 'message-id', reference: '<1@nordlicht.example>' }
    for (const body of [
      { sentAt, zone, proof: { kind: 'other' } },
      { sentAt: isoAfter(60), zone, proof: id },
      { sentAt: isoAfter(-60), zone, proof: id },
    ]) {
      const answer = await post(`${path}/sent`, body, 2)
      expect([answer.status, itemsOf(answer.json, 'findings')[0]?.['code']]).toEqual([422, 'REPORT-PROOF'])
    }
    expect((await post(`${path}/sent`, { sentAt, zone: 'Berlin', proof: id }, 2)).status).toBe(422)
    expect([await stateOf(obligation), await onBoard(obligation)]).toEqual(['open', true])

    const sent = await post(`${path}/sent`, { sentAt, zone, channel: 'E-mail', proof: id }, 2)
    expect([sent.status, sent.json]).toMatchObject([
      200,
      { state: 'sent', sentAt, sentZone: zone, channel: 'E-mail', receipts: [{ reference: id.reference }] },
    ])
    expect([await stateOf(obligation), await onBoard(obligation)]).toEqual(['sent', false])
    const { json } = await get(`/chains/${chainId}`)
    expect(itemsOf(json, 'clocks').find(k => k['obligationId'] === obligation)).toMatchObject({
      state: 'sent',
      asksFor: 'initial',
    })
  })

  it('a sending that failed after all lets the clock run again', async () => {
    const path = `/submissions/${submissionId}`
    expect((await post(`${path}/state`, { to: 'failed' }, 3)).json['code']).toBe('reason-needed')
    await post(`${path}/state`, { to: 'failed', reason: 'The mail came back' }, 3)
    expect([await stateOf(obligation), await onBoard(obligation)]).toEqual(['open', true])
    const again = {
      sentAt: isoAfter(1),
      zone: 'Europe/Berlin',
      proof: { kind: 'message-id', reference: '<2@x>' },
    }
    expect((await post(`${path}/sent`, again, 4)).json['state']).toBe('sent')
    expect(await onBoard(obligation)).toBe(false)
  })

  it('an assessment that answers otherwise leaves what was sent, and keeps what it superseded in sight', async () => {
    const { json, headers } = await get(`/cases/${caseId}`)
    const file = {
      ...Object(json['file']),
      awareness: [{ of: 'incident', by: 'manufacturer', at: '2026-11-19' }],
    }
    const version = Number(headers.get('etag')?.replaceAll('"', ''))
    await send('PUT', `/cases/${caseId}`, { title: 'Free flow', file }, version)
    await post(`/cases/${caseId}/assessment`, { at: '2026-11-25' }, version + 1)
    expect(await stateOf(obligation)).toBe('sent')
    expect(await onBoard(obligation)).toBe(false)
  })

  it('the authority answers with its number; the promised day is a task; the next report has both', async () => {
    const file = await desk.send(
      'POST',
      `/files?entity=submissions&entityId=${submissionId}&name=confirmation.txt`,
      { token, body: 'Received, BfArM 2026-99', headers: { 'content-type': 'text/plain' } },
    )
    const receipt = await post(`/submissions/${submissionId}/receipts`, {
      receivedAt: isoAfter(2),
      zone: 'Europe/Berlin',
      proof: { kind: 'authority-number', reference: 'BfArM 2026-99', fileId: file.json['id'] },
    })
    expect([receipt.status, receipt.json['state']]).toEqual([201, 'acknowledged'])
    expect(itemsOf(receipt.json, 'receipts').at(-1)).toMatchObject({ fileSha256: file.json['sha256'] })
    const { json } = await get(`/chains/${chainId}`)
    expect(json).toMatchObject({ authorityReference: 'BfArM 2026-99', promisedOn: expect.any(String) })
    const actor = { tenantId: anna.tenantId, actorId: anna.id, zone: 'UTC' }
    const tasks = await opened.store.withTenant(actor, tx =>
      tx.db
        .selectFrom('tasks')
        .selectAll()
        .where('entity_id', '=', chainId)
        .where('state', '=', 'open')
        .execute(),
    )
    expect(tasks.map(t => t.due_on)).toEqual([json['promisedOn']])

    const next = await post(`/chains/${chainId}/drafts`, {})
    expect([next.status, next.json['kind']]).toEqual([201, 'follow-up'])
    const followUp = String(next.json['id'])
    const draft = await get(`/drafts/${followUp}`)
    expect(draft.json['fields']).toMatchObject({
      'admin_info/ncaReportNo': { texts: ['BfArM 2026-99'] },
      'admin_info/reportType': { texts: ['Follow up'] },
    })
    const diff = await get(`/drafts/${followUp}/diff`)
    expect(diff.json['against']).toEqual({ kind: 'report', id: reportId, number: 1 })
    expect(itemsOf(diff.json).map(d => d['path'])).toEqual(
      expect.arrayContaining(['admin_info/ncaReportNo', 'admin_info/reportType']),
    )
  })

  it('copies into a report on the same device, and lets it go only when each copied field was looked at', async () => {
    const other = await openedChain(desk, token, 'W-2')
    const cleared = ['device_info/modelNum', 'device_info/catalogNum', 'device_info/udiPI']
    await send(
      'PATCH',
      `/drafts/${other.draftId}`,
      { changes: cleared.map(path => ({ path, value: null })) },
      1,
    )
    const copied = await post(`/drafts/${other.draftId}/copy-from/${reportId}`, {}, 2)
    expect(itemsOf(copied.json, 'copied').map(f => f['path'])).toEqual(cleared.slice(0, 2))
    expect(itemsOf(copied.json, 'left').map(f => f['path'])).toContain('device_info/udiPI')
    const open = async () =>
      itemsOf((await get(`/drafts/${other.draftId}/missing`)).json).filter(i => i['code'] === 'REPORT-REVIEW')
    expect((await open()).map(i => [i['field'], i['severity']])).toEqual(
      cleared.slice(0, 2).map(path => [path, 'blocks']),
    )
    await send('PATCH', `/drafts/${other.draftId}`, { changes: [{ path: cleared[0], reviewed: true }] }, 3)
    await send(
      'PATCH',
      `/drafts/${other.draftId}`,
      { changes: [{ path: cleared[1], value: 'NL-VP3-02' }] },
      4,
    )
    expect(await open()).toEqual([])
    const read = await get(`/drafts/${other.draftId}`)
    expect(read.json['sources']).toMatchObject({ 'device_info/modelNum': `report: ${reportId}` })
  })

  it('all of it is in one chain of events that holds', async () => {
    const { json } = await get('/audit/verification')
    expect(json).toMatchObject({ ok: true, recordFaults: [] })
  })
})
