import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FileStore, folderFiles } from '@vigie/record'
import { afterUs } from './after-us.js'

let made: FileStore | undefined

/** A file store in a folder that goes when this process ends; one for all tests, tenants keep theirs apart. */
export function temporaryFiles(): FileStore {
  if (made === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-desk-files-'))
    afterUs(folder)
    made = folderFiles(folder)
  }
  return made
}
