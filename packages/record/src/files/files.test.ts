import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../ids.js'
import { folderFiles } from './folder.js'
import { s3Files } from './s3.js'
import type { FileStore } from './store.js'

const root = mkdtempSync(join(tmpdir(), 'vigie-files-'))
const objects = new Map<string, Buffer>()
let server: Server
let bucketUrl = ''
const refused: string[] = []

async function gather(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  return Buffer.concat(parts)
}

/** A bucket that keeps what comes with a signature and the right hash and length, as S3 does. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const key = request.url ?? ''
    const signed = request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=id/') === true
    const body = await gather(request)
    const hash = createHash('sha256').update(body).digest('hex')
    const whole =
      hash === request.headers['x-amz-content-sha256'] &&
      String(body.length) === request.headers['content-length']
    if (!signed || (request.method === 'PUT' && !whole)) {
      refused.push(key)
      response.writeHead(403).end()
      return
    }
    if (request.method === 'PUT') objects.set(key, body)
    const found = objects.get(key)
    response.writeHead(found === undefined ? 404 : 200)
    response.end(request.method === 'GET' ? found : undefined)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address === 'object' && address !== null) bucketUrl = `http://127.0.0.1:${address.port}/bucket`
})
afterAll(() => {
  server.close()
  rmSync(root, { recursive: true, force: true })
})

const stores: [string, () => FileStore, (tenant: string, hash: string, bytes: string) => void][] = [
  [
    'a folder',
    () => folderFiles(root),
    (t, h, bytes) => writeFileSync(join(root, t, h.slice(0, 2), h), bytes),
  ],
  [
    'a bucket',
    () => s3Files({ bucketUrl, region: 'eu-1', accessKeyId: 'id', secretAccessKey: 'secret' }),
    (t, h, bytes) => objects.set(`/bucket/${t}/${h.slice(0, 2)}/${h}`, Buffer.from(bytes)),
  ],
]

async function* pieces(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text)
}
const textOf = async (bytes: AsyncIterable<Uint8Array> | undefined) =>
  bytes === undefined ? undefined : (await gather(bytes)).toString()

describe.each(stores)('files in %s', (_name, open, damage) => {
  const sha256 = createHash('sha256').update('hello world').digest('hex')

  test('come back under their hash, and only to their tenant', async () => {
    const [files, tenant] = [open(), newId()]
    const put = () => files.put(tenant, pieces('hello ', 'world'), 100)
    expect(await put()).toEqual({ sha256, size: 11 })
    expect(await put()).toEqual({ sha256, size: 11 })
    expect(await textOf(await files.get(tenant, sha256))).toBe('hello world')
    expect(await files.has(tenant, sha256)).toBe(true)
    expect(await files.has(newId(), sha256)).toBe(false)
    expect(await files.get(newId(), sha256)).toBeUndefined()
    expect(refused).toEqual([])
  })

  test('may be empty', async () => {
    const [files, tenant] = [open(), newId()]
    const { sha256, size } = await files.put(tenant, pieces(), 0)
    expect([size, await textOf(await files.get(tenant, sha256))]).toEqual([0, ''])
  })

  test('past the limit are refused while they come, and leave nothing', async () => {
    const [files, tenant] = [open(), newId()]
    let sent = 0
    async function* endless() {
      for (;;) {
        sent += 1024
        yield new Uint8Array(1024)
      }
    }
    await expect(files.put(tenant, endless(), 10_000)).rejects.toMatchObject({ code: 'file-too-large' })
    expect(sent).toBeLessThan(1_000_000)
    expect(readdirSync(join(root, 'incoming'))).toEqual([])
  })

  test('that break off leave nothing', async () => {
    const [files, tenant] = [open(), newId()]
    async function* broken() {
      yield new Uint8Array(10)
      throw new Error('line cut')
    }
    await expect(files.put(tenant, broken(), 100)).rejects.toThrow('line cut')
    expect(readdirSync(join(root, 'incoming'))).toEqual([])
  })

  test('that were altered are not handed out as whole', async () => {
    const [files, tenant] = [open(), newId()]
    await files.put(tenant, pieces('hello world'), 100)
    damage(tenant, sha256, 'hello w0rld')
    await expect(files.get(tenant, sha256).then(textOf)).rejects.toMatchObject({ code: 'file-damaged' })
  })

  test('have no other names', async () => {
    await expect(open().get('../..', sha256)).rejects.toThrow(RangeError)
    await expect(open().get(newId(), '../../etc/passwd')).rejects.toThrow(RangeError)
  })
})
