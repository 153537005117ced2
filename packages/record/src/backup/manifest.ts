import { RecordError } from '../errors.js'
import type { BackupTable } from './tables.js'

export const MANIFEST = 'manifest.json'
export const FORMAT = 1

/** The last entry of a backup: what is in it, with the hash of every entry. Without it a backup is not whole. */
export interface Manifest {
  readonly format: number
  readonly software: string
  /** Instant of the snapshot by the server's clock, ISO 8601. */
  readonly madeAt: string
  readonly engine: 'pglite' | 'postgres'
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[]
  readonly tables: readonly (BackupTable & { readonly rows: number })[]
  /** SHA-256 and size of each other entry, by its name. */
  readonly entries: Readonly<Record<string, { readonly size: number; readonly sha256: string }>>
  /** Length and last hash of each chain: note them elsewhere and a later check can be held against them. */
  readonly heads: readonly { readonly tenantId: string; readonly seq: number; readonly hash: string }[]
  /** Files that the record knows and the store no longer had whole; everything else is in the backup. */
  readonly missing: readonly FileKey[]
}

export interface FileKey {
  readonly tenantId: string
  readonly sha256: string
}

/** Place of a file: tenant and hash, without hyphens to keep to the length that the archive allows. */
export const filePath = ({ tenantId, sha256 }: FileKey): string =>
  `f/${tenantId.replaceAll('-', '')}/${sha256}`

/** The file that lies at a place; undefined for other entries. */
export function fileAt(path: string): FileKey | undefined {
  const m = /^f\/(\w{8})(\w{4})(\w{4})(\w{4})(\w{12})\/([0-9a-f]{64})$/.exec(path)
  if (m === null) return undefined
  return { tenantId: m.slice(1, 6).join('-'), sha256: m[6] ?? '' }
}

export const tablePath = (table: string, part: number): string =>
  `t/${table}/${String(part).padStart(6, '0')}.jsonl`

/** The table whose rows an entry holds; undefined for other entries. */
export const tableAt = (path: string): string | undefined => /^t\/(\w+)\/\d+\.jsonl$/.exec(path)?.[1]

/** Reads a manifest; RecordError `backup-damaged` for anything else. */
export function readManifest(text: string): Manifest {
  const value: unknown = parse(text)
  if (isManifest(value)) return value
  throw new RecordError(
    'backup-damaged',
    'The list of contents of the backup cannot be read, or it is of a format this Vigie does not know.',
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The text is proven by its place in the archive; here its shape is. */
function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false
  const field = (name: string): unknown => Reflect.get(value, name)
  return (
    field('format') === FORMAT &&
    ['software', 'madeAt', 'engine'].every(name => typeof field(name) === 'string') &&
    ['migrations', 'tables', 'heads', 'missing'].every(name => Array.isArray(field(name))) &&
    typeof field('entries') === 'object' &&
    field('entries') !== null
  )
}
