import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { create } from '../events.js'
import { forgetKeys, once } from '../idempotency.js'
import { shippedMigrations } from '../migrate.js'
import type { Store } from '../store.js'
import { type Harness, newCase, newTenant } from './harness.js'

export function engine(harness: () => Harness): void {
  const value = (store: Store, text: string) =>
    newTenant(store).then(actor =>
      store.withTenant(
        actor,
        async tx => (await sql<{ v: unknown }>`select ${sql.raw(text)} as v`.execute(tx.db)).rows[0]?.v,
      ),
    )

  describe('values', () => {
    test.each([
      ['int8', `9007199254740991::int8`, 9007199254740991],
      ['negative int8', `-9007199254740991::int8`, -9007199254740991],
      ['count', `count(*)`, 1],
      ['numeric', `12345678901234567890.123456789::numeric`, '12345678901234567890.123456789'],
      ['date', `date '2024-02-29'`, '2024-02-29'],
      ['instant', `timestamptz(3) '2026-11-23 16:05:00.120+01'`, '2026-11-23T15:05:00.120Z'],
      ['instant of long ago', `timestamptz(3) '1900-01-01 00:00:00+00'`, '1900-01-01T00:00:00.000Z'],
      ['json', `'{"a":[1,null,"Ω"],"b":{"c":1.5}}'::jsonb`, { a: [1, null, 'Ω'], b: { c: 1.5 } }],
      ['json null', `'null'::jsonb`, null],
      ['boolean', 'true', true],
      ['uuid', `'01a2108f-7674-73ee-a515-98fc04963fd1'::uuid`, '01a2108f-7674-73ee-a515-98fc04963fd1'],
      ['list of texts', `array['a','b,c']`, ['a', 'b,c']],
    ])('%s', async (_type, text, expected) => {
      expect(await value(harness().store, text)).toEqual(expected)
    })

    test('an int8 that no number holds is refused, not rounded', async () => {
      await expect(value(harness().store, '9007199254740993::int8')).rejects.toMatchObject({
        code: 'value-too-large',
      })
      expect(await value(harness().store, '9007199254740993::int8::text')).toBe('9007199254740993')
    })

    test('go in and come out the same', async () => {
      const { store } = harness()
      const actor = await newTenant(store)
      const text = 'Ελληνικά čeština <script>alert(1)</script> \' " \\ \n\t 🫀'
      const details = { text, list: [1, 'x', { y: null }], big: 1e21, small: 5e-324, nothing: null }
      const row = await store.withTenant(actor, async tx => {
        const made = await newCase(tx, text)
        const signal = {
          reference: text,
          kind: 'complaint',
          received_at: '2026-11-23T15:05:00.007Z',
          received_zone: 'Europe/Athens',
          source: text,
          details: JSON.stringify(details),
        } as const
        return { made, signal: (await create(tx, { entity: 'signals' }, signal)).row }
      })
      expect(row.made.title).toBe(text)
      expect(row.signal).toMatchObject({ reference: text, received_at: '2026-11-23T15:05:00.007Z', details })
    })
  })

  describe('idempotency keys', () => {
    test('give the first answer again and do the work once', async () => {
      const { store } = harness()
      const actor = await newTenant(store)
      const post = (key: string, title: string) =>
        store.withTenant(actor, tx =>
          once(tx, key, { title }, async () => ({ id: (await newCase(tx, title)).id })),
        )
      const first = await post('k1', 'A')
      expect(await post('k1', 'A')).toEqual({ ...first, repeated: true })
      expect(await post('k1', 'B')).toEqual({ ok: false, why: 'other-request' })
      const many = await Promise.all(Array.from({ length: 8 }, () => post('k2', 'C')))
      expect(many.filter(m => m.ok && !m.repeated)).toHaveLength(1)
      const cases = await store.withTenant(actor, tx =>
        tx.db.selectFrom('cases').select('title').orderBy('title').execute(),
      )
      expect(cases.map(c => c.title)).toEqual(['A', 'C'])
      await store.withTenant(actor, tx => forgetKeys(tx, 0))
      expect(await post('k1', 'B')).toMatchObject({ ok: true, repeated: false })
    })
  })

  describe('transactions', () => {
    test('do not nest', async () => {
      const { store } = harness()
      const actor = await newTenant(store)
      await expect(
        store.withTenant(actor, () => store.withTenant(actor, async () => 1)),
      ).rejects.toMatchObject({ code: 'nested' })
    })

    test('leave nothing of their actor behind', async () => {
      const { store } = harness()
      const actor = await newTenant(store)
      await store.withTenant(actor, tx => newCase(tx))
      await store
        .withTenant(actor, async () => {
          throw new Error('stop')
        })
        .catch(() => {})
      const [left] = await harness().superuser(
        `select current_setting('app.tenant', true) as t, current_user as u`,
      )
      expect([left?.['t'] ?? '', left?.['u']]).toEqual(['', 'postgres'])
    })
  })

  describe('migrations', () => {
    test('run once', async () => {
      const { store } = harness()
      const health = await store.health()
      expect(health).toMatchObject({
        engine: store.engine,
        durable: true,
        migration: (await shippedMigrations()).length,
      })
      expect(await store.migrate()).toEqual({ applied: [], current: health.migration })
    })

    test('run once when two processes start together', async () => {
      const store = await harness().empty()
      const reports = await Promise.all([store.migrate(), store.migrate(), store.migrate()])
      expect(reports.filter(r => r.applied.length > 0)).toHaveLength(1)
      await store.close()
      await store.close()
      await expect(store.migrate()).rejects.toMatchObject({ code: 'closed' })
    })

    test('refuse an edited one and a newer database', async () => {
      const { store, superuser } = harness()
      await superuser(`update vigie.migrations set checksum = 'x' || checksum where number = 3`)
      await expect(store.migrate()).rejects.toMatchObject({ code: 'migration-edited' })
      await superuser(`update vigie.migrations set checksum = substr(checksum, 2) where number = 3`)
      await superuser(`insert into vigie.migrations values (99, '0099_later.sql', 'x')`)
      await expect(store.migrate()).rejects.toMatchObject({ code: 'database-too-new' })
      await superuser(`delete from vigie.migrations where number = 99`)
      expect(await store.migrate()).toMatchObject({ applied: [] })
    })
  })
}
