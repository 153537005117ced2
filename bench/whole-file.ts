import { closeSync, openSync, readSync } from 'node:fs'

let buffer = Buffer.allocUnsafeSlow(1 << 20)

/** The bytes of a file, good until the next one is read: many files are read into the same memory, one after the other. */
export function wholeFile(name: string): Uint8Array {
  const file = openSync(name, 'r')
  try {
    let length = 0
    for (;;) {
      const read = readSync(file, buffer, length, buffer.length - length, null)
      if (read === 0) return buffer.subarray(0, length)
      length += read
      if (length === buffer.length) buffer = Buffer.concat([buffer], length * 2)
    }
  } finally {
    closeSync(file)
  }
}
