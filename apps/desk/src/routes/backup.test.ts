import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkBackup, create, folderFiles, INSTALLATION, newId, openPglite, restore } from '@vigie/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../testing/desk.js'
import { pumpCase } from '../testing/examples.js'
import { FRESH, type OpenedStore } from '../testing/open-stores.js'
import { newTenant, type Someone, tokenOf } from '../testing/people.js'

describe.each(FRESH)('a backup through the running desk on %s', (_name, open) => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-backup-route-'))
  let opened: OpenedStore
  let desk: TestDesk
  let someone: Someone
  beforeAll(async () => {
    opened = await open()
    desk = await testDesk(opened.store)
    someone = await newTenant(opened.store)
    const system = { tenantId: INSTALLATION, actorId: INSTALLATION, zone: 'UTC' }
    const chief = {
      person_tenant_id: someone.tenantId,
      person_id: someone.id,
      role: 'administrator',
    } as const
    await opened.store.withInstallation(system, tx =>
      create(tx, { entity: 'memberships', id: newId() }, chief),
    )
  }, 60_000)
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const send = async (token: string, body: object) => {
    const response = await desk.app.request('http://localhost:7373/backup', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
  }

  it('is given to whoever administers the installation, and to nobody else', async () => {
    const token = await tokenOf(desk, someone)
    await desk.send('POST', '/cases', { token, body: { title: 'Smoke', file: pumpCase('B-1') } })
    const other = await tokenOf(desk, await newTenant(opened.store))
    expect((await send(other, {})).status).toBe(403)
    expect((await send(token, { passphrase: 'short' })).status).toBe(422)

    const passphrase = 'lantern river copper'
    const { status, bytes } = await send(token, { passphrase })
    expect(status).toBe(200)
    async function* once() {
      yield bytes
    }
    expect((await checkBackup(once, passphrase)).heads.length).toBeGreaterThan(1)
    const copy = await openPglite(join(folder, 'copy'))
    await copy.migrate()
    const done = await restore(copy, folderFiles(join(folder, 'files')), once, passphrase)
    expect(done.tenants).toBeGreaterThan(1)
    const cases = await copy.snapshot(tx => tx.db.selectFrom('cases').select('reference').execute())
    expect(cases).toEqual([{ reference: 'B-1' }])
    await copy.close()
  }, 60_000)
})
