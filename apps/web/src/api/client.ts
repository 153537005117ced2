import { offline, ProblemError, problemIn } from './problem.js'

/** What was read, with its version for the change that may follow. */
export interface Loaded<T> {
  readonly data: T
  /** Send it back with the change; `undefined` where a thing has no version. */
  readonly etag: string | undefined
}

export interface WriteOptions {
  readonly body?: unknown
  /** The version the change is made on. */
  readonly etag?: string | undefined
  /** One per intention of the person, kept while the same form is sent again: a repeat then changes nothing. */
  readonly idempotencyKey?: string | undefined
  readonly signal?: AbortSignal
}

const API = '/api'
let csrfToken: string | null = null
let onExpiry: () => void = () => {}

/** The token of the session, needed with every change. */
export function setCsrfToken(token: string | null): void {
  csrfToken = token
}

/** What to do when the session has ended while somebody works. */
export function onSessionExpiry(act: () => void): void {
  onExpiry = act
}

/** Query parameters as text; those that are undefined or empty are left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>

export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  return search.size === 0 ? path : `${path}?${search}`
}

/** Reads; throws a {@link ProblemError}. */
export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Loaded<T>> {
  return read<T>(
    await send(withQuery(path, query), { method: 'GET', ...(signal === undefined ? {} : { signal }) }),
  )
}

export const post = <T>(path: string, options: WriteOptions = {}) => write<T>('POST', path, options)
export const put = <T>(path: string, options: WriteOptions) => write<T>('PUT', path, options)
export const remove = <T>(path: string, options: WriteOptions = {}) => write<T>('DELETE', path, options)

/** A change is sent once and never repeated by itself: whether it was done is for a person to see. */
async function write<T>(method: string, path: string, options: WriteOptions): Promise<Loaded<T>> {
  const headers = new Headers()
  if (csrfToken !== null) headers.set('x-csrf-token', csrfToken)
  if (options.etag !== undefined) headers.set('if-match', options.etag)
  if (options.idempotencyKey !== undefined) headers.set('idempotency-key', options.idempotencyKey)
  const { body } = options
  // A file goes as it is, everything else as JSON.
  const isRaw = body instanceof Blob || body instanceof FormData
  if (body !== undefined && !isRaw) headers.set('content-type', 'application/json')
  return read<T>(
    await send(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    }),
  )
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(`${API}${path}`, { ...init, credentials: 'same-origin', redirect: 'error' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw offline()
  }
  if (response.ok) return response
  const problem = await problemIn(response)
  if (problem.code === 'not-signed-in') onExpiry()
  throw problem
}

async function read<T>(response: Response): Promise<Loaded<T>> {
  const etag = response.headers.get('etag') ?? undefined
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  if (!isJson && response.status !== 204) {
    throw new ProblemError(
      'not-the-desk',
      response.status,
      'The answer is not what the desk sends.',
      'Try again.',
    )
  }
  // The server checks its answers against the schemas these types are made from.
  const data: T = response.status === 204 ? undefined : await response.json()
  return { data, etag }
}

/** A key for one intention: make it when the form opens, and again after it was saved. */
export const newIdempotencyKey = (): string => crypto.randomUUID()
