import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { SYSTEM } from '../sign-in/system.js'
import { testDesk } from '../testing/desk.js'
import { FRESH } from '../testing/open-stores.js'
import { newPerson, newTenant, sessionOf, tokenOf } from '../testing/people.js'

describe.each(FRESH)('audit on %s', (_name, open) => {
  it('shows the trail to who may audit, verifies it, and names what was tampered with', async () => {
    const { store, close } = await open()
    try {
      const desk = await testDesk(store)
      const anna = await newTenant(store)
      const token = await tokenOf(desk, anna)
      const auditor = await tokenOf(desk, await newPerson(store, anna.tenantId, 'auditor'))
      const maker = { name: 'Nordlicht Infusion GmbH', country: 'DE' }
      const made = await desk.send('POST', '/organisations', { token, body: maker })
      await desk.send('POST', '/session', { body: { email: anna.email, password: 'wrong' } })

      const trail = await desk.send('GET', '/audit?limit=3', { token: auditor })
      expect(trail.json['items']).toMatchObject([
        { reason: 'Sign-in refused', entity: 'people', entityId: anna.id, actorName: anna.name },
        { action: 'create', entity: 'organisations', entityId: made.json['id'], entityVersion: 1 },
        { action: 'note', reason: 'Token made' },
      ])
      const next = await desk.send('GET', `/audit?limit=3&cursor=${trail.json['nextCursor']}`, {
        token: auditor,
      })
      expect(next.json['items']).toHaveLength(3)

      const whole = await desk.send('GET', '/audit/verification', { token: auditor })
      expect(whole.json).toMatchObject({ ok: true, firstBad: null, recordFaults: [], clockWentBack: [] })

      // As the owner of the database, who can switch the guards off.
      await store.withInstallation(SYSTEM, async ({ db }) => {
        await sql`reset role`.execute(db)
        await sql
          .raw(`alter table organisations no force row level security;
            alter table organisations disable trigger user;
            update organisations set name = 'Other' where id = '${made.json['id']}';
            alter table organisations enable trigger user;
            alter table organisations force row level security`)
          .execute(db)
      })
      const found = await desk.send('GET', '/audit/verification', { token: auditor })
      expect(found.json).toMatchObject({
        ok: false,
        recordFaults: [{ entity: 'organisations', id: made.json['id'], why: 'changed-outside' }],
      })
    } finally {
      await close()
    }
  })

  it('is found by record, person, time and words, in both orders, and exported as it stands', async () => {
    const { store, close } = await open()
    try {
      const desk = await testDesk(store)
      const anna = await newTenant(store)
      const token = await tokenOf(desk, anna)
      const sam = await newPerson(store, anna.tenantId, 'author')
      const by = await tokenOf(desk, sam)
      const one = await desk.send('POST', '/organisations', {
        token,
        body: { name: 'Kvarts 100%', country: 'DK' },
      })
      await desk.send('POST', '/organisations', { token: by, body: { name: 'Nordlicht', country: 'DE' } })
      await desk.send('PUT', `/organisations/${one.json['id']}`, {
        token: by,
        headers: { 'if-match': '"1"' },
        body: { name: 'Kvarts 100%', country: 'SE', reason: 'They moved' },
      })
      const found = async (query: string) => {
        const { json } = await desk.send('GET', `/audit?${query}`, { token })
        return Array.isArray(json['items']) ? json['items'] : []
      }
      const ofOne = `entity=organisations&entityId=${one.json['id']}`
      expect(await found(ofOne)).toMatchObject([
        { entityVersion: 2, reason: 'They moved' },
        { entityVersion: 1 },
      ])
      expect((await found(`${ofOne}&order=asc`)).map(e => e.entityVersion)).toEqual([1, 2])
      expect(await found(`entity=organisations&actorId=${sam.id}`)).toHaveLength(2)
      expect(await found('text=they%20MOVED')).toHaveLength(1)
      expect(await found('entity=organisations&text=100%25')).toHaveLength(1)
      expect(await found('text=100_')).toHaveLength(0)
      expect(await found('until=2020-01-01T00:00:00Z')).toEqual([])
      expect(await found('from=2020-01-01T00:00:00%2B02:00&action=create&entity=organisations')).toHaveLength(
        2,
      )
      expect((await desk.send('GET', '/audit?from=yesterday', { token })).json['code']).toBe(
        'invalid-address',
      )

      const all = await desk.send('GET', '/audit/export', { token })
      expect(all.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-/)
      const events = Array.isArray(all.json['events']) ? all.json['events'] : []
      expect(all.json).toMatchObject({
        tenantId: anna.tenantId,
        verification: { ok: true, events: events.length - 1 },
      })
      expect(events.map(e => e.seq)).toEqual(events.map((_, i) => i + 1))
      expect(events.slice(1).every((e, i) => e.prevHash === events[i].hash)).toBe(true)
      expect(events.at(-1)).toMatchObject({ action: 'note', reason: 'Audit trail exported' })
      const some = await desk.send('GET', `/audit/export?${ofOne}`, { token })
      expect(some.json).toMatchObject({
        filter: { entity: 'organisations' },
        events: [{ seq: expect.any(Number) }, {}],
      })
    } finally {
      await close()
    }
  })

  it('of a record is marked as reviewed up to an event, by a person, and the mark stands in it', async () => {
    const { store, close } = await open()
    try {
      const desk = await testDesk(store)
      const anna = await newTenant(store)
      const token = await tokenOf(desk, anna)
      const made = await desk.send('POST', '/organisations', {
        token,
        body: { name: 'Kvarts', country: 'DK' },
      })
      const trail = await desk.send('GET', `/audit?entityId=${made.json['id']}`, { token })
      const [last] = Array.isArray(trail.json['items']) ? trail.json['items'] : []
      const auditor = await newPerson(store, anna.tenantId, 'auditor')
      const headers = await sessionOf(desk, auditor)
      const about = { entity: 'organisations', entityId: made.json['id'] }
      const mark = (upTo: number, how: object = { headers }) =>
        desk.send('POST', '/audit/reviews', {
          ...how,
          body: { ...about, upTo, comment: 'As the papers say' },
        })
      expect((await mark(last.seq)).status).toBe(201)
      expect((await mark(last.seq + 1)).json['code']).toBe('not-found')
      expect((await mark(last.seq, { token })).json['code']).toBe('session-needed')
      const reviews = await desk.send('GET', `/audit/reviews?entityId=${made.json['id']}`, { token })
      expect(reviews.json['items']).toMatchObject([
        { ...about, upTo: last.seq, actorName: auditor.name, comment: 'As the papers say' },
      ])
      expect((await desk.send('GET', '/audit/verification', { token })).json['ok']).toBe(true)
    } finally {
      await close()
    }
  })
})
