import type { Context } from 'hono'
import type { DeskEnv } from '../env.js'
import { Problem } from '../problem/problem.js'
import { routeOf } from './api-path.js'

const MIB = 1_048_576

/** Routes that take one file as it is, in place of JSON, with the most bytes each takes. */
const TAKES_FILE: ReadonlyMap<string, number> = new Map([
  ['/intake/eml', 32 * MIB],
  ['/imports', 16 * MIB],
])

/** Whether the body of a request is a file: then it is neither read nor limited before the route itself does both. */
export function takesFile(c: Context<DeskEnv>): boolean {
  return c.req.method === 'POST' && TAKES_FILE.has(routeOf(c.req.raw))
}

/**
 * The bytes of a file that was sent. What says that it is too large is refused before a byte is read; what turns out to
 * be is refused when it does. Who asks must be known before this is called.
 */
export async function fileBody(c: Context<DeskEnv>): Promise<Uint8Array> {
  const limit = TAKES_FILE.get(routeOf(c.req.raw)) ?? 0
  const declared = Number(c.req.header('content-length') ?? 0)
  if (!(declared <= limit)) throw new Problem('too-large')
  const parts: Uint8Array[] = []
  let size = 0
  const stream = c.req.raw.body
  if (stream !== null) {
    for await (const part of stream) {
      size += part.length
      if (size > limit) throw new Problem('too-large')
      parts.push(part)
    }
  }
  return Buffer.concat(parts)
}
