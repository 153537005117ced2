import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newTenant } from '../contract/harness.js'
import type { Actor, Store } from '../store.js'
import { build } from '../testing/built.js'
import { type Cluster, hasPostgres, makeCluster } from '../testing/cluster.js'
import { expectKept, writeUntil } from '../testing/killed.js'
import { openPostgres } from './open.js'

describe.skipIf(!hasPostgres())('PostgreSQL, while a process writes', () => {
  let cluster: Cluster
  let store: Store
  let actor: Actor
  beforeAll(async () => {
    build()
    cluster = await makeCluster()
    await cluster.createDatabase('main')
    store = await openPostgres(cluster.url('main'))
    await store.migrate()
    actor = await newTenant(store)
  }, 60_000)
  afterAll(async () => {
    await store.close()
    cluster.remove()
  })

  test('keeps every answered write when the writer is killed', async () => {
    const answered = await writeUntil('postgres', cluster.url('main'), actor, 40, writer =>
      writer.kill('SIGKILL'),
    )
    await expectKept(store, actor, answered)
  }, 60_000)

  test('keeps every answered write when the server is stopped at once, and the open store comes back', async () => {
    const answered = await writeUntil('postgres', cluster.url('main'), actor, 40, () =>
      cluster.stop('immediate'),
    )
    await expect(store.health()).rejects.toThrow()
    await cluster.start()
    await expectKept(store, actor, answered)
  }, 60_000)
})
