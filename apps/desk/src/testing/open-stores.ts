import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPglite, openPostgres, type Store } from '@vigie/record'
import { prepareStore } from '../prepare-store.js'
import { afterUs } from './after-us.js'
import { buildRecord } from './built.js'
import { hasPostgres, makeCluster } from './cluster.js'

export interface OpenedStore {
  readonly store: Store
  close(): Promise<void>
}
type Open = () => Promise<OpenedStore>

const pglite: Open = async () => {
  // The engine's thread runs compiled files.
  buildRecord()
  const folder = mkdtempSync(join(tmpdir(), 'vigie-desk-'))
  afterUs(folder)
  const store = await openPglite(folder)
  await prepareStore(store)
  return { store, close: () => store.close() }
}

const postgres: Open = async () => {
  const store = await openPostgres(makeCluster().url)
  await prepareStore(store)
  return { store, close: () => store.close() }
}

/** One record for all test files: to start an engine takes seconds. Each test makes tenants of its own in it. */
function shared(open: Open): Open {
  let opened: Promise<OpenedStore> | undefined
  return async () => {
    opened ??= open()
    return { store: (await opened).store, close: async () => {} }
  }
}

/** The engines that this machine has, each with how a test opens an empty record of its own on it. */
export const FRESH: readonly (readonly [string, Open])[] = [
  ['PGlite', pglite],
  ...(hasPostgres() ? ([['PostgreSQL', postgres]] as const) : []),
]
/** As {@link FRESH}, with one record for all. */
export const ENGINES = FRESH.map(([name, open]) => [name, shared(open)] as const)
