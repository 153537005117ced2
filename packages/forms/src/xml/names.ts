const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Names seen in any document, so that the same name is the same string each time: looking it up in the table of a
 * form is then quick. Bounded, so that files with invented names cannot fill the memory.
 */
export class Names {
  readonly #buckets = new Map<number, { readonly bytes: Uint8Array; readonly name: string }[]>()
  #count = 0

  read(bytes: Uint8Array, at: number): string {
    let hash = 2166136261
    let end = at
    for (let byte = bytes[end] ?? 0; byte !== 0; byte = bytes[++end] ?? 0)
      hash = Math.imul(hash ^ byte, 16777619)
    const bucket = this.#buckets.get(hash)
    const known = bucket?.find(b => sameBytes(b.bytes, bytes, at, end))
    if (known !== undefined) return known.name
    const name = decoder.decode(bytes.subarray(at, end))
    if (this.#count >= MAX_NAMES) return name
    this.#count++
    const entry = { bytes: bytes.slice(at, end), name }
    if (bucket === undefined) this.#buckets.set(hash, [entry])
    else bucket.push(entry)
    return name
  }
}

const MAX_NAMES = 4000

function sameBytes(a: Uint8Array, b: Uint8Array, from: number, to: number): boolean {
  if (a.length !== to - from) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[from + i]) return false
  return true
}
