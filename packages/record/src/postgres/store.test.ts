import pg from 'pg'
import { describe, test } from 'vitest'
import { type Harness, SEALER } from '../contract/harness.js'
import { PARSERS } from '../sql/parsers.js'
import { storeContract } from '../store.contract.js'
import { hasPostgres, makeCluster } from '../testing/cluster.js'
import { openPostgres } from './open.js'

if (hasPostgres()) {
  storeContract('PostgreSQL', async (): Promise<Harness> => {
    const cluster = await makeCluster()
    await cluster.createDatabase('main')
    await cluster.createDatabase('empty')
    const store = await openPostgres(cluster.url('main'), { sealer: SEALER })
    await store.migrate()
    const types = { getTypeParser: (oid: number) => PARSERS[oid] ?? pg.types.getTypeParser(oid, 'text') }
    const superuser = new pg.Client({ connectionString: cluster.superUrl('main'), types })
    await superuser.connect()
    return {
      store,
      superuser: async text => (await superuser.query<Record<string, unknown>>(text)).rows,
      empty: () => openPostgres(cluster.url('empty')),
      close: async () => {
        await superuser.end()
        await store.close()
        cluster.remove()
      },
    }
  })
} else {
  describe('store on PostgreSQL', () => test.skip('PostgreSQL is not installed', () => {}))
}
