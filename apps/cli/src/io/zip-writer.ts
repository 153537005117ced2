import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Zip, ZipDeflate } from 'fflate'

/** Writes files into a zip file, one after the other and piece by piece. */
export function zipWriter(path: string): {
  put(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  end(): Promise<void>
} {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  let failed: Error | undefined
  file.on('error', error => {
    failed ??= error
  })
  const zip = new Zip((error, chunk) => {
    if (error !== null) failed ??= error
    else file.write(chunk)
  })
  const drained = async () => {
    if (failed !== undefined) throw failed
    if (file.writableNeedDrain) await once(file, 'drain')
  }
  return {
    put: async (name, bytes) => {
      const entry = new ZipDeflate(name, { level: 6 })
      zip.add(entry)
      for await (const chunk of bytes) {
        entry.push(chunk)
        await drained()
      }
      entry.push(new Uint8Array(0), true)
      await drained()
    },
    end: async () => {
      zip.end()
      if (failed !== undefined) throw failed
      file.end()
      await once(file, 'close')
      if (failed !== undefined) throw failed
    },
  }
}
