import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { hmacSealer, type Sealer } from '@vigie/record'

const HEAD = 'vigie-key-1'
const BYTES = 32

/** What stops the server at start; `message` is for the person at the terminal. */
export class KeyError extends Error {
  override readonly name = 'KeyError'
}

/** A sealer with a key; its name follows from the key, so that a seal tells which key it takes. */
export function sealerOf(key: Uint8Array): Sealer {
  const name = createHash('sha256').update('vigie-key-name\n').update(key).digest('hex').slice(0, 16)
  return hmacSealer(name, key)
}

/** The key in a file; undefined when there is no file. */
export function readKey(path: string): Uint8Array | undefined {
  if (!existsSync(path)) return undefined
  const found = /^vigie-key-1 ([0-9a-f]{64})\n?$/.exec(readFileSync(path, 'utf8'))?.[1]
  if (found !== undefined) return Buffer.from(found, 'hex')
  throw new KeyError(
    `The key file ${path} is damaged. Put back the copy you kept of it; do not make a new one.`,
  )
}

/** Writes a key that only the user of the server may read, to the disk before it is used. Never writes over a file. */
export function writeKey(path: string, key: Uint8Array): void {
  const file = openNew(path)
  try {
    writeSync(file, `${HEAD} ${Buffer.from(key).toString('hex')}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600)
  } catch (error) {
    throw new KeyError(
      `The key file ${path} cannot be made: ${error instanceof Error ? error.message : error}`,
    )
  }
}

export const newKey = (random: (bytes: number) => Uint8Array): Uint8Array => random(BYTES)
