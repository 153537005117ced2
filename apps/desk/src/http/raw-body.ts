import type { MiddlewareHandler } from 'hono'
import type { DeskEnv } from '../env.js'

/** Routes whose body is a file: it is neither JSON nor read before the route does, which has its own limit. */
const RAW = new Set(['POST /files', 'POST /imports', 'POST /imports/mir', 'POST /intake/eml'])

/** Lets a middleware pass over bodies that are files. */
export function exceptFiles(inner: MiddlewareHandler<DeskEnv>): MiddlewareHandler<DeskEnv> {
  return (c, next) => (RAW.has(`${c.req.method} ${c.req.path}`) ? next() : inner(c, next))
}
