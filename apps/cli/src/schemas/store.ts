import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FieldTable, SchemaPack } from '@vigie/forms'
import type { Io } from '../io/io.js'
import { whyNot } from '../io/read.js'
import { makeFolder, writeOutputs } from '../io/write.js'
import { WrongUse } from '../wrong-use.js'
import { readArchive } from './archive.js'

const FOLDER = 'schemas'
/** The hash the pack had when it was installed. A name that no schema file has. */
const SEAL = 'sha256.txt'

/** A pack as it is kept, and where. */
export interface InstalledPack {
  readonly folder: string
  readonly pack: SchemaPack
}

/** Keeps a pack, in place of an older one of its version. Throws WrongUse when the folder cannot be written. */
export async function installPack(io: Io, home: string, pack: SchemaPack): Promise<string> {
  const folder = join(home, FOLDER, `${pack.form}-${pack.version}`)
  const fresh = `${folder}.${process.pid}.part`
  const old = `${folder}.${process.pid}.old`
  try {
    for (const f of pack.files) await makeFolder(io, dirname(join(fresh, f.path)))
    await writeOutputs(io, [
      ...pack.files.map(f => ({ to: join(fresh, f.path), content: f.bytes })),
      { to: join(fresh, SEAL), content: `${pack.sha256}\n` },
    ])
    await rename(folder, old).catch(ignoreMissing)
    await rename(fresh, folder)
    await rm(old, { recursive: true, force: true })
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    if (error instanceof WrongUse) throw error
    throw new WrongUse(
      `The schemas cannot be kept in ${home}: ${whyNot(error)}. Name another folder with --home.`,
    )
  }
  return folder
}

/**
 * The packs that are installed; none where nothing was. Throws WrongUse for one that is not as it was installed:
 * an export must not claim a check by something else.
 */
export async function installedPacks(io: Io, home: string): Promise<readonly InstalledPack[]> {
  const names = await readdir(join(home, FOLDER)).catch(() => [])
  const folders = names.filter(n => !/\.(part|old)$/.test(n)).sort()
  return (await Promise.all(folders.map(n => readPack(io, join(home, FOLDER, n))))).flat()
}

async function readPack(io: Io, folder: string): Promise<readonly InstalledPack[]> {
  const seal = await readFile(join(folder, SEAL), 'utf8').catch(() => '')
  const { readSchemaPacks } = await import('@vigie/forms/mir')
  const { packs } = readSchemaPacks(await readArchive(io, folder))
  const pack = packs.find(p => p.sha256 === seal.trim())
  if (pack === undefined) {
    throw new WrongUse(
      `The schemas in ${folder} are not as they were installed. Remove the folder and install them again.`,
    )
  }
  return [{ folder, pack }]
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}

/** The installed packs for a form version; none where the rules of its official schema are built in. */
export async function packsFor(io: Io, home: string, table: FieldTable): Promise<readonly SchemaPack[]> {
  if (table.schemaRead) return []
  const installed = await installedPacks(io, home)
  return installed.map(i => i.pack).filter(p => p.form === table.form && p.version === table.version)
}
