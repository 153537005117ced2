import { type FileStore, newId, type Tx } from '@vigie/record'
import { keepBytes, recordFile } from '../files/keep.js'
import type { Attachment } from './signal-details.js'

export interface FileToKeep {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Bytes that lie in the store and have no row yet; what names them can be written before the row is. */
export type Stored = Attachment

/** Puts files into the store: outside of a transaction, since that may run twice. */
export async function storeFiles(
  files: FileStore,
  tenantId: string,
  all: readonly FileToKeep[],
): Promise<readonly Stored[]> {
  const stored: Stored[] = []
  for (const file of all) {
    const { name, mediaType, size, sha256 } = await keepBytes(files, tenantId, file)
    stored.push({ fileId: newId(), name, mediaType, size, sha256 })
  }
  return stored
}

/** Gives stored files their rows, as files of a record. */
export async function keepFiles(
  tx: Tx,
  of: { readonly tenantId: string; readonly entity: 'signals' | 'forwards'; readonly id: string },
  stored: readonly Stored[],
): Promise<void> {
  for (const { fileId, ...file } of stored) await recordFile(tx, of.tenantId, file, of, fileId)
}
