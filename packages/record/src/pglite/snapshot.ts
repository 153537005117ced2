import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { shippedMigrations } from '../migrate.js'
import { PGLITE_VERSION } from './folder.js'

/** Where `npm run snapshot` puts the prepared database; a release carries it, a checkout need not. */
export const SNAPSHOT = new URL('../../snapshot/record.tar.gz', import.meta.url)
export const SNAPSHOT_STAMP = new URL('../../snapshot/record.json', import.meta.url)

/** What a snapshot was made from. Another PGlite cannot read it, and an edited migration would not be noticed. */
export async function snapshotStamp(): Promise<string> {
  const migrations = await shippedMigrations()
  return JSON.stringify({ pglite: PGLITE_VERSION, migrations: migrations.map(m => m.checksum) })
}

/** Path of the snapshot when there is one that fits this program. */
export async function snapshotPath(): Promise<string | undefined> {
  if (!existsSync(SNAPSHOT) || !existsSync(SNAPSHOT_STAMP)) return undefined
  const stamp = await readFile(SNAPSHOT_STAMP, 'utf8')
  return stamp === (await snapshotStamp()) ? fileURLToPath(SNAPSHOT) : undefined
}
