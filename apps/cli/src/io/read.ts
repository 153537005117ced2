import { open, readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { WrongUse } from '../wrong-use.js'
import type { Io } from './io.js'

/** The bytes of an input; or, when there are more than allowed, how many there are at least (then none is kept). */
type Read = { readonly bytes: Uint8Array } | { readonly tooLarge: number }

const CHUNK = 1 << 16

/** The name of standard input in lists of files. */
export const STDIN = '-'

/**
 * Reads a file or, for `-`, standard input, but never more than `limit` bytes.
 * Throws WrongUse with a sentence when it cannot be read.
 */
export async function readInput(io: Io, file: string, limit: number): Promise<Read> {
  if (file === STDIN) {
    if (io.stdin.isTerminal) await io.err.write('Reading what you type; end with Ctrl-D.\n')
    return gather(limit, io.stdin.chunks())
  }
  try {
    const handle = await open(resolve(io.cwd, file))
    try {
      const { size } = await handle.stat()
      if (size > limit) return { tooLarge: size }
      return await gather(limit, chunksOf(handle))
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw new WrongUse(`${file} cannot be read: ${whyNot(error)}.`)
  }
}

/** As {@link readInput}, as text in UTF-8. Throws WrongUse for more than `limit` bytes or another encoding. */
export async function readText(io: Io, file: string, limit: number): Promise<string> {
  const read = await readInput(io, file, limit)
  if ('tooLarge' in read) {
    throw new WrongUse(`${nameOf(file)} has more than ${megabytes(limit)}. Check that it is the right file.`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(read.bytes)
  } catch {
    throw new WrongUse(`${nameOf(file)} is not text in UTF-8. Save it as UTF-8 and try again.`)
  }
}

/** How an input is named in sentences. */
export function nameOf(file: string): string {
  return file === STDIN ? 'Standard input' : file
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`
}

/** One file to work on; or a name that stands for none, and the sentence that says why. */
export interface Meant {
  readonly file: string
  readonly problem?: string
}

/**
 * The files meant by arguments: a folder stands for its files with one of the endings, sorted by name.
 * A name that does not exist stays in the list, so that reading it tells what is wrong; so does a folder without files.
 */
export async function filesOf(
  io: Io,
  names: readonly string[],
  endings: readonly string[],
): Promise<readonly Meant[]> {
  const lists = await Promise.all(
    names.map(async (name): Promise<readonly Meant[]> => {
      if (name === STDIN || !(await isFolder(io, name))) return [{ file: name }]
      const inside = await list(io, name)
      if ('problem' in inside) return [{ file: name, problem: inside.problem }]
      const found = inside.files.filter(n => endings.some(e => n.toLowerCase().endsWith(e)))
      if (found.length > 0) return found.map(n => ({ file: join(name, n) }))
      const kinds = endings.map(e => `*${e}`).join(' or ')
      return [{ file: name, problem: `The folder ${name} has no ${kinds} file.` }]
    }),
  )
  return lists.flat()
}

async function list(
  io: Io,
  folder: string,
): Promise<{ readonly files: readonly string[] } | { readonly problem: string }> {
  try {
    return { files: (await readdir(resolve(io.cwd, folder))).sort() }
  } catch (error) {
    return { problem: `The folder ${folder} cannot be read: ${whyNot(error)}.` }
  }
}

export async function isFolder(io: Io, name: string): Promise<boolean> {
  return stat(resolve(io.cwd, name)).then(
    s => s.isDirectory(),
    () => false,
  )
}

async function* chunksOf(handle: Awaited<ReturnType<typeof open>>): AsyncIterable<Uint8Array> {
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, null)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}

async function gather(limit: number, chunks: AsyncIterable<Uint8Array>): Promise<Read> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limit) return { tooLarge: size }
    parts.push(chunk)
  }
  return { bytes: Buffer.concat(parts, size) }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you may not open it',
  EPERM: 'you may not open it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ELOOP: 'its links lead in a circle',
}

/** Why the machine refused, in words. */
export function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}
