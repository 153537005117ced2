import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase, newTenant } from '../contract/harness.js'
import type { Actor, Store } from '../store.js'
import { type Cluster, hasPostgres, makeCluster } from '../testing/cluster.js'
import { openPostgres } from './open.js'

describe.skipIf(!hasPostgres())('prepared statements', () => {
  let cluster: Cluster
  let store: Store
  let actor: Actor
  beforeAll(async () => {
    cluster = await makeCluster()
    await cluster.createDatabase('main')
    store = await openPostgres(cluster.url('main'), { maxConnections: 1 })
    await store.migrate()
    actor = await newTenant(store)
  }, 60_000)
  afterAll(async () => {
    await store.close()
    cluster.remove()
  })

  const read = (id: string) =>
    store.withTenant(actor, tx => tx.db.selectFrom('cases').selectAll().where('id', '=', id).execute())

  test('go on when a newer server added a column meanwhile', async () => {
    const { id } = await store.withTenant(actor, tx => newCase(tx))
    for (let i = 0; i < 7; i++) expect(await read(id)).toHaveLength(1)
    const newer = new pg.Client(cluster.superUrl('main'))
    await newer.connect()
    await newer.query('alter table vigie.cases add column added_later text')
    await newer.end()
    expect(await read(id)).toEqual([expect.objectContaining({ id, added_later: null })])
  })
})
