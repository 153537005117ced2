import { readdir } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import type { PackEntry } from '@vigie/forms'
import type { Io } from '../io/io.js'
import { isFolder, megabytes, nameOf, readInput, whyNot } from '../io/read.js'
import { WrongUse } from '../wrong-use.js'

/** Official schema packs have a dozen files and less than two megabytes. */
export interface ArchiveLimits {
  readonly archiveBytes: number
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
}

export const LIMITS: ArchiveLimits = {
  archiveBytes: 50 * 1_048_576,
  entries: 2_000,
  entryBytes: 10 * 1_048_576,
  totalBytes: 50 * 1_048_576,
}

/**
 * The files of a folder or a zip archive (`-`: a zip on standard input), by their path inside. Only schema files are
 * unpacked; of the others the name alone is given. Nothing is written, and nothing outside is read.
 * Throws WrongUse for what is neither, and for an archive beyond the limits.
 */
export async function readArchive(io: Io, source: string, limits = LIMITS): Promise<readonly PackEntry[]> {
  if (await isFolder(io, source)) return readFolder(io, source, limits)
  const read = await readInput(io, source, limits.archiveBytes)
  if ('tooLarge' in read) {
    throw new WrongUse(
      `${nameOf(source)} has more than ${megabytes(limits.archiveBytes)}: not a pack of schemas.`,
    )
  }
  return unzip(read.bytes, nameOf(source), limits)
}

const isSchema = (name: string) => name.toLowerCase().endsWith('.xsd')
const NOTHING = new Uint8Array()

async function unzip(bytes: Uint8Array, name: string, limits: ArchiveLimits): Promise<readonly PackEntry[]> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new WrongUse(
      `${name} is neither a zip archive nor a folder. Give the official schema files as one of the two.`,
    )
  }
  const { unzipSync } = await import('fflate')
  const declared = new Map<string, number>()
  const others: PackEntry[] = []
  let total = 0
  let unpacked: Readonly<Record<string, Uint8Array>>
  try {
    unpacked = unzipSync(bytes, {
      filter: file => {
        if (declared.size + others.length >= limits.entries) throw tooMuch(name, `${limits.entries} files`)
        if (!isSchema(file.name)) {
          others.push({ name: file.name, bytes: NOTHING })
          return false
        }
        if (declared.has(file.name)) throw new WrongUse(`${name} holds ${JSON.stringify(file.name)} twice.`)
        declared.set(file.name, file.originalSize)
        total += file.originalSize
        if (file.originalSize > limits.entryBytes || total > limits.totalBytes) {
          throw tooMuch(name, `${megabytes(limits.totalBytes)} when unpacked`)
        }
        return true
      },
    })
  } catch (error) {
    if (error instanceof WrongUse) throw error
    throw new WrongUse(
      `${name} is a damaged or encrypted zip archive. Download it again, or unpack it and give the folder.`,
    )
  }
  const entries = Object.entries(unpacked).map(([path, content]) => ({ name: path, bytes: content }))
  for (const e of entries) {
    // The room for an entry is what the archive declares; content that does not fill it exactly is not what was packed.
    if (e.bytes.length !== declared.get(e.name)) {
      throw new WrongUse(
        `${name} is damaged: ${JSON.stringify(e.name)} is not as long as it says. Download it again.`,
      )
    }
  }
  return [...entries, ...others]
}

const tooMuch = (name: string, what: string) =>
  new WrongUse(
    `${name} holds more than ${what}: not a pack of schemas. Unpack it yourself and give the folder.`,
  )

async function readFolder(io: Io, folder: string, limits: ArchiveLimits): Promise<readonly PackEntry[]> {
  const root = resolve(io.cwd, folder)
  const found = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new WrongUse(`The folder ${folder} cannot be read: ${whyNot(error)}.`)
  })
  // Links are left out: a pack holds files.
  const files = found.filter(f => f.isFile() && isSchema(f.name))
  if (files.length > limits.entries) throw tooMuch(folder, `${limits.entries} schema files`)
  const entries: PackEntry[] = []
  let total = 0
  for (const f of files.toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))) {
    const read = await readInput(io, pathOf(f), limits.entryBytes)
    total += 'bytes' in read ? read.bytes.length : read.tooLarge
    if ('tooLarge' in read || total > limits.totalBytes) throw tooMuch(folder, megabytes(limits.totalBytes))
    entries.push({ name: relative(root, pathOf(f)).split(sep).join('/'), bytes: read.bytes })
  }
  return entries
}

const pathOf = (f: { readonly parentPath: string; readonly name: string }) => join(f.parentPath, f.name)
