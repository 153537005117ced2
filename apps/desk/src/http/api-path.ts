/** Where the API lives on the server; everything else is the page's. Routes are written without it. */
export const API = '/api'

/** Addresses outside {@link API} that programs expect at the root. */
const AT_THE_ROOT: ReadonlySet<string> = new Set(['/openapi.json', '/health', '/metrics'])

/** Whether a path belongs to the API and not to the page. */
export const isApiPath = (path: string): boolean =>
  path === API || path.startsWith(`${API}/`) || AT_THE_ROOT.has(path)

/** The path as routes are written: `/api/cases` is `/cases`. */
export function routeOf(request: Request): string {
  const path = pathOf(request.url)
  return path.startsWith(`${API}/`) ? path.slice(API.length) : path
}

/** The path of an address, without query; `new URL` for each request would cost more than the routing. */
export function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3)
  if (start < 0) return '/'
  const end = url.slice(start).search(/[?#]/)
  return end < 0 ? url.slice(start) : url.slice(start, start + end)
}
