import { change } from '@vigie/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DRAFT_STATES, type DraftState, stepOf } from '../reports/state.js'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { newPerson, newTenant, type Someone, sessionOf, tokenOf } from '../testing/people.js'
import { type Auth, approved, itemsOf, openedChain, signAs, step } from '../testing/reports.js'

describe.each(ENGINES)('review on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  let anna: Someone
  let token: string
  let ben: Someone
  let reviewer: Auth
  let page: Auth
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store, { signInsPerMinute: { address: 1000, all: 5000 } })
    anna = await newTenant(opened.store)
    token = await tokenOf(desk, anna)
    ben = await newPerson(opened.store, anna.tenantId, 'reviewer')
    reviewer = await sessionOf(desk, ben)
    page = await sessionOf(desk, anna)
  })
  afterAll(() => opened.close())

  const inReview = async (reference: string) => {
    const { draftId } = await openedChain(desk, token, reference)
    expect((await step(desk, token, draftId, 1, { to: 'in-review' })).status).toBe(200)
    return draftId
  }
  const signatures = async (draftId: string) =>
    itemsOf((await desk.send('GET', `/drafts/${draftId}/signatures`, { token })).json)
  const patch = (draftId: string, version: number, value: string) =>
    desk.send('PATCH', `/drafts/${draftId}`, {
      token,
      body: { changes: [{ path: 'device_info/brandName', value }] },
      headers: { 'if-match': `"${version}"` },
    })

  it('is approved by another person with a signature that says who, when, where and what', async () => {
    const draftId = await inReview('V-1')
    const answer = await signAs(desk, reviewer, draftId, 2)
    expect(answer.json).toMatchObject({ state: 'approved', version: 3 })
    expect(await signatures(draftId)).toEqual([
      expect.objectContaining({
        meaning: 'approval',
        printedName: ben.name,
        signedZone: 'Europe/Berlin',
        signedAt: expect.stringMatching(/Z$/),
        method: 'password',
        version: 2,
        overrideReason: null,
        seal: 'intact',
        changes: [],
      }),
    ])
  })

  it('the author does not approve; an emergency override is kept and shown', async () => {
    const draftId = await inReview('V-2')
    const own = await signAs(desk, page, draftId, 2)
    expect([own.status, own.json['code']]).toEqual([409, 'four-eyes'])
    const override = { reason: 'The ceiling is tonight and nobody else is reachable' }
    expect((await signAs(desk, page, draftId, 2, { override })).json['state']).toBe('approved')
    expect(await signatures(draftId)).toMatchObject([{ overrideReason: override.reason, seal: 'intact' }])
    const audit = await desk.send('GET', '/audit?limit=50', { token })
    expect(audit.text).toContain(`Emergency override: ${override.reason}`)
  })

  it('a tenant may do without four eyes; the signature says so', async () => {
    const carla = await newTenant(opened.store)
    const own = await tokenOf(desk, carla)
    const actor = { tenantId: carla.tenantId, actorId: carla.id, zone: 'UTC' }
    await opened.store.withTenant(actor, tx =>
      change(tx, { entity: 'tenants', id: carla.tenantId, expectedVersion: 1 }, () => ({
        settings: JSON.stringify({ fourEyes: false }),
      })),
    )
    const { draftId } = await openedChain(desk, own, 'V-3')
    await step(desk, own, draftId, 1, { to: 'in-review' })
    const answer = await signAs(desk, await sessionOf(desk, carla), draftId, 2)
    expect(itemsOf(answer.json, 'signatures')).toMatchObject([
      { overrideReason: expect.stringMatching(/switched off/) },
    ])
  })

  it('signs nothing without the right proof, in another name, or what was not shown', async () => {
    const draftId = await inReview('V-4')
    const codes = async (more: Parameters<typeof signAs>[4], as = reviewer) => {
      const answer = await signAs(desk, as, draftId, 2, more)
      return [answer.status, answer.json['code']]
    }
    expect(await codes({ password: 'not the password' })).toEqual([403, 'step-up-failed'])
    for (const payload of [
      { printedName: 'Somebody Else' },
      { contentHash: '0'.repeat(64) },
      { signerId: anna.id },
      { at: '2026-01-01T00:00:00.000Z' },
      { version: 1 },
      { zone: 'Asia/Tokyo' },
    ]) {
      expect([payload, await codes({ payload })]).toEqual([payload, [409, 'signature-refused']])
    }
    const reader = await sessionOf(desk, await newPerson(opened.store, anna.tenantId, 'reader'))
    expect(await codes({}, reader)).toEqual([403, 'forbidden'])
    // A token is a program's; it does not sign.
    const program = await tokenOf(desk, ben)
    expect(await codes({}, program)).toEqual([403, 'session-needed'])
    expect(await signatures(draftId)).toEqual([])
  })

  it('a change after signing breaks the seal, visibly, and what was approved is approved no more', async () => {
    const draftId = await inReview('V-5')
    await signAs(desk, reviewer, draftId, 2)
    const held = await patch(draftId, 3, 'Other')
    expect([held.status, held.json['code']]).toEqual([409, 'wrong-state'])
    expect((await step(desk, token, draftId, 3, { to: 'draft' })).json['code']).toBe('reason-needed')
    await step(desk, token, draftId, 3, { to: 'draft', reason: 'Wrong name' })
    expect(await signatures(draftId)).toMatchObject([{ seal: 'intact' }])
    await patch(draftId, 4, 'Other')
    expect(await signatures(draftId)).toMatchObject([
      {
        seal: 'broken',
        changes: [
          {
            path: 'device_info/brandName',
            label: 'Medical device name',
            before: { texts: ['FlowGuard VP3'] },
            after: { texts: ['Other'] },
          },
        ],
      },
    ])
    const issue = await desk.send('POST', `/drafts/${draftId}/issue`, {
      token,
      body: {},
      headers: { 'if-match': '"5"' },
    })
    expect([issue.status, issue.json['code']]).toEqual([409, 'wrong-state'])
  })

  it('a reviewer sends back with a reason and may approve later; writing is not for reviewers', async () => {
    const draftId = await inReview('V-6')
    expect((await step(desk, reviewer, draftId, 2, { to: 'abandoned', reason: 'x' })).status).toBe(403)
    expect((await step(desk, reviewer, draftId, 2, { to: 'draft', reason: 'Say which lot' })).status).toBe(
      200,
    )
    await patch(draftId, 3, 'FlowGuard VP3, lot 7')
    expect(await approved(desk, token, reviewer, draftId)).toBe(6)
  })

  it('takes exactly the steps of the state machine, and says why not for every other', async () => {
    const toState: Record<DraftState, (reference: string) => Promise<[string, number]>> = {
      draft: async r => [(await openedChain(desk, token, r)).draftId, 1],
      'in-review': async r => [await inReview(r), 2],
      approved: async r => {
        const { draftId } = await openedChain(desk, token, r)
        return [draftId, await approved(desk, token, reviewer, draftId)]
      },
      abandoned: async r => {
        const { draftId } = await openedChain(desk, token, r)
        await step(desk, token, draftId, 1, { to: 'abandoned', reason: 'Not needed' })
        return [draftId, 2]
      },
      issued: async () => ['', 0],
    }
    for (const from of ['draft', 'in-review', 'approved', 'abandoned'] as const) {
      for (const to of DRAFT_STATES) {
        const expected = stepOf(from, to, 'state')
        const [draftId, version] = await toState[from](`V-${from}-${to}`)
        const answer = await step(desk, token, draftId, version, { to, reason: 'Because' })
        expect([from, to, answer.status]).toEqual([from, to, expected.ok ? 200 : 409])
        if (!expected.ok) {
          expect(itemsOf(answer.json, 'findings')).toMatchObject([
            { message: expected.says, mend: expected.mend },
          ])
        }
      }
    }
  })
})
