import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { RecordError } from '../errors.js'

/**
 * A stream under a passphrase: scrypt (RFC 7914) makes the key, AES-256-GCM seals it in frames of 64 KiB. The nonce of
 * a frame counts it and marks the last one, so that a frame that is missing, moved or cut off is found.
 */
const MAGIC = Buffer.from('VIGIE-SEALED-1\n')
const FRAME = 65_536
const TAG = 16
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const
const SALT = 16
const PREFIX = 7
const HEAD = MAGIC.length + SALT + PREFIX

const wrong = () =>
  new RecordError(
    'backup-damaged',
    'The backup cannot be opened: the passphrase is another one, or the file was changed or cut off.',
  )

/** Seals a stream. */
export async function* seal(
  bytes: AsyncIterable<Uint8Array>,
  passphrase: string,
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(SALT)
  const prefix = randomBytes(PREFIX)
  const head = Buffer.concat([MAGIC, salt, prefix])
  const key = await keyOf(passphrase, salt)
  yield head
  for await (const { frame, number, last } of frames(bytes, FRAME)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, number, last)).setAAD(head)
    yield Buffer.concat([cipher.update(frame), cipher.final(), cipher.getAuthTag()])
  }
}

/** Opens what {@link seal} made; RecordError `backup-damaged` with a wrong passphrase or changed bytes. */
export async function* unseal(
  bytes: AsyncIterable<Uint8Array>,
  passphrase: string,
): AsyncGenerator<Uint8Array> {
  const { head, rest } = await take(bytes, HEAD)
  if (head.length < HEAD || !isSealed(head)) throw wrong()
  const salt = head.subarray(MAGIC.length, MAGIC.length + SALT)
  const prefix = head.subarray(MAGIC.length + SALT)
  const key = await keyOf(passphrase, salt)
  for await (const { frame, number, last } of frames(rest, FRAME + TAG)) {
    if (frame.length < TAG) throw wrong()
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(prefix, number, last)).setAAD(head)
    decipher.setAuthTag(frame.subarray(-TAG))
    try {
      yield Buffer.concat([decipher.update(frame.subarray(0, -TAG)), decipher.final()])
    } catch {
      throw wrong()
    }
  }
}

/** Whether a file begins as a sealed one does. */
export function isSealed(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, MAGIC.length)).equals(MAGIC)
}

function nonce(prefix: Uint8Array, number: number, last: boolean): Buffer {
  const tail = Buffer.alloc(5)
  tail.writeUInt32BE(number)
  tail[4] = last ? 1 : 0
  return Buffer.concat([prefix, tail])
}

function keyOf(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, COST, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

/** Cuts a stream into frames; the last one is marked and may be empty. */
async function* frames(bytes: AsyncIterable<Uint8Array>, size: number) {
  let rest: Buffer = Buffer.alloc(0)
  let number = 0
  for await (const chunk of bytes) {
    rest = Buffer.concat([rest, chunk])
    // A frame is only known not to be the last one when more has come.
    while (rest.length > size) {
      yield { frame: rest.subarray(0, size), number: number++, last: false }
      rest = rest.subarray(size)
    }
  }
  yield { frame: rest, number, last: true }
}

/** The first bytes of a stream, and the stream of the others. */
export async function take(
  bytes: AsyncIterable<Uint8Array>,
  length: number,
): Promise<{ readonly head: Buffer; readonly rest: AsyncIterable<Uint8Array> }> {
  const source = bytes[Symbol.asyncIterator]()
  let read: Buffer = Buffer.alloc(0)
  while (read.length < length) {
    const next = await source.next()
    if (next.done === true) break
    read = Buffer.concat([read, next.value])
  }
  const after = read.subarray(length)
  async function* rest() {
    if (after.length > 0) yield after
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value
  }
  return { head: read.subarray(0, length), rest: rest() }
}
