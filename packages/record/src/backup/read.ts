import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { RecordError } from '../errors.js'
import { MANIFEST, type Manifest, readManifest } from './manifest.js'
import { isSealed, take, unseal } from './seal.js'
import { readTar, type TarEntry } from './tar.js'

/** How the bytes of a backup are got at; it is read twice, first to check all of it. */
export type OpenBackup = () => AsyncIterable<Uint8Array>

const SIGNATURE = 16
/** The list of contents of ten million files is smaller. */
const LARGEST_MANIFEST = 1024 * 1024 * 1024

/** The entries of a backup; RecordError `backup-damaged` when it cannot be opened. */
export async function* entriesOf(open: OpenBackup, passphrase?: string): AsyncGenerator<TarEntry> {
  const { head, rest } = await take(open(), SIGNATURE)
  async function* whole() {
    yield head
    yield* rest
  }
  const sealed = isSealed(head)
  if (sealed && passphrase === undefined) {
    throw new RecordError('backup-damaged', 'The backup is sealed with a passphrase. Give the passphrase.')
  }
  const plain = sealed ? unseal(whole(), passphrase ?? '') : whole()
  const source = Readable.from(plain)
  const unzip = createGunzip()
  source.on('error', error => unzip.destroy(error))
  try {
    yield* readTar(unpacked(source.pipe(unzip)))
  } finally {
    source.destroy()
    unzip.destroy()
  }
}

/** Passes bytes on; what the unpacking says of broken ones becomes a sentence. */
async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('Z_')) throw error
    throw new RecordError(
      'backup-damaged',
      'The backup is damaged or not whole: it cannot be unpacked. Take another copy of it.',
      { cause: error },
    )
  }
}

/** Reads a backup through and compares each entry with the manifest. Nothing is kept. */
export async function checkBackup(open: OpenBackup, passphrase?: string): Promise<Manifest> {
  const found = new Map<string, { size: number; sha256: string }>()
  let manifest: Manifest | undefined
  for await (const { name, size, bytes } of entriesOf(open, passphrase)) {
    const hash = createHash('sha256')
    const kept: Uint8Array[] = []
    if (name === MANIFEST && size > LARGEST_MANIFEST) throw differs(name)
    for await (const chunk of bytes) {
      hash.update(chunk)
      if (name === MANIFEST) kept.push(Buffer.from(chunk))
    }
    if (name === MANIFEST) manifest = readManifest(Buffer.concat(kept).toString('utf8'))
    else if (found.has(name)) throw differs(name)
    else found.set(name, { size, sha256: hash.digest('hex') })
  }
  if (manifest === undefined) throw differs(MANIFEST)
  const names = Object.keys(manifest.entries)
  if (names.length !== found.size) throw differs(MANIFEST)
  for (const name of names) {
    const [said, is] = [manifest.entries[name], found.get(name)]
    if (said === undefined || is === undefined || said.sha256 !== is.sha256 || said.size !== is.size) {
      throw differs(name)
    }
  }
  return manifest
}

const differs = (name: string) =>
  new RecordError(
    'backup-damaged',
    `The backup is damaged or was changed: its part ${name} is not what it was. Take another copy of it.`,
  )
