// Makes snapshot/record.tar.gz: an embedded database with all migrations applied, for a quick first start.
// `npm run snapshot -w @vigie/record` after a build; a release carries the result.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEngine } from '../dist/pglite/client.js'
import { poolOf } from '../dist/pglite/pool.js'
import { SNAPSHOT, SNAPSHOT_STAMP, snapshotStamp } from '../dist/pglite/snapshot.js'
import { kyselyStore } from '../dist/sql/kysely-store.js'

const folder = mkdtempSync(join(tmpdir(), 'vigie-snapshot-'))
const engine = await startEngine({ folder })
const store = kyselyStore(
  { name: 'pglite', pool: poolOf(engine), durable: async () => true, release: async () => {} },
  {},
)
await store.migrate()
await engine.query('checkpoint', [])
const bytes = await engine.dump()
await store.close()
rmSync(folder, { recursive: true, force: true })
mkdirSync(new URL('.', SNAPSHOT), { recursive: true })
writeFileSync(SNAPSHOT, bytes)
writeFileSync(SNAPSHOT_STAMP, await snapshotStamp())
console.log(`snapshot: ${(bytes.length / 1e6).toFixed(1)} MB`)
