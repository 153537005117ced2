import { describe, expect, test } from 'vitest'
import { REFUSED, sqlState } from '../errors.js'
import { change, create } from '../events.js'
import {
  type Meaning,
  type Proof,
  payloadDigest,
  prepareSignature,
  sign,
  signaturesOf,
} from '../signatures.js'
import type { Actor } from '../store.js'
import { colleague, type Harness, newCase, newTenant } from './harness.js'

const PROOF: Proof = { method: 'passkey', details: { credential: 'test' } }

export function signing(harness: () => Harness): void {
  async function caseOf() {
    const { store } = harness()
    const author = await newTenant(store)
    const made = await store.withTenant(author, tx => newCase(tx))
    const request = (meaning: Meaning, version = 1) =>
      ({ entity: 'cases', id: made.id, version, meaning, printedName: 'Dr A. Person' }) as const
    const prepare = async (who: Actor, meaning: Meaning, version?: number) => {
      const payload = await store.withTenant(who, tx => prepareSignature(tx, request(meaning, version)))
      if (payload === undefined) throw new Error('nothing to sign')
      return payload
    }
    const signAs = async (who: Actor, meaning: Meaning, override?: { reason: string }) => {
      const payload = await prepare(who, meaning)
      return store.withTenant(who, tx => sign(tx, payload, PROOF, override))
    }
    const seals = async () =>
      (await store.withTenant(author, tx => signaturesOf(tx, 'cases', made.id))).map(s => s.seal.state)
    const edit = () =>
      store.withTenant(author, tx =>
        change(tx, { entity: 'cases', id: made.id, expectedVersion: 1 }, () => ({ title: 'New' })),
      )
    return { store, author, id: made.id, request, prepare, signAs, seals, edit }
  }

  describe('signatures', () => {
    test('carry name, meaning, instant, zone and the digest of the content', async () => {
      const c = await caseOf()
      const reviewer = colleague(c.author)
      const payload = await c.prepare(reviewer, 'approval')
      expect(payloadDigest(payload)).toMatch(/^[0-9a-f]{64}$/)
      const result = await c.store.withTenant(reviewer, tx => sign(tx, payload, PROOF))
      expect(result).toMatchObject({
        ok: true,
        signature: {
          printed_name: 'Dr A. Person',
          meaning: 'approval',
          signed_at: payload.at,
          signed_zone: 'Europe/Berlin',
          payload_hash: payloadDigest(payload),
          override_reason: null,
        },
      })
      expect(await c.seals()).toEqual(['intact'])
    })

    test('stay on their version: a later change breaks the seal and says what changed', async () => {
      const c = await caseOf()
      await c.signAs(c.author, 'author')
      await c.edit()
      const [first] = await c.store.withTenant(c.author, tx => signaturesOf(tx, 'cases', c.id))
      expect(first?.seal).toEqual({
        state: 'changed-since',
        signedVersion: 1,
        currentVersion: 2,
        changes: [{ path: '/title', before: 'Smoke from a pump', after: 'New' }],
      })
    })

    test('cover attached files', async () => {
      const c = await caseOf()
      await c.signAs(c.author, 'author')
      await new Promise(resolve => setTimeout(resolve, 3))
      await c.store.withTenant(c.author, tx =>
        create(
          tx,
          { entity: 'files' },
          {
            sha256: 'a'.repeat(64),
            size: 1,
            media_type: 'text/plain',
            name: 'late.txt',
            entity: 'cases',
            entity_id: c.id,
          },
        ),
      )
      expect(await c.seals()).toEqual(['changed-since'])
    })

    test('are not given to what changed since it was shown, nor too late, nor by another hand', async () => {
      const c = await caseOf()
      const payload = await c.prepare(c.author, 'author')
      const late = { ...payload, at: new Date(Date.now() - 3_600_000).toISOString() }
      const signAs = (who: Actor, p: typeof payload) => c.store.withTenant(who, tx => sign(tx, p, PROOF))
      expect(await signAs(c.author, late)).toEqual({ ok: false, why: 'too-late' })
      expect(await signAs(colleague(c.author), payload)).toEqual({ ok: false, why: 'not-the-signer' })
      await c.edit()
      expect(await signAs(c.author, payload)).toEqual({ ok: false, why: 'changed-since' })
      expect(
        await c.store.withTenant(c.author, tx => prepareSignature(tx, c.request('author', 1))),
      ).toBeUndefined()
    })

    test('cannot be used twice', async () => {
      const c = await caseOf()
      const payload = await c.prepare(c.author, 'author')
      const once = () => c.store.withTenant(c.author, tx => sign(tx, payload, PROOF))
      expect(await once()).toMatchObject({ ok: true })
      expect(await once().catch(sqlState)).toBe('23505')
    })

    test('author is not approver; an emergency override is kept and shown', async () => {
      const c = await caseOf()
      expect(await c.signAs(c.author, 'approval')).toEqual({ ok: false, why: 'author-is-approver' })
      expect(await c.signAs(c.author, 'approval', { reason: ' ' })).toEqual({
        ok: false,
        why: 'author-is-approver',
      })
      const result = await c.signAs(c.author, 'approval', {
        reason: 'Nobody else reachable before the ceiling',
      })
      expect(result).toMatchObject({
        ok: true,
        signature: { override_reason: 'Nobody else reachable before the ceiling' },
      })
      const event = await c.store.withTenant(c.author, tx =>
        tx.db
          .selectFrom('audit_events')
          .select('reason')
          .where('tenant_id', '=', c.author.tenantId)
          .where('entity', '=', 'signatures')
          .executeTakeFirstOrThrow(),
      )
      expect(event.reason).toMatch(/^Emergency override: /)
    })

    test('that were altered, or whose record was altered past the trail, are damaged', async () => {
      const c = await caseOf()
      await c.signAs(c.author, 'author')
      const off = (text: string) =>
        harness().superuser(
          `set session_replication_role = replica; ${text}; set session_replication_role = origin`,
        )
      await off(`update vigie.cases set title = 'x' where id = '${c.id}'`)
      expect(await c.seals()).toEqual(['damaged'])
      await off(`update vigie.cases set title = 'Smoke from a pump' where id = '${c.id}'`)
      expect(await c.seals()).toEqual(['intact'])
      await off(`update vigie.signatures set printed_name = 'B. Other' where entity_id = '${c.id}'`)
      expect(await c.seals()).toEqual(['damaged'])
    })

    test('find what was written past the trail also where the record changed since by the trail', async () => {
      const c = await caseOf()
      await c.signAs(c.author, 'author')
      await c.edit()
      expect(await c.seals()).toEqual(['changed-since'])
      const off = (text: string) =>
        harness().superuser(
          `set session_replication_role = replica; ${text}; set session_replication_role = origin`,
        )
      await off(`update vigie.cases set reference = 'X-1' where id = '${c.id}'`)
      expect(await c.seals()).toEqual(['damaged'])
    })

    test('a step from state to state makes nobody an author', async () => {
      const c = await caseOf()
      const reviewer = colleague(c.author)
      await c.store.withTenant(reviewer, tx =>
        change(tx, { entity: 'cases', id: c.id, expectedVersion: 1 }, () => ({
          state: 'assessed' as const,
        })),
      )
      const payload = await c.prepare(reviewer, 'approval', 2)
      expect(await c.store.withTenant(reviewer, tx => sign(tx, payload, PROOF))).toMatchObject({ ok: true })
    })

    test('in the name of another person are refused by the database', async () => {
      const c = await caseOf()
      const values = {
        entity: 'cases',
        entity_id: c.id,
        entity_version: 1,
        content_hash: 'c',
        payload_hash: 'p',
        meaning: 'approval',
        signer_tenant_id: c.author.tenantId,
        signer_id: colleague(c.author).actorId,
        printed_name: 'B. Other',
        signed_at: new Date().toISOString(),
        signed_zone: 'UTC',
        nonce: crypto.randomUUID(),
        method: 'password',
        proof: JSON.stringify({}),
      } as const
      expect(
        await c.store
          .withTenant(c.author, tx => create(tx, { entity: 'signatures' }, values))
          .catch(sqlState),
      ).toBe(REFUSED.wall)
    })
  })
}
