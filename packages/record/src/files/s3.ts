import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AwsClient } from 'aws4fetch'
import { checked, type FileStore, keyOf, measure } from './store.js'

export interface S3Options {
  /** URL of the bucket, for example `https://s3.example.org/vigie`. */
  readonly bucketUrl: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/**
 * Files in a bucket of any S3-compatible store. A file passes through a temporary one here, because its key and
 * signature need the hash of the whole.
 */
export function s3Files(options: S3Options): FileStore {
  const { accessKeyId, secretAccessKey, region } = options
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 })
  const urlOf = (tenantId: string, sha256: string) =>
    `${options.bucketUrl.replace(/\/$/, '')}/${keyOf(tenantId, sha256)}`
  const has = async (tenantId: string, sha256: string) => {
    const response = await client.fetch(urlOf(tenantId, sha256), { method: 'HEAD' })
    return response.status === 404 ? false : mustBeOk(response)
  }
  return {
    has,
    put: async (tenantId, bytes, limit) => {
      const beside = join(tmpdir(), `vigie-${randomUUID()}`)
      try {
        const { stream, result } = measure(limit)
        await pipeline(bytes, stream, createWriteStream(beside, { flags: 'wx', mode: 0o600 }))
        const file = result()
        if (await has(tenantId, file.sha256)) return file
        const signed = await client.sign(urlOf(tenantId, file.sha256), {
          method: 'PUT',
          headers: { 'content-length': String(file.size), 'x-amz-content-sha256': file.sha256 },
        })
        // A stream can be sent once, so it is added after signing and not tried again by itself.
        const body = Readable.toWeb(createReadStream(beside))
        mustBeOk(
          await fetch(signed.url, {
            method: 'PUT',
            headers: signed.headers,
            body,
            duplex: 'half',
          } as RequestInit),
        )
        return file
      } finally {
        await rm(beside, { force: true })
      }
    },
    get: async (tenantId, sha256) => {
      const response = await client.fetch(urlOf(tenantId, sha256))
      if (response.status === 404) return undefined
      mustBeOk(response)
      return checked(chunks(response), sha256)
    },
  }
}

async function* chunks(response: Response): AsyncGenerator<Uint8Array> {
  if (response.body !== null) yield* response.body
}

function mustBeOk(response: Response): true {
  if (response.ok) return true
  throw new Error(`the file store answered ${response.status} ${response.statusText}`)
}
