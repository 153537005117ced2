import { Problem } from '../problem/problem.js'

/** Bytes on their way in, with the first ones looked at already. */
export interface Incoming {
  readonly first: Uint8Array
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * Begins to read the body of a request. A body that says it is too large is refused before a byte of it is read; one
 * that says nothing is stopped at the limit by whoever keeps it.
 */
export async function incomingBody(request: Request, limit: number, look: number): Promise<Incoming> {
  const said = Number(request.headers.get('content-length') ?? 0)
  if (said > limit) throw new Problem('too-large')
  const reader = request.body?.getReader()
  const ahead: Uint8Array[] = []
  let size = 0
  let ended = reader === undefined
  while (reader !== undefined && size < look && !ended) {
    const { done, value } = await reader.read()
    ended = done
    if (value !== undefined) {
      ahead.push(value)
      size += value.length
    }
  }
  const bytes = async function* () {
    yield* ahead
    while (reader !== undefined && !ended) {
      const { done, value } = await reader.read()
      ended = done
      if (value !== undefined) yield value
    }
  }
  return { first: Buffer.concat(ahead).subarray(0, look), bytes: bytes() }
}

/** The whole of a body that must fit into memory. Refused past the limit, without reading on. */
export async function wholeBody(request: Request, limit: number): Promise<Uint8Array> {
  const { bytes } = await incomingBody(request, limit, 0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > limit) throw new Problem('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
