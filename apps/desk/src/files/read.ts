import { type FileStore, RecordError } from '@vigie/record'
import { Problem } from '../problem/problem.js'

/** The whole of a kept file, its hash checked before anything of it is shown. */
export async function readKept(files: FileStore, tenantId: string, sha256: string): Promise<Uint8Array> {
  const found = await files.get(tenantId, sha256)
  if (found === undefined) throw new Problem('file-damaged')
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of found) chunks.push(chunk)
  } catch (error) {
    if (error instanceof RecordError && error.code === 'file-damaged') throw new Problem('file-damaged')
    throw error
  }
  return Buffer.concat(chunks)
}
