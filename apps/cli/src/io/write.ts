import { type FileHandle, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { WrongUse } from '../wrong-use.js'
import type { Io } from './io.js'
import { STDIN, whyNot } from './read.js'

export interface Output {
  /** Path of the file; `-` is standard output. */
  readonly to: string
  readonly content: string | Uint8Array
}

/**
 * Writes files whole or not at all: each is written beside its place, flushed to the disk, and only when all are
 * written do they get their names. An input file is never written over.
 */
export async function writeOutputs(
  io: Io,
  outputs: readonly Output[],
  inputs: readonly string[] = [],
): Promise<void> {
  const files = outputs.filter(o => o.to !== STDIN)
  const staged: { readonly temporary: string; readonly target: string }[] = []
  try {
    for (const { to, content } of files) {
      const target = await targetOf(io, to, inputs)
      const temporary = join(dirname(target), `.${basename(target)}.${process.pid}-${staged.length}.part`)
      staged.push({ temporary, target })
      await writeThrough(temporary, content, to)
    }
    for (const { temporary, target } of staged) await rename(temporary, target)
  } catch (error) {
    await Promise.all(staged.map(s => rm(s.temporary, { force: true })))
    if (error instanceof WrongUse) throw error
    throw new WrongUse(`The output cannot be written: ${whyNot(error)}. Nothing was changed.`)
  }
  for (const { to, content } of outputs) if (to === STDIN) await io.out.write(content)
}

/**
 * As {@link writeOutputs}, but a file that is there and says something else is kept, unless `force` says otherwise:
 * somebody may have worked on it. Nothing is written then.
 */
export async function writeNewOutputs(
  io: Io,
  outputs: readonly Output[],
  force: boolean,
  inputs: readonly string[],
): Promise<void> {
  const there = await Promise.all(outputs.map(o => (force ? false : saysSomethingElse(io, o))))
  const kept = outputs.filter((_, i) => there[i]).map(o => o.to)
  if (kept.length > 0) {
    throw new WrongUse(
      `${kept.join(', ')} ${kept.length === 1 ? 'is' : 'are'} there already with other content. ` +
        'Nothing was written; --force replaces what is there.',
    )
  }
  await writeOutputs(io, outputs, inputs)
}

async function saysSomethingElse(io: Io, { to, content }: Output): Promise<boolean> {
  const now = await readFile(resolve(io.cwd, to)).catch(() => undefined)
  return now !== undefined && !now.equals(Buffer.from(content))
}

/** Makes a folder and those above it, where they are not there. */
export async function makeFolder(io: Io, folder: string): Promise<void> {
  try {
    await makeAll(resolve(io.cwd, folder))
  } catch (error) {
    throw new WrongUse(
      codeOf(error) === 'EEXIST'
        ? `${folder} is a file, not a folder. Name another folder.`
        : `The folder ${folder} cannot be made: ${whyNot(error)}.`,
    )
  }
}

/** Step by step: where the system never lets a folder be made (/proc), Node's own recursive way does not end. */
async function makeAll(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && dirname(folder) !== folder && !(await isThere(dirname(folder)))) {
      await makeAll(dirname(folder))
      await mkdir(folder)
    } else if (codeOf(error) !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error
  }
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

async function targetOf(io: Io, to: string, inputs: readonly string[]): Promise<string> {
  const path = resolve(io.cwd, to)
  // A link keeps being a link: what it points to is replaced.
  const target = await realpath(path).catch(() => path)
  const now = await stat(target).catch(() => undefined)
  if (now?.isDirectory() === true) {
    throw new WrongUse(`${to} is a folder. Give the name of a file in it.`)
  }
  if (now !== undefined && !now.isFile()) {
    throw new WrongUse(`${to} is not an ordinary file. Give the name of a file, or - for standard output.`)
  }
  for (const input of inputs) {
    if (input === STDIN) continue
    const source = await stat(resolve(io.cwd, input)).catch(() => undefined)
    if (now !== undefined && source?.ino === now.ino && source.dev === now.dev) {
      throw new WrongUse(`${to} is the file that is read. Give another name for the output.`)
    }
  }
  return target
}

async function writeThrough(path: string, content: string | Uint8Array, to: string): Promise<void> {
  let handle: FileHandle
  try {
    handle = await open(path, 'w')
  } catch (error) {
    throw new WrongUse(
      codeOf(error) === 'ENOENT'
        ? `${to} cannot be written: the folder ${dirname(to)} does not exist. Make it first.`
        : `${to} cannot be written: ${whyNot(error)}.`,
    )
  }
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
