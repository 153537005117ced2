import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { SYSTEM } from '../sign-in/system.js'
import { testDesk } from '../testing/desk.js'
import { FRESH } from '../testing/open-stores.js'
import { newPerson, newTenant, tokenOf } from '../testing/people.js'

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
})
