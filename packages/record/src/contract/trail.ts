import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { headText } from '../audit/seal.js'
import { verifyChain } from '../audit/verify.js'
import { verifyRecords } from '../audit/verify-records.js'
import { REFUSED, sqlState } from '../errors.js'
import { change, create, note } from '../events.js'
import { newId } from '../ids.js'
import type { Actor, Store } from '../store.js'
import { type Harness, literal, newCase, newTenant, SEALER } from './harness.js'

const refused = (work: Promise<unknown>) => work.then(() => 'nothing', sqlState)

export function trail(harness: () => Harness): void {
  /** A tenant with five events: its creation, a case and three changes. */
  async function tenantWithEvents(store: Store = harness().store) {
    const actor = await newTenant(store)
    const made = await store.withTenant(actor, tx => newCase(tx))
    for (const version of [1, 2, 3]) {
      const target = { entity: 'cases', id: made.id, expectedVersion: version } as const
      await store.withTenant(actor, tx => change(tx, target, () => ({ title: `Title ${version}` })))
    }
    return { store, actor, caseId: made.id }
  }
  const verify = (actor: Actor) => harness().store.withTenant(actor, tx => verifyChain(tx, actor.tenantId))
  /** Changes rows as a superuser who also turns the triggers off. */
  const tamper = async (text: string) => {
    await harness().superuser(
      `set session_replication_role = replica; ${text}; set session_replication_role = origin`,
    )
  }

  describe('changes', () => {
    test('write who, when, where, what before and after, and why', async () => {
      const { store, actor, caseId } = await tenantWithEvents()
      const target = { entity: 'cases', id: caseId, expectedVersion: 4, reason: 'Typing error' } as const
      const result = await store.withTenant(actor, tx =>
        change(tx, target, row => ({ title: `${row.title}!`, details: JSON.stringify({ a: 1 }) })),
      )
      expect(result).toMatchObject({
        ok: true,
        row: { version: 5, title: 'Title 3!', details: { a: 1 } },
        event: {
          actor_id: actor.actorId,
          zone: 'Europe/Berlin',
          action: 'change',
          entity_version: 5,
          reason: 'Typing error',
          changes: [
            { path: '/details/a', after: 1 },
            { path: '/title', before: 'Title 3', after: 'Title 3!' },
          ],
        },
      })
    })

    test('of an older version are a conflict that tells what the other did; nothing is overwritten', async () => {
      const { store, actor, caseId } = await tenantWithEvents()
      const target = { entity: 'cases', id: caseId, expectedVersion: 2 } as const
      const result = await store.withTenant(actor, tx => change(tx, target, () => ({ title: 'Late' })))
      expect(result).toMatchObject({
        ok: false,
        why: 'conflict',
        current: { version: 4, title: 'Title 3' },
        theirs: [{ path: '/title', before: 'Title 1', after: 'Title 3' }],
      })
      expect(
        await store.withTenant(actor, tx => change(tx, { ...target, id: newId() }, () => ({ title: '' }))),
      ).toEqual({
        ok: false,
        why: 'not-found',
      })
    })

    test('of a finished record need a reason; a change to nothing writes nothing', async () => {
      const { store, actor, caseId } = await tenantWithEvents()
      const edit = (expectedVersion: number, state: 'open' | 'closed', reason?: string) =>
        store.withTenant(actor, tx =>
          change(
            tx,
            { entity: 'cases', id: caseId, expectedVersion, ...(reason === undefined ? {} : { reason }) },
            () => ({ state }),
          ),
        )
      expect(await edit(4, 'open')).toMatchObject({ ok: true, row: { version: 4 } })
      expect(await edit(4, 'closed')).toMatchObject({ ok: true, row: { version: 5 } })
      expect(await edit(5, 'open', ' ')).toMatchObject({ ok: false, why: 'reason-needed' })
      expect(await edit(5, 'open', 'New lot found')).toMatchObject({ ok: true, row: { version: 6 } })
    })

    test('past the door are refused: without event, without version, with a key that moves', async () => {
      const { store, actor, caseId } = await tenantWithEvents()
      const raw = (set: string) =>
        refused(
          store.withTenant(actor, tx =>
            sql`${sql.raw(`update cases set ${set} where id = '${caseId}'`)}`.execute(tx.db),
          ),
        )
      expect(await raw(`title = 'x', version = version + 1`)).toBe(REFUSED.noEvent)
      expect(await raw(`title = 'x'`)).toBe(REFUSED.version)
      expect(await raw(`id = '${newId()}', version = version + 1`)).toBe(REFUSED.version)
      const insert = sql.raw(
        `insert into tasks (tenant_id, id, title) values ('${actor.tenantId}', '${newId()}', 'x')`,
      )
      expect(await refused(store.withTenant(actor, tx => sql`${insert}`.execute(tx.db)))).toBe(
        REFUSED.noEvent,
      )
    })

    test('of a failed transaction leave nothing, even when the error was swallowed', async () => {
      const { store, actor, caseId } = await tenantWithEvents()
      const work = store.withTenant(actor, async tx => {
        await change(tx, { entity: 'cases', id: caseId, expectedVersion: 4 }, () => ({ title: 'Lost' }))
        await sql`select 1 / 0`.execute(tx.db).catch(() => {})
      })
      expect(await refused(work)).toBe('25P02')
      expect(await verify(actor)).toMatchObject({ ok: true, events: 5 })
      expect(await store.withTenant(actor, tx => verifyRecords(tx, actor.tenantId))).toEqual([])
    })

    test('of twenty writers at once: one wins each version, the others are told', async () => {
      const { store, actor, caseId } = await tenantWithEvents()
      const target = { entity: 'cases', id: caseId, expectedVersion: 4 } as const
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          store.withTenant(actor, tx => change(tx, target, () => ({ title: `By ${i}` }))),
        ),
      )
      expect(results.filter(r => r.ok)).toHaveLength(1)
      expect(results.filter(r => !r.ok && r.why === 'conflict')).toHaveLength(19)
      await Promise.all(Array.from({ length: 20 }, () => store.withTenant(actor, tx => newCase(tx))))
      expect(await verify(actor)).toMatchObject({ ok: true, events: 26 })
    })
  })

  describe('the chain', () => {
    test('of a tenant verifies, is sealed, and holds notes', async () => {
      const { store, actor, caseId } = await tenantWithEvents()
      await store.withTenant(actor, tx =>
        note(tx, { entity: 'cases', id: caseId, reason: 'Exported as PDF' }),
      )
      expect(await verify(actor)).toMatchObject({ ok: true, events: 6, seal: 'valid' })
      const unknown = newId()
      expect(await store.withTenant(actor, tx => verifyChain(tx, unknown))).toMatchObject({
        ok: true,
        events: 0,
      })
    })

    test('cannot be changed by the application: no update, delete, truncate, no event out of line', async () => {
      const { store, actor } = await tenantWithEvents()
      const raw = (text: string) =>
        refused(store.withTenant(actor, tx => sql`${sql.raw(text)}`.execute(tx.db)))
      expect(await raw(`update audit_events set reason = 'x'`)).toBe(REFUSED.wall)
      expect(await raw('delete from audit_events')).toBe(REFUSED.wall)
      expect(await raw('truncate audit_events')).toBe(REFUSED.wall)
      const [last] = await harness().superuser(
        `select * from vigie.audit_events where tenant_id = '${actor.tenantId}' order by seq desc limit 1`,
      )
      const insert = (over: object) => {
        const row: Record<string, unknown> = { ...last, ...over, entity_version: 99, entity_id: newId() }
        return raw(
          `insert into audit_events (${Object.keys(row).join(', ')}) values (${Object.values(row).map(literal).join(', ')})`,
        )
      }
      expect(await insert({ seq: 7 })).toBe(REFUSED.chain)
      expect(await insert({ seq: 6, prev_hash: 'x' })).toBe(REFUSED.chain)
      expect(await insert({ seq: 6, prev_hash: last?.['hash'], actor_id: newId() })).toBe(REFUSED.actor)
      expect(await raw(`update audit_heads set seq = seq - 1`)).toBe(REFUSED.chain)
      expect(await raw(`update audit_heads set hash = 'x'`)).toBe(REFUSED.chain)
    })

    test('is kept even from the owner of the tables by triggers', async () => {
      await tenantWithEvents()
      for (const text of [
        'delete from vigie.audit_events',
        'truncate vigie.audit_events',
        `update vigie.audit_events set zone = 'x'`,
      ]) {
        expect(await refused(harness().superuser(text))).toBe(REFUSED.appendOnly)
      }
    })

    test.each([
      [
        'an edited event',
        "update vigie.audit_events set reason = 'never' where tenant_id = $t and seq = 3",
        3,
        'edited',
      ],
      [
        'an edited instant',
        "update vigie.audit_events set at = at - interval '1 day' where tenant_id = $t and seq = 2",
        2,
        'edited',
      ],
      [
        'an edited value',
        `update vigie.audit_events set changes = '[]' where tenant_id = $t and seq = 4`,
        4,
        'edited',
      ],
      ['a deleted event', 'delete from vigie.audit_events where tenant_id = $t and seq = 3', 3, 'missing'],
      [
        'a deleted first event',
        'delete from vigie.audit_events where tenant_id = $t and seq = 1',
        1,
        'missing',
      ],
      [
        'a deleted last event',
        'delete from vigie.audit_events where tenant_id = $t and seq = 5',
        5,
        'truncated',
      ],
      ['a cut tail', 'delete from vigie.audit_events where tenant_id = $t and seq > 2', 3, 'truncated'],
      ['all events gone', 'delete from vigie.audit_events where tenant_id = $t', 1, 'truncated'],
      [
        'events and head gone',
        'delete from vigie.audit_events where tenant_id = $t; delete from vigie.audit_heads where tenant_id = $t',
        1,
        'truncated',
      ],
      ['the head gone', 'delete from vigie.audit_heads where tenant_id = $t', 5, 'head-missing'],
      [
        'two events exchanged',
        'update vigie.audit_events set seq = seq + 100 where tenant_id = $t and seq in (2, 3); update vigie.audit_events set seq = 105 - seq where tenant_id = $t and seq > 100',
        2,
        'edited',
      ],
      [
        'a tail cut together with its head',
        `delete from vigie.audit_events where tenant_id = $t and seq > 3; update vigie.audit_heads h set seq = 3, hash = e.hash
         from vigie.audit_events e where h.tenant_id = $t and e.tenant_id = $t and e.seq = 3`,
        3,
        'head-edited',
      ],
      ['a head set back', 'update vigie.audit_heads set seq = 4 where tenant_id = $t', 5, 'added'],
    ])('names %s', async (_name, text, seq, why) => {
      const { actor } = await tenantWithEvents()
      await tamper(text.replaceAll('$t', `'${actor.tenantId}'`))
      expect(await verify(actor)).toMatchObject({ ok: false, seq, why })
    })

    test('names an event that was replaced with a hash that fits', async () => {
      const { store, actor } = await tenantWithEvents()
      const { eventHash } = await import('../audit/event.js')
      const event = await store.withTenant(actor, tx =>
        tx.db
          .selectFrom('audit_events')
          .selectAll()
          .where('tenant_id', '=', actor.tenantId)
          .where('seq', '=', 3)
          .executeTakeFirstOrThrow(),
      )
      const hash = eventHash({ ...event, reason: 'never' })
      await tamper(
        `update vigie.audit_events set reason = 'never', hash = '${hash}' where tenant_id = '${actor.tenantId}' and seq = 3`,
      )
      expect(await verify(actor)).toMatchObject({ ok: false, seq: 3, why: 'rewritten' })
    })

    test('says where the clock of the server went back', async () => {
      const { store, actor } = await tenantWithEvents()
      const { eventHash } = await import('../audit/event.js')
      const last = await store.withTenant(actor, tx =>
        tx.db
          .selectFrom('audit_events')
          .selectAll()
          .where('tenant_id', '=', actor.tenantId)
          .where('seq', '=', 5)
          .executeTakeFirstOrThrow(),
      )
      // As a server would have written it whose clock was set back by a day.
      const at = new Date(Date.parse(last.at) - 86_400_000).toISOString()
      const hash = eventHash({ ...last, at })
      const seal = SEALER.seal(headText(actor.tenantId, 5, hash))
      await tamper(`update vigie.audit_events set at = '${at}', hash = '${hash}' where tenant_id = '${actor.tenantId}' and seq = 5;
        update vigie.audit_heads set hash = '${hash}', seal = '${seal}' where tenant_id = '${actor.tenantId}'`)
      expect(await verify(actor)).toMatchObject({ ok: true, seal: 'valid', clockWentBack: [5] })
    })

    test('must contain what was noted outside', async () => {
      const { store, actor } = await tenantWithEvents()
      const result = await verify(actor)
      const head = result.ok ? result.head : { seq: 0, hash: '' }
      const check = (anchor: { seq: number; hash: string }) =>
        store.withTenant(actor, tx => verifyChain(tx, actor.tenantId, [anchor]))
      expect(await check(head)).toMatchObject({ ok: true })
      expect(await check({ ...head, hash: 'other' })).toMatchObject({
        ok: false,
        seq: 5,
        why: 'anchor-differs',
      })
      expect(await check({ seq: 9, hash: 'later' })).toMatchObject({ ok: false, seq: 6, why: 'truncated' })
    })

    test('finds records changed, added or removed past the trail', async () => {
      const { store, actor, caseId } = await tenantWithEvents()
      const gone = await store.withTenant(actor, tx => create(tx, { entity: 'tasks' }, { title: 'T' }))
      const added = newId()
      await tamper(`update vigie.cases set title = 'x' where id = '${caseId}'; delete from vigie.tasks where id = '${gone.row.id}';
        insert into vigie.tasks (tenant_id, id, title) values ('${actor.tenantId}', '${added}', 'y')`)
      expect(await store.withTenant(actor, tx => verifyRecords(tx, actor.tenantId))).toEqual([
        { entity: 'cases', id: caseId, why: 'changed-outside' },
        { entity: 'tasks', id: added, why: 'without-event' },
        { entity: 'tasks', id: gone.row.id, why: 'missing' },
      ])
    })
  })
}
