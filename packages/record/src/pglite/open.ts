import { RecordError } from '../errors.js'
import { type Engine, kyselyStore } from '../sql/kysely-store.js'
import type { Store, StoreOptions } from '../store.js'
import { startEngine } from './client.js'
import { lockFolder } from './lock.js'
import { poolOf } from './pool.js'
import { snapshotPath } from './snapshot.js'

export interface PgliteOptions extends StoreOptions {
  /** False makes a first start without the prepared database. */
  readonly snapshot?: boolean
}

const LOST = new RecordError(
  'lock-lost',
  'The lock file of the data folder was taken away or replaced while Vigie ran; it stopped writing. Make sure that one process uses the folder, and start again.',
)

/**
 * Opens the record in a folder of this machine; makes it when it is empty. One process at a time: a second one gets a
 * RecordError `locked`. An answered write is on disk.
 */
export async function openPglite(folder: string, options: PgliteOptions = {}): Promise<Store> {
  let onLost = () => {}
  const lock = lockFolder(folder, () => onLost())
  try {
    const snapshot = options.snapshot === false ? undefined : await snapshotPath()
    const engine = await startEngine({ folder, ...(snapshot === undefined ? {} : { snapshot }) })
    onLost = () => engine.kill(LOST)
    const pool = poolOf(engine)
    const ours: Engine = {
      name: 'pglite',
      pool,
      durable: async () => true,
      release: async () => {
        // Once Kysely has ended a pool, this waits for the same end.
        await pool.end().finally(() => lock.release())
      },
    }
    return kyselyStore(ours, options)
  } catch (error) {
    lock.release()
    throw error
  }
}
