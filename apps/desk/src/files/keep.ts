import { create, type Entity, type FileStore, type Row, type StoredFile, type Tx } from '@vigie/record'

/** A file of which the record knows. */
export interface KeptFile extends StoredFile {
  readonly name: string
  readonly mediaType: string
}

/** What a file that somebody sends can belong to. */
export const FILE_OWNERS = [
  'signals',
  'cases',
  'report_chains',
  'report_drafts',
  'reports',
  'submissions',
  'tasks',
  'organisations',
  'device_families',
  'devices',
  'certificates',
] as const satisfies readonly Entity[]

const whole = async function* (bytes: Uint8Array) {
  yield bytes
}

/** Keeps bytes that are in memory. */
export async function keepBytes(
  files: FileStore,
  tenantId: string,
  file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array },
): Promise<KeptFile> {
  const stored = await files.put(tenantId, whole(file.bytes), file.bytes.length)
  return { ...stored, name: file.name, mediaType: file.mediaType }
}

/** Writes down that a kept file belongs to a record. `id` is that of its row, where it was named before. */
export async function recordFile(
  tx: Tx,
  tenantId: string,
  file: KeptFile,
  owner: { readonly entity: Entity; readonly id: string },
  id?: string,
): Promise<Row<'files'>> {
  const values = {
    sha256: file.sha256,
    size: file.size,
    media_type: file.mediaType,
    name: file.name,
    entity: owner.entity,
    entity_id: owner.id,
  }
  return (await create(tx, { entity: 'files', tenantId, ...(id === undefined ? {} : { id }) }, values)).row
}
