import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newTenant } from '../contract/harness.js'
import { RecordError } from '../errors.js'
import type { Actor } from '../store.js'
import { build } from '../testing/built.js'
import { expectKept, writeUntil } from '../testing/killed.js'
import { startEngine } from './client.js'
import { openPglite } from './open.js'

describe('PGlite in a process that is killed while it writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-killed-'))
  const place = join(folder, 'data')
  let actor: Actor
  beforeAll(async () => {
    build()
    const store = await openPglite(place)
    await store.migrate()
    actor = await newTenant(store)
    await store.close()
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('keeps every write that was answered, round after round', async () => {
    const answered: string[] = []
    for (const round of [1, 2, 3, 4]) {
      const answers = 5 + Math.floor(Math.random() * 60)
      answered.push(...(await writeUntil('pglite', place, actor, answers, writer => writer.kill('SIGKILL'))))
      const store = await openPglite(place)
      await expectKept(store, actor, answered)
      await store.close()
      expect(answered.length).toBeGreaterThan(round)
    }
  }, 120_000)

  test('frees its folder when it was opened and never used', async () => {
    await (await openPglite(place)).close()
    await (await openPglite(place)).close()
  }, 60_000)

  test('answers with a sentence once the engine has stopped', async () => {
    const engine = await startEngine({ folder: place })
    const waiting = engine.query('select pg_sleep(60)', []).catch((error: unknown) => error)
    engine.kill(new RecordError('lock-lost', 'Somebody took the folder.'))
    expect(await waiting).toMatchObject({ code: 'lock-lost' })
    await expect(engine.query('select 1', [])).rejects.toMatchObject({ code: 'lock-lost' })
    await engine.close()
  }, 60_000)

  test('a second process is refused with a sentence while the first one writes', async () => {
    let refused: unknown
    await writeUntil('pglite', place, actor, 3, async writer => {
      refused = await openPglite(place).catch((error: unknown) => error)
      writer.kill('SIGKILL')
    })
    expect(refused).toMatchObject({
      code: 'locked',
      message: expect.stringMatching(/^The data folder is in use by process \d+ on /),
    })
  }, 60_000)
})
