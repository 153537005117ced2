import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { RecordError } from '../errors.js'

/** What was kept: the SHA-256 of the bytes (64 hexadecimal digits) and their number. */
export interface StoredFile {
  readonly sha256: string
  readonly size: number
}

/**
 * Bytes under their hash, apart for each tenant: the same bytes of two tenants are two files, so that nobody learns by
 * a hash what another one has. Files are never changed. The caller asks the database first whether the tenant may read.
 */
export interface FileStore {
  /**
   * Keeps a stream and answers when it is on disk. The same bytes again are no fault. Throws RecordError
   * `file-too-large` past `limit` bytes; then nothing is kept.
   */
  put(tenantId: string, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<StoredFile>
  /** The bytes, checked while they are read: the stream fails at its end (`file-damaged`) when they are not the ones kept. Undefined when there is none. */
  get(tenantId: string, sha256: string): Promise<AsyncIterable<Uint8Array> | undefined>
  has(tenantId: string, sha256: string): Promise<boolean>
}

const HASH = /^[0-9a-f]{64}$/
const TENANT = /^[0-9a-f-]{36}$/

/** Place of a file below the root of a store. Throws RangeError for anything but a tenant's id and a hash. */
export function keyOf(tenantId: string, sha256: string): string {
  if (!TENANT.test(tenantId) || !HASH.test(sha256)) throw new RangeError('not the key of a stored file')
  return `${tenantId}/${sha256.slice(0, 2)}/${sha256}`
}

/** Hashes and counts what flows through and stops at the limit. Read `result()` after the end. */
export function measure(limit: number): { readonly stream: Transform; result(): StoredFile } {
  const hash = createHash('sha256')
  let size = 0
  const stream = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.length
      if (size > limit) {
        done(new RecordError('file-too-large', `The file is larger than ${limit} bytes; it was not kept.`))
        return
      }
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, result: () => ({ sha256: hash.digest('hex'), size }) }
}

/** Passes bytes on and fails at the end when their hash is another one. */
export async function* checked(bytes: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== sha256) {
    throw new RecordError('file-damaged', `The stored file ${sha256} was altered; restore it from a backup.`)
  }
}
