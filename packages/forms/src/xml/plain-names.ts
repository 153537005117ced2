import { knownNames } from './element-name.js'

const MAX_NAMES = 3000
const SLOTS = 8192

/**
 * The names of the elements met, each with a number: names that are searched for have the number they have everywhere,
 * others one that is good for the document alone. Finding a known name allocates nothing.
 */
export class PlainNames {
  readonly #numbers = new Int32Array(SLOTS)
  readonly #names: string[] = ['']
  /** How many of the names are those of everywhere. */
  #shared = 0

  of(number: number): string {
    return this.#names[number] ?? ''
  }

  /** Whether a number is the one that the name has everywhere. */
  isShared(number: number): boolean {
    return number <= this.#shared
  }

  /** Before each document. Makes room, so that files with invented names cannot fill it for good. */
  begin(): void {
    const shared = knownNames()
    if (shared.length === this.#shared && this.#names.length < MAX_NAMES / 2) return
    this.#numbers.fill(0)
    this.#names.length = 1
    for (const { name, nameBytes, nameNumber } of shared) {
      this.#names.push(name)
      this.#numbers[this.#slotOf(nameBytes, 0, nameBytes.length, hashOf(nameBytes))] = nameNumber
    }
    this.#shared = shared.length
  }

  /** The number of the ASCII name in a range of bytes; 0 if there is no more room. */
  number(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const slot = this.#slotOf(bytes, start, end, hash)
    const known = this.#numbers[slot] ?? 0
    if (known !== 0) return known
    const number = this.#names.length
    if (number >= MAX_NAMES) return 0
    this.#names.push(String.fromCharCode(...bytes.subarray(start, end)))
    this.#numbers[slot] = number
    return number
  }

  /** The slot of the name, or the free one where it would be. */
  #slotOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    let slot = hash & (SLOTS - 1)
    for (let known = this.#numbers[slot] ?? 0; known !== 0; known = this.#numbers[slot] ?? 0) {
      if (isText(bytes, start, end, this.#names[known] ?? '')) return slot
      slot = (slot + 1) & (SLOTS - 1)
    }
    return slot
  }
}

/** One step of the hash of a name. */
export function hashWith(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0
}

function hashOf(bytes: Uint8Array): number {
  let hash = 0
  for (const byte of bytes) hash = hashWith(hash, byte)
  return hash
}

/** Whether a range of bytes is this ASCII text. */
export function isText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (text.length !== end - start) return false
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false
  return true
}
