import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RecordError } from '../errors.js'
import { syncPath } from './durable-fs.js'

/** Version of PGlite this package is made for, and the PostgreSQL inside it; a test compares both with what is installed. */
export const PGLITE_VERSION = '0.5.8'
export const POSTGRES_MAJOR = '18'

interface Places {
  /** PostgreSQL's own data directory. */
  readonly data: string
  /** Written last when a folder is made: what has no marker was never answered for, and is made again. */
  readonly marker: string
}

/** Where things lie in a data folder. */
export function placesIn(folder: string): Places {
  return { data: join(folder, 'pg'), marker: join(folder, 'engine.json') }
}

/**
 * Makes ready to open: clears a creation that was broken off, and refuses a folder of another PostgreSQL.
 *
 * @returns whether the folder has a database already
 */
export function prepare({ data, marker }: Places): boolean {
  if (!existsSync(marker)) {
    rmSync(data, { recursive: true, force: true })
    mkdirSync(data, { recursive: true })
    return false
  }
  const path = join(data, 'PG_VERSION')
  const found = existsSync(path) ? readFileSync(path, 'utf8').trim() : 'nothing'
  if (found === POSTGRES_MAJOR) return true
  throw new RecordError(
    'folder-not-ours',
    `The data folder holds PostgreSQL ${found}, this Vigie brings ${POSTGRES_MAJOR}. Export it with the Vigie that made it and import it here.`,
  )
}

/** Forces a new database to disk and marks it as whole. */
export function markReady({ data, marker }: Places): void {
  syncTree(data)
  const text = JSON.stringify({ format: 1, pglite: PGLITE_VERSION, postgres: POSTGRES_MAJOR })
  writeFileSync(`${marker}.new`, text, { flush: true })
  renameSync(`${marker}.new`, marker)
  syncPath(join(marker, '..'))
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else if (entry.isFile()) syncPath(path)
  }
  syncPath(folder)
}
