import { Hono } from 'hono'
import type { DeskConfig } from '../config.js'
import type { Desk } from '../desk.js'
import type { DeskEnv } from '../env.js'
import { isApiPath, pathOf } from '../http/api-path.js'
import { headers } from '../http/frame.js'
import { ownHost } from '../http/origin.js'
import { problemOf } from '../problem/of-error.js'
import { Problem, problemResponse } from '../problem/problem.js'
import type { PageFile } from './page-files.js'

const YEAR = 31_536_000
const NOT_BUILT = 'The page is not built yet. Run "npm run setup" in the repository root, then start again.\n'

export type Fetch = (request: Request, env: object) => Response | Promise<Response>

/** The whole server: the API under its own path, the built page everywhere else. */
export function createSite(
  api: Desk,
  files: ReadonlyMap<string, PageFile>,
  config: Pick<DeskConfig, 'origins'>,
): Fetch {
  const pages = new Hono<DeskEnv>()
  pages.use(headers(), ownHost(config.origins))
  pages.get('*', c => {
    const file = files.get(pathOf(c.req.url))
    // A name with an ending is a file that is not there; any other is a page, which finds its way by itself.
    if (file === undefined && /\.[a-z0-9]+$/i.test(pathOf(c.req.url))) throw new Problem('not-found')
    const shown = file ?? files.get('/index.html')
    if (shown === undefined) return c.text(NOT_BUILT, 503)
    return fileResponse(shown, c.req.raw)
  })
  pages.notFound(() => problemResponse(new Problem('not-found'), ''))
  pages.onError(error => problemResponse(problemOf(error), ''))
  return (request, env) =>
    isApiPath(pathOf(request.url)) ? api.fetch(request, env) : pages.fetch(request, env)
}

function fileResponse(file: PageFile, request: Request): Response {
  const answer = new Headers({
    'content-type': file.type,
    etag: file.etag,
    vary: 'accept-encoding',
    'cache-control': file.hashed ? `public, max-age=${YEAR}, immutable` : 'no-cache',
  })
  if (request.headers.get('if-none-match') === file.etag)
    return new Response(null, { status: 304, headers: answer })
  const brotli = file.compressed !== undefined && takesBrotli(request.headers.get('accept-encoding') ?? '')
  if (brotli) answer.set('content-encoding', 'br')
  return new Response(brotli ? file.compressed : file.bytes, { headers: answer })
}

const takesBrotli = (accepted: string) => accepted.split(',').some(e => /^\s*br\s*(;|$)/.test(e))
