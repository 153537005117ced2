import { join, resolve } from 'node:path'
import type { FileStore, Store } from '@vigie/record'
import type { Io } from '../io/io.js'
import { WrongUse } from '../wrong-use.js'

export const DATA_OPTION = [
  '--data <folder>',
  'data folder of the desk; without it VIGIE_DATA, else vigie-data. With DATABASE_URL only its files are used',
] as const

/** The record of a desk, opened by this command. */
export interface Opened {
  readonly store: Store
  readonly files: FileStore
}

/** Another process has the embedded record open: it must be asked over HTTP. */
export interface Busy {
  readonly busy: string
}

export const folderOf = (io: Io, data: string | undefined): string =>
  resolve(io.cwd, data ?? io.env['VIGIE_DATA'] ?? 'vigie-data')

/**
 * Opens the record that the environment names as the desk does (DATABASE_URL, else a folder), migrates it when `fresh`,
 * and closes it after `work`. Every reason why it cannot is one sentence.
 */
export async function withRecord<T>(
  io: Io,
  { data, fresh }: { readonly data?: string | undefined; readonly fresh: boolean },
  work: (opened: Opened) => Promise<T>,
): Promise<T | Busy> {
  const { openPglite, openPostgres, RecordError } = await import('@vigie/record')
  const { fileStoreOf, KeyError, readKey, sealerOf, settingsFrom } = await import('@vigie/desk')
  const folder = folderOf(io, data)
  const settings = settingsFrom({ ...io.env, VIGIE_DATA: folder })
  if ('fault' in settings) throw new WrongUse(settings.fault)
  const { databaseUrl: url, keyFile = `${folder}.key` } = settings
  if (url === undefined && !fresh && !(await isRecord(folder))) {
    throw new WrongUse(
      `There is no record in ${folder}. Name the folder with --data, or the server with DATABASE_URL.`,
    )
  }
  let store: Store | undefined
  try {
    // With the key the seals on the ends of the trails are checked too.
    const key = readKey(keyFile)
    const options = key === undefined ? {} : { sealer: sealerOf(key) }
    store = url === undefined ? await openPglite(folder, options) : await openPostgres(url, options)
    if (fresh) await store.migrate()
    else await mustBeCurrent(store)
    return await work({ store, files: fileStoreOf(settings) })
  } catch (error) {
    if (error instanceof RecordError && error.code === 'locked' && !fresh) return { busy: error.message }
    if (error instanceof RecordError || error instanceof KeyError) throw new WrongUse(error.message)
    if (store === undefined && url !== undefined) {
      throw new WrongUse(`The database server does not answer: ${reasonOf(error)}. Look at DATABASE_URL.`)
    }
    throw error
  } finally {
    await store?.close()
  }
}

async function isRecord(folder: string): Promise<boolean> {
  const { existsSync } = await import('node:fs')
  return existsSync(join(folder, 'engine.json'))
}

async function mustBeCurrent(store: Store): Promise<void> {
  const { shippedMigrations } = await import('@vigie/record')
  const { migration } = await store.health()
  const ours = (await shippedMigrations()).length
  if (migration === ours) return
  throw new WrongUse(
    `The record has schema ${migration} and this program has ${ours}. Start the desk of this version once, or use the version that made the record.`,
  )
}

function reasonOf(error: unknown): string {
  const says =
    error instanceof Error ? error.message || ('code' in error ? String(error.code) : '') : String(error)
  return says.split('\n')[0] ?? ''
}
