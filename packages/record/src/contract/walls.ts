import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { ENTITIES, SECRETS } from '../entities.js'
import { REFUSED, sqlState } from '../errors.js'
import { change, create } from '../events.js'
import { newId } from '../ids.js'
import type { Actor, Store } from '../store.js'
import { type Harness, literal, newCase, newTenant } from './harness.js'
import { fillTenant } from './world.js'

/** Working rows without history; they may go. */
const WORKING: readonly string[] = [
  'idempotency_keys',
  'notification_settings',
  'notifications',
  'outbox',
  'search_words',
]

/** The state with which the database refuses, or `nothing` when it did not. */
async function refusal(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => 'nothing',
    error => sqlState(error) ?? String(error),
  )
}

const isSecret = (table: string) => SECRETS.some(s => s === table)

const raw = (store: Store, actor: Actor, text: string) =>
  store.withTenant(
    actor,
    async tx => (await sql<Record<string, unknown>>`${sql.raw(text)}`.execute(tx.db)).rows,
  )

export function walls(harness: () => Harness): void {
  describe('tenant walls', () => {
    let store: Store
    let acme: Actor
    let other: Actor
    let tables: readonly string[]
    beforeAll(async () => {
      store = harness().store
      acme = await newTenant(store)
      other = await newTenant(store)
      await fillTenant(store, acme)
      await fillTenant(store, other)
      const rows = await harness().superuser(`select tablename as t from pg_tables
        where schemaname = 'vigie' and tablename <> 'migrations' order by 1`)
      const all = rows.map(r => String(r['t']))
      expect(all.filter(isSecret)).toEqual([...SECRETS].sort())
      tables = all.filter(t => !isSecret(t))
    })

    test('every table has forced row-level security, tenant_id first in its key, and a filled row', async () => {
      expect(tables.length).toBeGreaterThan(25)
      expect(tables).toEqual([...ENTITIES, 'audit_events', 'audit_heads', ...WORKING].sort())
      const rows =
        await harness().superuser(`select c.relname as t, c.relrowsecurity and c.relforcerowsecurity as walled,
        (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary) as first
        from pg_class c where c.relnamespace = 'vigie'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'`)
      expect(
        rows.filter(r => r['walled'] !== true || (r['first'] !== 'tenant_id' && !isSecret(String(r['t'])))),
      ).toEqual([])
      for (const t of tables) {
        const [count] = await raw(
          store,
          acme,
          `select count(*) as n from ${t} where tenant_id = '${acme.tenantId}'`,
        )
        expect([t, Number(count?.['n']) > 0]).toEqual([t, true])
      }
    })

    test('a row of another tenant is not seen, changed or deleted, in any table', async () => {
      for (const t of tables) {
        const [count] = await raw(
          store,
          other,
          `select count(*) as n from ${t} where tenant_id = '${acme.tenantId}'`,
        )
        expect([t, count?.['n']]).toEqual([t, 0])
        const changed = await refusal(
          raw(
            store,
            other,
            `update ${t} set tenant_id = tenant_id where tenant_id = '${acme.tenantId}' returning 1`,
          ).then(rows => expect(rows).toEqual([])),
        )
        expect([t, changed]).toEqual([t, expect.stringMatching(/^(nothing|42501)$/)])
        const gone = await refusal(
          raw(store, other, `delete from ${t} where tenant_id = '${acme.tenantId}' returning 1`).then(rows =>
            expect(rows).toEqual([]),
          ),
        )
        expect([t, gone]).toEqual([t, WORKING.includes(t) ? 'nothing' : REFUSED.wall])
      }
    })

    test('a row for another tenant is refused, in any table', async () => {
      for (const t of tables) {
        const [row] = await harness().superuser(
          `select * from vigie.${t} where tenant_id = '${acme.tenantId}' limit 1`,
        )
        const copy: Record<string, unknown> = {
          ...row,
          ...(row !== undefined && 'id' in row ? { id: newId() } : {}),
        }
        const names = Object.keys(copy)
        const insert = `insert into ${t} (${names.join(', ')}) values (${names.map(n => literal(copy[n])).join(', ')})`
        const state = await refusal(raw(store, other, insert))
        // The chain refuses before the wall is asked.
        const allowed = t.startsWith('audit_') ? [REFUSED.actor, REFUSED.chain] : [REFUSED.wall]
        expect([t, allowed.some(a => a === state), state]).toEqual([t, true, state])
      }
    })

    test('nothing is seen without a tenant', async () => {
      const nobody = { ...acme, tenantId: newId() }
      for (const t of tables) {
        expect([t, (await raw(store, nobody, `select 1 from ${t} limit 1`)).length]).toEqual([t, 0])
      }
    })

    test('no row of the record can be deleted or emptied by its own tenant', async () => {
      for (const t of tables.filter(t => !WORKING.includes(t))) {
        expect([t, await refusal(raw(store, acme, `delete from ${t}`))]).toEqual([t, REFUSED.wall])
        expect([t, await refusal(raw(store, acme, `truncate ${t} cascade`))]).toEqual([t, REFUSED.wall])
      }
    })

    test('the installation sees accounts, and nothing of what tenants keep', async () => {
      for (const t of ['cases', 'facts', 'reports', 'files', 'signatures']) {
        const work = store.withInstallation(other, tx => sql`${sql.raw(`select 1 from ${t}`)}`.execute(tx.db))
        expect([t, await refusal(work)]).toEqual([t, REFUSED.wall])
      }
      const people = await store.withInstallation(other, tx =>
        tx.db.selectFrom('people').select('id').execute(),
      )
      expect(people.length).toBeGreaterThan(1)
    })

    test('what runs for a tenant reads, adds, changes and removes no secret of sign-in', async () => {
      for (const t of SECRETS) {
        const tries = [
          `select 1 from ${t}`,
          `insert into ${t} default values`,
          `delete from ${t}`,
          `truncate ${t}`,
        ]
        for (const text of tries)
          expect([text, await refusal(raw(store, acme, text))]).toEqual([text, REFUSED.wall])
        const [first] = await harness().superuser(`select column_name as c from information_schema.columns
          where table_schema = 'vigie' and table_name = '${t}' limit 1`)
        const update = `update ${t} set ${first?.['c']} = ${first?.['c']}`
        expect([update, await refusal(raw(store, acme, update))]).toEqual([update, REFUSED.wall])
      }
    })

    test('accounts and tenants are not made by tenants', async () => {
      expect(
        await refusal(
          store.withTenant(acme, tx => create(tx, { entity: 'people' }, { email: 'x@y', name: 'X' })),
        ),
      ).toBe(REFUSED.wall)
      const id = newId()
      const tenant = { ...acme, tenantId: id }
      expect(
        await refusal(
          store.withTenant(tenant, tx => create(tx, { entity: 'tenants', id }, { name: 'X', kind: 'other' })),
        ),
      ).toBe(REFUSED.wall)
    })
  })

  describe('mandates', () => {
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
    const full = {
      role: 'eu-ar',
      jurisdictions: JSON.stringify(['EU']),
      reporting: 'representative-reports',
      may_write: true,
      valid_from: day(-10),
    } as const

    async function pair(mandate: object) {
      const { store } = harness()
      const maker = await newTenant(store)
      const ar = await newTenant(store, 'representative')
      const row = await store.withTenant(maker, tx => newCase(tx))
      const given = await store.withTenant(maker, tx =>
        create(tx, { entity: 'mandates' }, { ...full, ...mandate, representative_tenant_id: ar.tenantId }),
      )
      const sees = () =>
        store.withTenant(
          ar,
          async tx =>
            (await tx.db.selectFrom('cases').where('id', '=', row.id).select('id').execute()).length === 1,
        )
      const writes = () => refusal(store.withTenant(ar, tx => newCase(tx, 'By the AR', maker.tenantId)))
      return { store, maker, ar, case: row, mandate: given.row, sees, writes }
    }

    test("a representative sees and writes what it has a mandate for, in the maker's chain, under its own name", async () => {
      const p = await pair({})
      expect([await p.sees(), await p.writes()]).toEqual([true, 'nothing'])
      const target = {
        entity: 'cases',
        id: p.case.id,
        tenantId: p.maker.tenantId,
        expectedVersion: 1,
      } as const
      const result = await p.store.withTenant(p.ar, tx =>
        change(tx, target, () => ({ title: 'Seen by the AR' })),
      )
      expect(result).toMatchObject({
        ok: true,
        event: { tenant_id: p.maker.tenantId, actor_tenant_id: p.ar.tenantId },
      })
    })

    test.each([
      ['a draft', { state: 'draft' }, false, REFUSED.wall],
      ['one that begins tomorrow', { valid_from: day(1) }, false, REFUSED.wall],
      ['one that ended yesterday', { valid_to: day(-1) }, false, REFUSED.wall],
      ['one that ends today', { valid_to: day(0) }, true, 'nothing'],
      ['one for reading', { may_write: false }, true, REFUSED.wall],
      [
        'one that ended and leaves the papers',
        { valid_to: day(-1), readable_until: day(3650) },
        true,
        REFUSED.wall,
      ],
      [
        'a terminated one that leaves the papers',
        { state: 'terminated', readable_until: day(3650) },
        true,
        REFUSED.wall,
      ],
      ['a terminated one', { state: 'terminated' }, false, REFUSED.wall],
    ])('%s', async (_name, mandate, sees, writes) => {
      const p = await pair(mandate)
      expect([await p.sees(), await p.writes()]).toEqual([sees, writes])
    })

    test('gives no way to more: no mandate, membership or account for oneself', async () => {
      const p = await pair({})
      const at = { tenantId: p.maker.tenantId }
      const mandate = { ...full, representative_tenant_id: p.ar.tenantId }
      expect(
        await refusal(p.store.withTenant(p.ar, tx => create(tx, { entity: 'mandates', ...at }, mandate))),
      ).toBe(REFUSED.wall)
      const extended = await p.store.withTenant(p.ar, tx =>
        change(tx, { entity: 'mandates', id: p.mandate.id, ...at, expectedVersion: 1 }, () => ({
          valid_to: day(9999),
        })),
      )
      expect(extended).toMatchObject({ ok: false, why: 'read-only' })
      const member = { person_tenant_id: p.ar.tenantId, person_id: newId(), role: 'administrator' } as const
      expect(
        await refusal(p.store.withTenant(p.ar, tx => create(tx, { entity: 'memberships', ...at }, member))),
      ).toBe(REFUSED.wall)
    })

    test('sends reports only where the mandate says so', async () => {
      const submission = async (mandate: object, jurisdiction: string) => {
        const p = await pair(mandate)
        await fillTenant(p.store, p.maker)
        return p.store.withTenant(p.ar, async tx => {
          const report = await tx.db
            .selectFrom('reports')
            .select('id')
            .where('tenant_id', '=', p.maker.tenantId)
            .executeTakeFirstOrThrow()
          const target = { entity: 'submissions', tenantId: p.maker.tenantId } as const
          return create(tx, target, { report_id: report.id, jurisdiction, channel: 'mail' })
        })
      }
      expect(await refusal(submission({}, 'EU'))).toBe('nothing')
      expect(await refusal(submission({}, 'GB'))).toBe(REFUSED.wall)
      expect(await refusal(submission({ reporting: 'copy-only' }, 'EU'))).toBe(REFUSED.wall)
    })
  })
}
