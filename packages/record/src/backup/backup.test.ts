import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyChain } from '../audit/verify.js'
import { verifyRecords } from '../audit/verify-records.js'
import { newCase, newTenant } from '../contract/harness.js'
import { fillTenant } from '../contract/world.js'
import { ENTITIES } from '../entities.js'
import { change, create, readRow } from '../events.js'
import { folderFiles } from '../files/folder.js'
import type { FileStore } from '../files/store.js'
import { openPglite } from '../pglite/open.js'
import { openPostgres } from '../postgres/open.js'
import type { Actor, Store } from '../store.js'
import { build } from '../testing/built.js'
import { type Cluster, hasPostgres, makeCluster } from '../testing/cluster.js'
import { backup } from './backup.js'
import { checkBackup } from './read.js'
import { restore } from './restore.js'

interface Place {
  readonly store: Store
  readonly files: FileStore
}

const root = mkdtempSync(join(tmpdir(), 'vigie-backup-test-'))
const scratch = mkdtempSync(join(root, 'scratch-'))
let cluster: Cluster | undefined
const opened: Store[] = []
let count = 0

beforeAll(async () => {
  build()
  if (hasPostgres()) cluster = await makeCluster()
}, 60_000)
afterAll(async () => {
  await Promise.all(opened.map(s => s.close()))
  cluster?.remove()
  rmSync(root, { recursive: true, force: true })
})

/** An empty, migrated record of an engine with its own files. */
async function place(engine: 'PGlite' | 'PostgreSQL'): Promise<Place> {
  const name = `place_${++count}`
  if (engine === 'PostgreSQL') await cluster?.createDatabase(name)
  const store =
    engine === 'PGlite' ? await openPglite(join(root, name)) : await openPostgres(cluster?.url(name) ?? '')
  opened.push(store)
  await store.migrate()
  return { store, files: folderFiles(join(root, `${name}-files`)) }
}

async function* once(bytes: Uint8Array, size = 5000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function all(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

const opener = (bytes: Uint8Array) => () => once(bytes)

/** A tenant with a row in every table and a file, one of its texts hard to keep. */
async function fill({ store, files }: Place): Promise<Actor> {
  const actor = await newTenant(store)
  await fillTenant(store, actor)
  const bytes = Buffer.from('a letter '.repeat(20_000))
  const { sha256, size } = await files.put(actor.tenantId, once(bytes), 1e6)
  await store.withTenant(actor, async tx => {
    await newCase(tx, 'Ελληνικά "quoted" \\ back\nline\tΩ 🫀 \u2028 end')
    const file = { sha256, size, media_type: 'text/plain', name: 'letter.txt' }
    await create(tx, { entity: 'files' }, file)
  })
  return actor
}

/** All rows of a tenant, as the tenant reads them. */
function rowsOf(store: Store, actor: Actor) {
  return store.withTenant(actor, async tx => {
    const rows: Record<string, unknown> = {}
    for (const entity of [...ENTITIES, 'audit_events', 'audit_heads'] as const) {
      rows[entity] = await tx.db
        .selectFrom(entity)
        .selectAll()
        .where('tenant_id', '=', actor.tenantId)
        .orderBy(entity === 'audit_events' ? 'seq' : entity === 'audit_heads' ? 'tenant_id' : 'id')
        .execute()
    }
    return rows
  })
}

async function expectWhole(store: Store, actor: Actor): Promise<void> {
  await store.withTenant(actor, async tx => {
    expect(await verifyChain(tx, actor.tenantId)).toMatchObject({ ok: true })
    expect(await verifyRecords(tx, actor.tenantId)).toEqual([])
  })
}

const WAYS = hasPostgres()
  ? ([
      ['PGlite', 'PGlite'],
      ['PGlite', 'PostgreSQL'],
      ['PostgreSQL', 'PGlite'],
      ['PostgreSQL', 'PostgreSQL'],
    ] as const)
  : ([['PGlite', 'PGlite']] as const)

describe('a backup', () => {
  test.each(WAYS)('of %s is restored on %s to the letter, and work goes on there', async (from, to) => {
    const [a, b] = [await place(from), await place(to)]
    const [one, two] = [await fill(a), await fill(a)]
    const archive = await all(backup(a.store, a.files, { scratch }))
    expect(readdirSync(scratch)).toEqual([])
    const done = await restore(b.store, b.files, opener(archive))
    expect(done).toMatchObject({ tenants: 2, files: 2 })
    for (const actor of [one, two]) {
      expect(await rowsOf(b.store, actor)).toEqual(await rowsOf(a.store, actor))
      await expectWhole(b.store, actor)
    }
    const bytes = await all((await b.files.get(one.tenantId, fileHash)) ?? once(Buffer.alloc(0)))
    expect(bytes.toString()).toBe('a letter '.repeat(20_000))

    // The walls and the one door stand as before.
    const row = await b.store.withTenant(one, tx => newCase(tx))
    expect(await b.store.withTenant(two, tx => readRow(tx, 'cases', one.tenantId, row.id))).toBeUndefined()
    await expect(
      b.store.withTenant(one, tx =>
        tx.db.updateTable('cases').set({ title: 'x', version: 2 }).where('id', '=', row.id).execute(),
      ),
    ).rejects.toMatchObject({ code: 'VG001' })
    const again = await all(backup(b.store, b.files))
    expect((await checkBackup(opener(again))).heads).toHaveLength(2)
  })

  test.each(['PGlite', 'PostgreSQL'] as const)('of %s is of one moment while others write', async engine => {
    if (engine === 'PostgreSQL' && cluster === undefined) return
    const [a, b] = [await place(engine), await place('PGlite')]
    const actors = await Promise.all([fill(a), fill(a), fill(a)])
    const stop = new AbortController()
    let written = 0
    const writers = actors.map(async actor => {
      while (!stop.signal.aborted) {
        const made = await a.store.withTenant(actor, tx => newCase(tx))
        await a.store.withTenant(actor, tx =>
          change(tx, { entity: 'cases', id: made.id, expectedVersion: 1 }, () => ({ title: 'changed' })),
        )
        written++
      }
    })
    const archives: Buffer[] = []
    for (let i = 0; i < 3; i++) archives.push(await all(backup(a.store, a.files)))
    stop.abort()
    await Promise.all(writers)
    expect(written).toBeGreaterThan(3)
    const last = archives.at(-1) ?? Buffer.alloc(0)
    await restore(b.store, b.files, opener(last))
    for (const actor of actors) await expectWhole(b.store, actor)
  })

  test('that is cut off or changed anywhere restores nothing', async () => {
    const [a, b] = [await place('PGlite'), await place('PGlite')]
    await fill(a)
    const open = await all(backup(a.store, a.files))
    const sealed = await all(backup(a.store, a.files, { passphrase: 'lantern river' }))
    for (const [archive, passphrase] of [[open], [sealed, 'lantern river']] as const) {
      const damaged = [
        archive.subarray(0, 0),
        archive.subarray(0, 100),
        archive.subarray(0, archive.length - 1),
        ...[0.1, 0.5, 0.9].map(part => archive.subarray(0, Math.floor(archive.length * part))),
        ...[0.05, 0.3, 0.6, 0.99].map(part => flipped(archive, Math.floor(archive.length * part))),
      ]
      for (const bytes of damaged) {
        await expect(restore(b.store, b.files, opener(bytes), passphrase)).rejects.toMatchObject({
          code: 'backup-damaged',
        })
      }
    }
    await expect(restore(b.store, b.files, opener(sealed))).rejects.toThrow(/passphrase/)
    await expect(restore(b.store, b.files, opener(sealed), 'other')).rejects.toThrow(/passphrase/)
    const { rows } = await b.store.snapshot(async tx => ({
      rows: await tx.db.selectFrom('tenants').selectAll().execute(),
    }))
    expect(rows).toEqual([])
    expect(await restore(b.store, b.files, opener(sealed), 'lantern river')).toMatchObject({ tenants: 1 })
    await expect(restore(b.store, b.files, opener(open))).rejects.toMatchObject({ code: 'record-not-empty' })
  })

  test('names a file that is gone, and keeps the rest', async () => {
    const [a, b] = [await place('PGlite'), await place('PGlite')]
    const actor = await fill(a)
    const gone: FileStore = { ...a.files, get: async () => undefined }
    const archive = await all(backup(a.store, gone))
    const { manifest } = await restore(b.store, b.files, opener(archive))
    expect(manifest.missing).toContainEqual({ tenantId: actor.tenantId, sha256: fileHash })
    await expectWhole(b.store, actor)
  })

  test.skipIf(!hasPostgres())('of a record that was tampered with is not restored', async () => {
    const [a, b] = [await place('PostgreSQL'), await place('PGlite')]
    const actor = await fill(a)
    const owner = new pg.Client(cluster?.superUrl(`place_${count - 1}`))
    await owner.connect()
    await owner.query(
      `set session_replication_role = replica; update vigie.cases set title = 'other' where tenant_id = '${actor.tenantId}'`,
    )
    await owner.end()
    const archive = await all(backup(a.store, a.files))
    await expect(restore(b.store, b.files, opener(archive))).rejects.toMatchObject({
      code: 'record-damaged',
      message: expect.stringMatching(/changed-outside/),
    })
    expect(existsSync(scratch)).toBe(true)
  })
})

const fileHash = createHash('sha256').update('a letter '.repeat(20_000)).digest('hex')

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0x40
  return copy
}
