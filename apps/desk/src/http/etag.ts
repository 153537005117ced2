import type { Context } from 'hono'
import type { DeskEnv } from '../env.js'
import { Problem } from '../problem/problem.js'

/** The ETag of a record is its version. */
export const etagOf = (version: number): string => `"${version}"`

/** The version a change is made on, from If-Match. One exact version: `*` would overwrite what nobody has seen. */
export function expectedVersion(c: Context<DeskEnv>): number {
  const header = c.req.header('if-match')
  if (header === undefined) throw new Problem('version-needed')
  const version = /^"([1-9]\d{0,8})"$/.exec(header.trim())?.[1]
  if (version === undefined) throw new Problem('invalid-etag')
  return Number(version)
}
