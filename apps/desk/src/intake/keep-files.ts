import { create, type FileStore, newId, type Tx } from '@vigie/record'
import type { Attachment } from './signal-details.js'

export interface FileToKeep {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Bytes that lie in the store and have no row yet. */
export type Stored = Attachment

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Puts files into the store: outside of a transaction, since that may run twice. */
export async function storeFiles(
  files: FileStore,
  tenantId: string,
  all: readonly FileToKeep[],
): Promise<readonly Stored[]> {
  const stored: Stored[] = []
  for (const { name, mediaType, bytes } of all) {
    const { sha256, size } = await files.put(tenantId, once(bytes), bytes.length)
    stored.push({ fileId: newId(), name, mediaType, size, sha256 })
  }
  return stored
}

/** Gives stored files their rows, as files of a record. */
export async function keepFiles(
  tx: Tx,
  of: { readonly tenantId: string; readonly entity: string; readonly id: string },
  stored: readonly Stored[],
): Promise<void> {
  for (const { fileId, name, mediaType, size, sha256 } of stored) {
    const values = { sha256, size, media_type: mediaType, name, entity: of.entity, entity_id: of.id }
    await create(tx, { entity: 'files', id: fileId, tenantId: of.tenantId }, values)
  }
}
