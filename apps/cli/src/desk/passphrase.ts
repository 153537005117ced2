import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Io } from '../io/io.js'
import { WrongUse } from '../wrong-use.js'

export const PASSPHRASE_OPTION = [
  '--passphrase-file <file>',
  'seal the backup with the first line of this file; VIGIE_BACKUP_PASSPHRASE does the same',
] as const

const LEAST = 12

/** The passphrase from a file or the environment: on the command line others could see it. Undefined without one. */
export async function passphraseOf(io: Io, file: string | undefined): Promise<string | undefined> {
  const given = file === undefined ? io.env['VIGIE_BACKUP_PASSPHRASE'] : await firstLine(io, file)
  if (given === undefined) return undefined
  if (given.length >= LEAST) return given
  throw new WrongUse(`The passphrase is shorter than ${LEAST} characters; take a longer one.`)
}

async function firstLine(io: Io, file: string): Promise<string> {
  const text = await readFile(resolve(io.cwd, file), 'utf8').catch(() => {
    throw new WrongUse(`The passphrase cannot be read from ${file}.`)
  })
  return text.split(/\r?\n/)[0] ?? ''
}
