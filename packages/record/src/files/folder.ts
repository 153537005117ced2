import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { checked, type FileStore, keyOf, measure } from './store.js'

/** Files in a folder of this machine: written beside, forced to disk, then given their name. */
export function folderFiles(root: string): FileStore {
  const pathOf = (tenantId: string, sha256: string) => join(root, keyOf(tenantId, sha256))
  return {
    put: async (tenantId, bytes, limit) => {
      const incoming = join(root, 'incoming')
      await mkdir(incoming, { recursive: true })
      const beside = join(incoming, randomUUID())
      try {
        const { stream, result } = measure(limit)
        await pipeline(bytes, stream, createWriteStream(beside, { flags: 'wx', mode: 0o600, flush: true }))
        const file = result()
        const path = pathOf(tenantId, file.sha256)
        await mkdir(dirname(path), { recursive: true })
        await rename(beside, path)
        for (let folder = dirname(path); ; folder = dirname(folder)) {
          await syncFolder(folder)
          if (folder === root || dirname(folder) === folder) break
        }
        return file
      } finally {
        await rm(beside, { force: true })
      }
    },
    get: async (tenantId, sha256) => {
      const path = pathOf(tenantId, sha256)
      return existsSync(path) ? checked(createReadStream(path), sha256) : undefined
    },
    has: async (tenantId, sha256) => existsSync(pathOf(tenantId, sha256)),
  }
}

/** A new name is on disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
