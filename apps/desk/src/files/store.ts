import { join } from 'node:path'
import { type FileStore, folderFiles, s3Files } from '@vigie/record'
import type { Settings } from '../settings.js'

/** Where files are kept: a bucket where one is set, else a folder beside the embedded database. */
export function fileStoreOf(settings: Pick<Settings, 'folder' | 's3'>): FileStore {
  return settings.s3 === undefined ? folderFiles(join(settings.folder, 'files')) : s3Files(settings.s3)
}
