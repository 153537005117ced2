import { shippedLaw } from '@vigie/law'
import type { Store } from '@vigie/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LogEntry } from '../log.js'
import { openClock } from '../testing/clocks.js'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { pumpCase } from '../testing/examples.js'
import { ENGINES, FRESH, type OpenedStore } from '../testing/open-stores.js'
import { newPerson, newTenant, type Someone, tokenOf } from '../testing/people.js'
import { auditCheck } from './audit-check.js'
import { JOBS } from './catalogue.js'
import { clockSkew } from './clock-skew.js'
import { type Job, type JobContext, workerIn } from './context.js'
import { recalculation } from './recalculation.js'
import { levelOf, reminders } from './reminders.js'
import { startJobs } from './runner.js'

const DAY = 86_400_000

it.each([
  [8, undefined],
  [7, 7],
  [5, 7],
  [3, 3],
  [2, 3],
  [1, 1],
  [0, 0],
  [-1, -1],
  [-40, -40],
])('%d days left is level %s', (days, level) => expect(levelOf(days)).toBe(level))

it('all jobs have a name of their own', () => {
  expect(new Set(JOBS.map(j => j.name)).size).toBe(JOBS.length)
  expect(JOBS.length).toBeGreaterThan(5)
})

describe.each(ENGINES)('jobs on %s', (_name, open) => {
  let opened: OpenedStore
  let desk: TestDesk
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
  }, 60_000)
  afterAll(() => opened.close())

  const context = (change: Partial<JobContext> = {}): JobContext => ({
    store: opened.store,
    law: shippedLaw(),
    log: entry => desk.log.push(entry),
    clock: () => desk.now,
    ...change,
  })
  /** Each job at two places at once, and once more after. */
  const often = async (job: Job, change: Partial<JobContext> = {}) => {
    await Promise.all([job(context(change)), job(context(change))])
    await job(context(change))
  }
  const told = (who: Someone) =>
    opened.store.withTenant(workerIn(who.tenantId), tx =>
      tx.db
        .selectFrom('notifications')
        .selectAll()
        .where('tenant_id', '=', who.tenantId)
        .where('person_id', '=', who.id)
        .orderBy('id')
        .execute(),
    )
  const clockOf = (who: Someone, ceiling: string) =>
    openClock(opened.store, workerIn(who.tenantId), { reference: `R-${ceiling}`, title: 'Smoke', ceiling })

  it('reminds once of each level, catches up after a gap, and is silent when the clock goes backwards', async () => {
    const anna = await newTenant(opened.store)
    const reader = await newPerson(opened.store, anna.tenantId, 'reader')
    await clockOf(anna, '2026-12-10')
    const start = Date.UTC(2026, 11, 2, 12)
    const levels: number[] = []
    // Days from the start; the clock goes back twice and a week is missed.
    for (const day of [0, 1, 2, 1, 5, 7, 3, 8, 9, 10, 8, 10, 17]) {
      await often(reminders, { clock: () => start + day * DAY })
      levels.splice(0, levels.length, ...(await told(anna)).map(n => n.level))
    }
    expect(levels).toEqual([7, 3, 1, 0, -1, -2, -9])
    expect((await told(anna)).map(n => n.kind)).toEqual([
      ...Array(4).fill('clock-near'),
      ...Array(3).fill('clock-over'),
    ])
    expect(await told(reader)).toEqual([])
  })

  it('assesses again when the facts change, keeps what was, and says why the clock moved', async () => {
    const anna = await newTenant(opened.store)
    const token = await tokenOf(desk, anna)
    const file = pumpCase('C-1')
    const made = await desk.send('POST', '/cases', { token, body: { title: 'Pump', file } })
    const address = `/cases/${made.json['id']}`
    const assess = { token, body: {}, headers: { 'if-match': '"1"' } }
    expect((await desk.send('POST', `${address}/assessment`, assess)).status).toBe(200)
    const obligations = async () => {
      const { json } = await desk.send('GET', `${address}/obligations`, { token })
      return json['items'] as { state: string; lawRelease: string }[]
    }
    const before = await obligations()
    await often(recalculation(0))
    expect(await obligations()).toEqual(before)
    expect(await told(anna)).toEqual([])

    const other = {
      title: 'Pump',
      file: JSON.parse(JSON.stringify(file).replace('2026-11-18T16:20', '2026-11-17T16:20')),
    }
    const changed = await desk.send('PUT', address, { token, body: other, headers: { 'if-match': '"2"' } })
    expect([changed.status, changed.json['state']]).toEqual([200, 'open'])
    await often(recalculation(60))
    expect(await obligations()).toEqual(before)
    await often(recalculation(0))
    const after = await obligations()
    expect(after.filter(o => o.state === 'superseded').length).toBeGreaterThan(0)
    expect(after.length).toBeGreaterThan(before.length)
    const [news, ...more] = await told(anna)
    expect(more).toEqual([])
    expect(news).toMatchObject({ kind: 'clock-moved' })
    expect(JSON.stringify(news?.details)).toMatch(/Clock moved because the facts of the case changed: /)
    expect((await desk.send('GET', address, { token })).json).toMatchObject({ state: 'assessed', version: 4 })
    expect((await desk.send('GET', '/audit/verification', { token })).json['ok']).toBe(true)
  })

  it('assesses again under a new release of the law; where nothing moves nobody is told', async () => {
    const anna = await newTenant(opened.store)
    const token = await tokenOf(desk, anna)
    const made = await desk.send('POST', '/cases', { token, body: { title: 'Pump', file: pumpCase('C-2') } })
    const assess = { token, body: {}, headers: { 'if-match': '"1"' } }
    await desk.send('POST', `/cases/${made.json['id']}/assessment`, assess)
    await often(recalculation(0), { law: nextRelease() })
    const { json } = await desk.send('GET', `/cases/${made.json['id']}/obligations`, { token })
    const items = json['items'] as { state: string; lawRelease: string }[]
    const standing = items.filter(o => o.state !== 'superseded')
    expect(new Set(standing.map(o => o.lawRelease))).toEqual(new Set(['next']))
    expect(items).toHaveLength(2 * standing.length)
    expect(await told(anna)).toEqual([])
  })

  it('raises an alarm when the clock of the process and that of the database differ', async () => {
    const log: LogEntry[] = []
    const logged = { log: (entry: LogEntry) => void log.push(entry) }
    await clockSkew(context({ ...logged, clock: Date.now }))
    expect(log).toEqual([])
    await clockSkew(context({ ...logged, clock: () => Date.now() - DAY }))
    expect(log).toMatchObject([{ level: 'error', event: 'clock-skew' }])
  })

  it('several processes share the queue, a failed job runs again, and a stop lets the running one end', async () => {
    const done: string[] = []
    let failures = 1
    const job = (process: string) => ({
      name: 'shared',
      cron: '0 0 1 1 *',
      run: async () => {
        if (failures-- > 0) throw new Error(`secret ${process}`)
        await new Promise(resolve => setTimeout(resolve, 300))
        done.push(process)
      },
    })
    const log: LogEntry[] = []
    const logged = context({ log: entry => void log.push(entry) })
    const both = await Promise.all(
      ['a', 'b'].map(p => startJobs(logged, [job(p)], { poll: 0.5, retryDelay: 0 })),
    )
    await both[0]?.wake('shared')
    await expect.poll(() => done.length, { timeout: 15_000 }).toBe(1)
    await both[1]?.wake('shared')
    await expect.poll(() => active(opened.store), { timeout: 15_000, interval: 20 }).toBe(1)
    await Promise.all(both.map(r => r.stop()))
    expect(done).toHaveLength(2)
    expect(log).toMatchObject([{ event: 'job-failed', job: 'shared', error: 'Error' }])
    const kept = await opened.store.ownerSql(
      `select output::text from vigie_jobs.job where name = 'shared'`,
      [],
    )
    expect(JSON.stringify(kept.rows)).not.toContain('secret')
  }, 60_000)
})

function nextRelease() {
  return { ...shippedLaw(), pack: { ...shippedLaw().pack, release: 'next' } }
}

async function active(store: Store): Promise<number> {
  const { rows } = await store.ownerSql(
    `select id from vigie_jobs.job where name = 'shared' and state = 'active'`,
    [],
  )
  return rows.length
}

describe.each(FRESH)('the nightly check on %s', (_name, open) => {
  it('tells those who audit of a tampered record, once', async () => {
    const { store, close } = await open()
    try {
      const desk = await testDesk(store)
      const anna = await newTenant(store)
      const token = await tokenOf(desk, anna)
      const maker = { name: 'Nordlicht Infusion GmbH', country: 'DE' }
      const made = await desk.send('POST', '/organisations', { token, body: maker })
      const context: JobContext = {
        store,
        law: shippedLaw(),
        log: e => void desk.log.push(e),
        clock: () => desk.now,
      }
      const count = () =>
        store.withTenant(workerIn(anna.tenantId), async tx => {
          const rows = await tx.db.selectFrom('notifications').select('kind').execute()
          return rows.map(r => r.kind)
        })
      await auditCheck(context)
      expect(await count()).toEqual([])
      await store.ownerSql(
        `set search_path = vigie; alter table organisations no force row level security;
          alter table organisations disable trigger user;
          update organisations set name = 'Other' where id = '${made.json['id']}';
          alter table organisations enable trigger user;
          alter table organisations force row level security; reset search_path`,
        [],
      )
      await auditCheck(context)
      await auditCheck(context)
      expect(await count()).toEqual(['alarm'])
      expect(desk.log.filter(e => e.event === 'audit-chain-broken')).toHaveLength(2)
    } finally {
      await close()
    }
  }, 60_000)
})
