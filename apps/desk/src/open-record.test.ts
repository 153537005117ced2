import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create, INSTALLATION, newId, openPglite, type Store, verifyChain } from '@vigie/record'
import { expect, it } from 'vitest'
import { openRecord } from './open-record.js'
import { prepareStore } from './prepare-store.js'
import { SYSTEM } from './sign-in/system.js'
import { afterUs } from './testing/after-us.js'
import { buildRecord } from './testing/built.js'

buildRecord()
const random = (n: number) => randomBytes(n)

function place() {
  const base = mkdtempSync(join(tmpdir(), 'vigie-key-'))
  afterUs(base)
  return { folder: join(base, 'data'), keyFile: join(base, 'data.key') }
}

async function makeTenant(store: Store): Promise<string> {
  const tenantId = newId()
  await store.withInstallation({ ...SYSTEM, tenantId }, tx =>
    create(tx, { entity: 'tenants', id: tenantId }, { name: 'Nordlicht', kind: 'manufacturer' }),
  )
  return tenantId
}

const verified = (store: Store, tenantId: string) =>
  store.withTenant({ ...SYSTEM, tenantId }, tx => verifyChain(tx, tenantId))

it('makes a key only its user may read, seals with it, and does not start without it or with another', async () => {
  const at = place()
  const store = await openRecord(at, random)
  await prepareStore(store)
  expect([statSync(at.keyFile).mode & 0o777, existsSync(join(at.folder, 'data.key'))]).toEqual([0o600, false])
  const tenantId = await makeTenant(store)
  expect(await verified(store, tenantId)).toMatchObject({ ok: true, seal: 'valid' })
  await store.close()

  const kept = `${at.keyFile}.kept`
  renameSync(at.keyFile, kept)
  await expect(openRecord(at, random)).rejects.toThrow(
    /no key file .*data\.key, but the audit trails are sealed/,
  )
  expect(existsSync(at.keyFile)).toBe(false)
  writeFileSync(at.keyFile, `vigie-key-1 ${'0'.repeat(64)}\n`)
  await expect(openRecord(at, random)).rejects.toThrow(/is another one/)
  writeFileSync(at.keyFile, readFileSync(kept, 'utf8').slice(0, 40))
  await expect(openRecord(at, random)).rejects.toThrow(/is damaged/)

  renameSync(kept, at.keyFile)
  const again = await openRecord(at, random)
  expect(await verified(again, tenantId)).toMatchObject({ ok: true, seal: 'valid' })
  await again.close()
}, 60_000)

it('seals the trails of a record that had no key, and says so in them', async () => {
  const at = place()
  const before = await openPglite(at.folder)
  await prepareStore(before)
  const tenantId = await makeTenant(before)
  await before.close()

  const store = await openRecord(at, random)
  for (const tenant of [tenantId, INSTALLATION]) {
    expect(await verified(store, tenant)).toMatchObject({ ok: true, seal: 'valid', events: 2 })
  }
  await store.close()
}, 60_000)
