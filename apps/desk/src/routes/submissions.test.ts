import { create } from '@vigie/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SUBMISSION_STATES, whyNotSubmission } from '../reports/submission-state.js'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newPerson, newTenant, type Someone, sessionOf, tokenOf } from '../testing/people.js'
import { approved, itemsOf, openedChain } from '../testing/reports.js'

describe.each(ENGINES)('submissions on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let maker: Someone
  let token: string
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store, { signInsPerMinute: { address: 1000, all: 5000 } })
    maker = await newTenant(opened.store)
    token = await tokenOf(desk, maker)
  })
  afterAll(() => opened.close())

  const issued = async (reference: string, jurisdiction = 'EU') => {
    const found = await openedChain(desk, token, reference, jurisdiction)
    const reviewer = await sessionOf(desk, await newPerson(opened.store, maker.tenantId, 'reviewer'))
    const version = await approved(desk, token, reviewer, found.draftId)
    const report = await desk.send('POST', `/drafts/${found.draftId}/issue`, {
      token,
      headers: { 'if-match': `"${version}"` },
    })
    expect([report.status, report.text.slice(0, 500)]).toEqual([201, expect.any(String)])
    return { ...found, reportId: String(report.json['id']) }
  }
  const mandate = (
    to: Someone,
    reporting: 'representative-reports' | 'manufacturer-reports',
    where: string[],
  ) =>
    opened.store.withTenant({ tenantId: maker.tenantId, actorId: maker.id, zone: 'UTC' }, tx =>
      create(
        tx,
        { entity: 'mandates' },
        {
          representative_tenant_id: to.tenantId,
          role: 'eu-ar',
          jurisdictions: JSON.stringify(where),
          reporting,
          may_write: true,
          valid_from: '2020-01-01',
        },
      ),
    )

  it('to send for a manufacturer takes a mandate that says so, for that jurisdiction', async () => {
    const { reportId } = await issued('S-1')
    const cases = [
      ['manufacturer-reports', ['EU'], 403],
      ['representative-reports', ['CH'], 403],
      ['representative-reports', ['EU', 'CH'], 201],
    ] as const
    for (const [reporting, where, status] of cases) {
      const ar = await newTenant(opened.store, 'representative')
      await mandate(ar, reporting, [...where])
      const as = await tokenOf(desk, ar)
      const answer = await desk.send('POST', `/reports/${reportId}/submissions`, { token: as })
      expect([reporting, where, answer.status]).toEqual([reporting, where, status])
      if (status === 403) expect(answer.json['code']).toBe('no-mandate')
      const own = await desk.send('POST', `/reports/${reportId}/submissions`, { token })
      const sent = await desk.send('POST', `/submissions/${String(own.json['id'])}/sent`, {
        token: as,
        headers: { 'if-match': '"1"' },
        body: {
          sentAt: new Date(desk.now).toISOString(),
          zone: 'Europe/Berlin',
          proof: { kind: 'portal', reference: 'ok' },
        },
      })
      expect([reporting, where, sent.status]).toEqual([reporting, where, status === 201 ? 200 : 403])
    }
  })

  it('a mandate for one jurisdiction is no mandate in the database either', async () => {
    const { reportId } = await issued('S-2')
    const ar = await newTenant(opened.store, 'representative')
    await mandate(ar, 'manufacturer-reports', ['EU'])
    const write = opened.store.withTenant({ tenantId: ar.tenantId, actorId: ar.id, zone: 'UTC' }, tx =>
      create(
        tx,
        { entity: 'submissions', tenantId: maker.tenantId },
        { report_id: reportId, jurisdiction: 'EU', channel: 'x' },
      ),
    )
    await expect(write).rejects.toMatchObject({ code: '42501' })
  })

  it('takes the steps there are and says why not for the others', async () => {
    const { reportId } = await issued('S-3')
    for (const to of SUBMISSION_STATES) {
      const made = await desk.send('POST', `/reports/${reportId}/submissions`, { token })
      const answer = await desk.send('POST', `/submissions/${String(made.json['id'])}/state`, {
        token,
        body: { to, reason: 'Because' },
        headers: { 'if-match': '"1"' },
      })
      const why = whyNotSubmission('prepared', to, 'state')
      expect([to, answer.status]).toEqual([to, why === undefined ? 200 : 409])
      if (why !== undefined) {
        expect(itemsOf(answer.json, 'findings')).toMatchObject([{ message: why.says, mend: why.mend }])
      }
    }
  })

  it('two people record the same sending: the second is told', async () => {
    const { reportId } = await issued('S-4')
    const made = await desk.send('POST', `/reports/${reportId}/submissions`, { token })
    const path = `/submissions/${String(made.json['id'])}/sent`
    const body = {
      sentAt: new Date(desk.now).toISOString(),
      zone: 'UTC',
      proof: { kind: 'portal', reference: 'ok' },
    }
    const headers = { 'if-match': '"1"' }
    const answers = await Promise.all([1, 2].map(() => desk.send('POST', path, { token, body, headers })))
    expect(answers.map(a => a.status).toSorted()).toEqual([200, 412])
  })
})
