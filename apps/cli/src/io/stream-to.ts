import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { WrongUse } from '../wrong-use.js'
import type { Io } from './io.js'
import { whyNot } from './read.js'

/**
 * Writes a stream into a file that is whole or not there: beside its place, forced to disk, then given its name.
 * Readable by the user alone. A file that is there is kept unless `force`.
 *
 * @returns the path
 */
export async function streamTo(
  io: Io,
  to: string,
  bytes: AsyncIterable<Uint8Array>,
  force: boolean,
): Promise<string> {
  const target = resolve(io.cwd, to)
  if (!force && existsSync(target)) {
    throw new WrongUse(`${to} is there already. Nothing was written; --force replaces what is there.`)
  }
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.part`)
  try {
    await pipeline(bytes, createWriteStream(beside, { mode: 0o600, flush: true }))
    await rename(beside, target)
    const folder = await open(dirname(target), 'r')
    await folder.sync().finally(() => folder.close())
    return target
  } catch (error) {
    await rm(beside, { force: true })
    if (isOfSystem(error)) throw new WrongUse(`${to} cannot be written: ${whyNot(error)}. Nothing was kept.`)
    throw error
  }
}

const isOfSystem = (error: unknown) => error instanceof Error && 'syscall' in error
