import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Harness, SEALER } from '../contract/harness.js'
import { kyselyStore } from '../sql/kysely-store.js'
import { storeContract } from '../store.contract.js'
import { build } from '../testing/built.js'
import { startEngine } from './client.js'
import { openPglite } from './open.js'
import { poolOf } from './pool.js'
import { snapshotPath } from './snapshot.js'

storeContract('PGlite', async (): Promise<Harness> => {
  build()
  const folder = mkdtempSync(join(tmpdir(), 'vigie-lite-'))
  const snapshot = await snapshotPath()
  const engine = await startEngine({
    folder: join(folder, 'main'),
    ...(snapshot === undefined ? {} : { snapshot }),
  })
  const pool = poolOf(engine)
  const store = kyselyStore(
    { name: 'pglite', pool, durable: async () => true, release: async () => {} },
    { sealer: SEALER },
  )
  await store.migrate()
  return {
    store,
    superuser: async text => {
      const client = await pool.connect()
      try {
        return (await client.query<Record<string, unknown>>(text, [])).rows
      } finally {
        client.release()
      }
    },
    empty: () => openPglite(join(folder, 'empty'), { snapshot: false }),
    close: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})
