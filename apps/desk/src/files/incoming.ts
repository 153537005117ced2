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
  const next = chunksOf(request)
  const ahead: Uint8Array[] = []
  let size = 0
  for (let chunk = size < look ? await next() : undefined; chunk !== undefined; ) {
    ahead.push(chunk)
    size += chunk.length
    chunk = size < look ? await next() : undefined
  }
  const bytes = async function* () {
    yield* ahead
    for (let chunk = await next(); chunk !== undefined; chunk = await next()) yield chunk
  }
  return { first: Buffer.concat(ahead).subarray(0, look), bytes: bytes() }
}

/** The chunks of a body one by one; undefined at the end, and after it. */
function chunksOf(request: Request): () => Promise<Uint8Array | undefined> {
  const reader = request.body?.getReader()
  return async () => (reader === undefined ? undefined : (await reader.read()).value)
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
