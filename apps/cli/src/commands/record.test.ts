import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson, sha256Hex } from '@vigie/kernel'
import { change, create, ENTITIES, folderFiles, INSTALLATION, newId, openPglite } from '@vigie/record'
import { strFromU8, unzipSync } from 'fflate'
import { sql as text } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vigie } from '../testing.js'

const root = mkdtempSync(join(tmpdir(), 'vigie-cli-record-'))
const whole = join(root, 'whole')
const tenantId = newId()
const actor = { tenantId, actorId: newId(), zone: 'Europe/Berlin' }
let fileHash = ''
let copies = 0

async function* once(bytes: Uint8Array) {
  yield bytes
}

beforeAll(async () => {
  const store = await openPglite(whole)
  await store.migrate()
  await store.withInstallation(actor, tx =>
    create(tx, { entity: 'tenants', id: tenantId }, { name: 'Nordlicht', kind: 'manufacturer' }),
  )
  const { sha256, size } = await folderFiles(join(whole, 'files')).put(
    tenantId,
    once(Buffer.from('a letter')),
    100,
  )
  fileHash = sha256
  await store.withTenant(actor, async tx => {
    for (const reference of ['C-1', 'C-2', 'C-3']) {
      const { row } = await create(tx, { entity: 'cases' }, { reference, title: 'Smoke' })
      const target = { entity: 'cases', id: row.id, expectedVersion: 1 } as const
      await change(tx, target, () => ({ title: 'Smoke from a pump' }))
    }
    await create(tx, { entity: 'files' }, { sha256, size, media_type: 'text/plain', name: 'letter.txt' })
  })
  await store.close()
}, 60_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A copy of the desk's folder, changed by somebody who owns the database. */
async function tampered(sql: string): Promise<string> {
  const folder = join(root, `copy-${++copies}`)
  cpSync(whole, folder, { recursive: true })
  if (sql === '') return folder
  const store = await openPglite(folder)
  const system = { tenantId: INSTALLATION, actorId: INSTALLATION, zone: 'UTC' }
  await store.withInstallation(system, async ({ db }) => {
    await text.raw(`reset role; set local session_replication_role = replica; ${sql}`).execute(db)
  })
  await store.close()
  return folder
}

describe('vigie audit verify', () => {
  it('says that everything is as the trail says', async () => {
    const ran = await vigie(['audit', 'verify', '--data', whole])
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(ran.stdout).toContain('chain   whole, 8 events')
    expect(ran.stdout).toContain('Everything is as the trail says: 1 tenants, 8 events.')
    const { stdout } = await vigie(['audit', 'verify', '--data', whole, '--json'])
    expect(JSON.parse(stdout)).toMatchObject([
      { tenantId, ok: true, chain: { events: 8 }, records: [], files: [] },
    ])
  })

  it.each([
    [
      'an event that was changed',
      `update audit_events set reason = 'x' where seq = 3`,
      'Event 3 was changed',
    ],
    ['an event that was deleted', 'delete from audit_events where seq = 5', 'Event 5 is missing'],
    [
      'a tail that was cut off',
      'delete from audit_events where seq > 6',
      'Event 7 and all that followed are missing',
    ],
    ['a chain that was emptied', 'delete from audit_events', 'Event 1 and all that followed are missing'],
    [
      'a record that was changed past the trail',
      `update cases set title = 'Nothing happened' where reference = 'C-2'`,
      'was changed past the trail',
    ],
    [
      'a record that was taken away',
      `delete from cases where reference = 'C-3'`,
      'is gone, though an event made it',
    ],
    [
      'a record that was slipped in',
      `insert into cases (tenant_id, id, reference, title) values ('${tenantId}', '${newId()}', 'C-9', 'x')`,
      'is there without an event',
    ],
  ])('finds %s', async (_what, sql, sentence) => {
    const folder = await tampered(sql)
    const ran = await vigie(['audit', 'verify', '--data', folder])
    expect([ran.code, ran.stderr]).toEqual([1, ''])
    expect(ran.stdout.replaceAll(/\s+/g, ' ')).toContain(sentence)
    expect(ran.stdout).toContain('1 of 1 tenants are NOT as the trail says.')
  })

  it('finds a file whose bytes were edited, and one whose bytes are gone', async () => {
    const folder = await tampered('')
    const path = join(folder, 'files', tenantId, fileHash.slice(0, 2), fileHash)
    writeFileSync(path, 'another letter')
    const edited = await vigie(['audit', 'verify', '--data', folder])
    expect([edited.code, edited.stdout]).toEqual([1, expect.stringContaining('its bytes were changed')])
    rmSync(path)
    const gone = await vigie(['audit', 'verify', '--data', folder])
    expect([gone.code, gone.stdout]).toEqual([1, expect.stringContaining('its bytes are missing')])
  })

  it('says what to do where there is no record, and where a desk has it open', async () => {
    const none = await vigie(['audit', 'verify', '--data', join(root, 'none')])
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('There is no record in')])
    const store = await openPglite(whole)
    const busy = await vigie(['audit', 'verify', '--data', whole])
    await store.close()
    expect(busy.code).toBe(2)
    expect(busy.stderr).toMatch(/in use by process \d+[\s\S]*VIGIE_TOKEN/)
  })
})

describe('vigie backup and vigie restore', () => {
  it('carry a desk into a new folder', async () => {
    const file = join(root, 'one.backup')
    const made = await vigie(['backup', file, '--data', whole])
    expect([made.code, made.stderr]).toEqual([0, ''])
    expect(made.stdout).toMatch(/holds 1 tenants and 1 files as of .*read back and is whole/)
    const again = await vigie(['backup', file, '--data', whole])
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('--force')])

    const folder = join(root, 'restored')
    const done = await vigie(['restore', file, '--data', folder, '--json'])
    expect(done.stderr).toBe('')
    expect(JSON.parse(done.stdout)).toMatchObject({
      into: folder,
      tenants: 1,
      events: 8,
      files: 1,
      missing: [],
    })
    expect((await vigie(['audit', 'verify', '--data', folder])).code).toBe(0)
    const twice = await vigie(['restore', file, '--data', folder])
    expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('There is a record here already')])
  })

  it('with a passphrase; without it, or with damage, nothing is restored', async () => {
    const file = join(root, 'sealed.backup')
    const env = { VIGIE_BACKUP_PASSPHRASE: 'lantern river copper' }
    expect((await vigie(['backup', file, '--data', whole], { env })).code).toBe(0)
    expect(readFileSync(file, 'latin1')).not.toContain('Nordlicht')
    const into = join(root, 'from-sealed')
    const without = await vigie(['restore', file, '--data', into])
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('sealed with a passphrase')])
    const cut = join(root, 'cut.backup')
    writeFileSync(cut, readFileSync(file).subarray(0, -10))
    expect((await vigie(['restore', cut, '--data', into], { env })).code).toBe(2)
    expect((await vigie(['restore', file, '--data', into], { env })).code).toBe(0)
  })

  it('leave nothing beside a backup that cannot be written', async () => {
    const folder = mkdtempSync(join(root, 'out-'))
    const ran = await vigie(['backup', join(folder, 'missing', 'x.backup'), '--data', whole])
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('cannot be written')])
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('vigie export', () => {
  const jsonIn = (folder: string, file: string): unknown[] =>
    JSON.parse(readFileSync(join(folder, file), 'utf8'))

  it('writes every record of the tenant, its files under their names, and a trail that verifies by itself', async () => {
    const folder = join(root, 'export')
    const ran = await vigie(['export', folder, '--tenant', tenantId, '--data', whole, '--json'])
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    const { counts } = JSON.parse(ran.stdout)
    const store = await openPglite(whole)
    const there = await store.snapshot(async ({ db }) => {
      const numbers: Record<string, number> = {}
      for (const noun of [...ENTITIES, 'audit_events'] as const) {
        const rows = await db.selectFrom(noun).selectAll().where('tenant_id', '=', tenantId).execute()
        numbers[noun] = rows.length
        const file = noun === 'audit_events' ? 'audit/events.json' : `${noun}.json`
        const byKey = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b))
        expect(
          jsonIn(folder, file)
            .map(row => Object(row))
            .sort(byKey),
        ).toEqual([...rows].sort(byKey))
      }
      return numbers
    })
    await store.close()
    expect(counts).toEqual(there)
    expect(readFileSync(join(folder, 'files', 'other', 'letter.txt'), 'utf8')).toBe('a letter')
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('letter.txt')
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('| cases.json | 3 |')

    let before = ''
    for (const event of jsonIn(folder, 'audit/events.json')) {
      const { hash, ...content } = Object(event)
      expect(content.prev_hash).toBe(before)
      expect(sha256Hex(canonicalJson(content))).toBe(hash)
      before = hash
    }
  })

  it('into a zip file has the same', async () => {
    const zip = join(root, 'export.zip')
    expect((await vigie(['export', zip, '--tenant', tenantId, '--data', whole])).code).toBe(0)
    const unpacked = unzipSync(readFileSync(zip))
    expect(Object.keys(unpacked)).toContain('audit/events.json')
    expect(strFromU8(unpacked['files/other/letter.txt'] ?? new Uint8Array())).toBe('a letter')
    const again = await vigie(['export', zip, '--tenant', tenantId, '--data', whole])
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('is there already')])
  })

  it('says that there is no such tenant, and leaves nothing', async () => {
    const folder = join(root, 'export-none')
    const ran = await vigie(['export', folder, '--tenant', newId(), '--data', whole])
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('There is no tenant')])
    expect(readdirSync(root).filter(name => name.includes('part') || name === 'export-none')).toEqual([])
  })
})
