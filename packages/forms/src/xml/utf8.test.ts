import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codePointsBetween, isXmlUtf8 } from './utf8.js'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The same question, answered by the decoder and a pattern. */
function expected(bytes: Uint8Array): boolean {
  try {
    return !/[^\t\n\r\x20-\ufffd]/.test(decoder.decode(bytes))
  } catch {
    return false
  }
}

/** The sequences that are judged otherwise than by the decoder, alone or between letters at any alignment. */
function wrong(sequences: Iterable<readonly number[]>): string[] {
  const found: string[] = []
  for (const sequence of sequences) {
    const padded = Uint8Array.of(0x61, ...sequence, 0x62, 0x63, 0x64, 0x65)
    for (const bytes of [Uint8Array.from(sequence), padded, padded.subarray(1)])
      if (isXmlUtf8(bytes) !== expected(bytes)) found.push(bytes.join(' '))
  }
  return found
}

it('judges every pair of bytes as the decoder does', () => {
  function* pairs() {
    for (let a = 0; a < 256; a++) for (let b = 0; b < 256; b++) yield [a, b]
  }
  expect(wrong(pairs())).toEqual([])
})

it('judges longer sequences as the decoder does, at every edge', () => {
  const edges = [0, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbd, 0xbe, 0xbf, 0xc0, 0xff]
  function* sequences() {
    for (let a = 0xe0; a < 256; a++)
      for (const b of edges)
        for (const c of edges) {
          yield [a, b, c]
          for (const d of edges) yield [a, b, c, d]
        }
  }
  expect(wrong(sequences())).toEqual([])
})

it('judges any text and any bytes as the decoder does', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc.string({ unit: 'binary' }).map(t => new TextEncoder().encode(t)),
  )
  fc.assert(
    fc.property(bytes, fc.nat({ max: 3 }), (b, from) => {
      const part = b.subarray(from)
      expect(isXmlUtf8(part)).toBe(expected(part))
    }),
    { numRuns: 5000 },
  )
})

it('counts the code points of any part of a text', () => {
  const encoder = new TextEncoder()
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, text) => {
      const start = encoder.encode(before).length
      const bytes = encoder.encode(before + text)
      expect(codePointsBetween(bytes, start, bytes.length)).toBe([...text].length)
    }),
    { numRuns: 2000 },
  )
})
