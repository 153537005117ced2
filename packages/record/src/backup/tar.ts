import { RecordError } from '../errors.js'

const BLOCK = 512
/** What fits the size field of the format; an entry here is a part of a table or one file. */
const LARGEST = 8 ** 11 - 1

/** The header of one file in a tar archive (POSIX ustar). */
export function tarHeader(name: string, size: number): Uint8Array {
  const bytes = Buffer.alloc(BLOCK)
  if (Buffer.byteLength(name) > 100) throw new RangeError(`the name ${name} is too long for the archive`)
  if (size > LARGEST) throw new RangeError(`${name} is too large for the archive`)
  bytes.write(name, 0)
  bytes.write('0000600\0', 100)
  bytes.write('0000000\0', 108)
  bytes.write('0000000\0', 116)
  bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  bytes.write('00000000000\0', 136)
  bytes.write('        ', 148)
  bytes.write('0', 156)
  bytes.write('ustar\u000000', 257)
  bytes.write(`${sumOf(bytes).toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

const sumOf = (header: Uint8Array) => header.reduce((sum, byte) => sum + byte, 0)

/** What fills an entry up to whole blocks. */
export const tarPadding = (size: number): Uint8Array => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

/** The end of an archive. */
export const TAR_END: Uint8Array = Buffer.alloc(2 * BLOCK)

export interface TarEntry {
  readonly name: string
  readonly size: number
  /** Must be read to its end before the next entry. */
  readonly bytes: AsyncIterable<Uint8Array>
}

const damaged = (why: string) =>
  new RecordError('backup-damaged', `The backup is damaged or not whole: ${why}. Take another copy of it.`)

/** The entries of an archive as {@link tarHeader} writes it. Anything else is a RecordError `backup-damaged`. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const input = new Input(source)
  for (;;) {
    const header = await input.exactly(BLOCK)
    if (header === undefined) throw damaged('it ends too early')
    if (header.every(byte => byte === 0)) return
    const text = (from: number, length: number) =>
      header.toString('utf8', from, from + length).replace(/[\0 ]*$/, '')
    const copy = Buffer.from(header)
    copy.write('        ', 148)
    if (Number.parseInt(text(148, 8), 8) !== sumOf(copy)) throw damaged('the head of an entry is wrong')
    const size = Number.parseInt(text(124, 12), 8)
    yield { name: text(0, 100), size, bytes: input.part(size) }
    await input.exactly(tarPadding(size).length)
  }
}

/** Bytes taken from a stream in the lengths one asks for. */
class Input {
  readonly #source: AsyncIterator<Uint8Array>
  #rest: Buffer = Buffer.alloc(0)
  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next()
    if (next.done === true) return false
    this.#rest = this.#rest.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#rest, next.value])
    return true
  }

  async exactly(length: number): Promise<Buffer | undefined> {
    while (this.#rest.length < length) if (!(await this.#more())) return undefined
    const taken = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(length)
    return taken
  }

  async *part(size: number): AsyncGenerator<Uint8Array> {
    for (let left = size; left > 0; ) {
      if (this.#rest.length === 0 && !(await this.#more())) throw damaged('it ends too early')
      const taken = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(taken.length)
      left -= taken.length
      yield taken
    }
  }
}
