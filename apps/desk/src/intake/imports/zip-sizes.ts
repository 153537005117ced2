import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const MOST_ENTRIES = 2000

/**
 * Why an archive must not be opened; undefined for one that may. Sizes that it declares are not believed: each entry is
 * unpacked once against what is left of `most` bytes, so that a bomb ends here and not in the reader of spreadsheets.
 */
export function faultOfZip(bytes: Uint8Array, most: number): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return 'it is not a whole archive'
  const entries = view.getUint16(end + 10, true)
  if (entries > MOST_ENTRIES) return `it has more than ${MOST_ENTRIES} parts`
  let at = view.getUint32(end + 16, true)
  let left = most
  let declared = 0
  const parts: { readonly from: number; readonly size: number; readonly method: number }[] = []
  for (let i = 0; i < entries; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return 'its list of parts is broken'
    if ((view.getUint16(at + 8, true) & 1) === 1) return 'it is locked with a password'
    declared += view.getUint32(at + 24, true)
    const method = view.getUint16(at + 10, true)
    parts.push({ from: view.getUint32(at + 42, true), size: view.getUint32(at + 20, true), method })
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  const tooLarge = `unpacked it is larger than ${Math.floor(most / 1_048_576)} MiB`
  if (declared > most) return tooLarge
  for (const part of parts) {
    const { from } = part
    if (from + 30 > view.byteLength || view.getUint32(from, true) !== LOCAL)
      return 'one of its parts is not there'
    const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true)
    if (start + part.size > view.byteLength) return 'one of its parts is cut off'
    const packed = bytes.subarray(start, start + part.size)
    const size = sizeOf(packed, part.method, left)
    if (size === 'unknown') return 'one of its parts is packed in an unknown way or damaged'
    if (size > left) return tooLarge
    left -= size
  }
  return undefined
}

/** The record at the end stands in the last 64 KiB, before a comment. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return undefined
}

function sizeOf(packed: Uint8Array, method: number, left: number): number | 'unknown' {
  if (method === 0) return packed.length
  if (method !== 8) return 'unknown'
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return tooLarge ? Number.POSITIVE_INFINITY : 'unknown'
  }
}
