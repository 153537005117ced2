import { change, type Row } from '@vigie/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workerIn } from '../jobs/context.js'
import { openClock } from '../testing/clocks.js'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { ENGINES, type OpenedStore } from '../testing/open-stores.js'
import { giveMandate, newTenant, type Someone, sessionOf } from '../testing/people.js'

describe.each(ENGINES)('the calendar on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
  }, 60_000)
  afterAll(() => opened.close())

  const signedIn = async (who: Someone) => ({ headers: await sessionOf(desk, who) })
  const clock = (who: Someone, reference: string, ceiling: string) =>
    openClock(opened.store, workerIn(who.tenantId), { reference, title: 'Frau Quist starb', ceiling })
  const settle = (row: Row<'obligations'>, state: 'sent') =>
    opened.store.withTenant(workerIn(row.tenant_id), tx =>
      change(tx, { entity: 'obligations', id: row.id, expectedVersion: 1 }, () => ({ state })),
    )
  const uids = (text: string) => [...text.matchAll(/^UID:(.*)\r$/gm)].map(m => m[1])

  it('shows the clocks one may see, without a session, and cancels what was sent', async () => {
    const [anna, maker, other] = [
      await newTenant(opened.store, 'representative'),
      await newTenant(opened.store),
      await newTenant(opened.store),
    ]
    await giveMandate(opened.store, maker, anna, false)
    const row = await clock(maker, 'CASE-1', '2026-12-03')
    await clock(other, 'CASE-2', '2026-12-04')
    const made = await desk.send('POST', '/calendar', await signedIn(anna))
    expect(made.status).toBe(201)
    const path = String(made.json['path'])
    const feed = await desk.send('GET', path)
    expect(feed.headers.get('content-type')).toMatch(/^text\/calendar/)
    expect(feed.text).toMatch(/^DTSTART;VALUE=DATE:20261203\r$/m)
    expect(feed.text).toMatch(/^SUMMARY:Ceiling: CASE-1\\, DE-BFARM\r$/m)
    expect(feed.text).toMatch(/^STATUS:CONFIRMED\r$/m)
    expect(feed.text).not.toMatch(/CASE-2|Quist|starb/)
    await settle(row, 'sent')
    const after = await desk.send('GET', path)
    expect(after.text).toMatch(/^STATUS:CANCELLED\r$/m)
    expect(uids(after.text)).toEqual(uids(feed.text))
    expect(uids(after.text)).toHaveLength(1)
    expect(JSON.stringify(desk.log)).not.toContain(path.slice(10, 50))
  })

  it('ends with a renewal, a revocation, and the account', async () => {
    const anna = await newTenant(opened.store)
    const session = await signedIn(anna)
    const make = async () => String((await desk.send('POST', '/calendar', session)).json['path'])
    const first = await make()
    const second = await make()
    const status = async (path: string) => (await desk.send('GET', path)).status
    expect(first).not.toBe(second)
    expect([await status(first), await status(second)]).toEqual([404, 200])
    expect((await desk.send('DELETE', '/calendar', session)).status).toBe(204)
    expect([await status(second), await status('/calendar/x.ics')]).toEqual([404, 404])
    const third = await make()
    const actor = { tenantId: anna.tenantId, actorId: anna.id, zone: 'UTC' }
    await opened.store.withInstallation(actor, tx =>
      change(tx, { entity: 'people', id: anna.id, expectedVersion: 1 }, () => ({
        state: 'deactivated' as const,
      })),
    )
    expect(await status(third)).toBe(404)
  })
})
