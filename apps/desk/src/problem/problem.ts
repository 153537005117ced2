import type { Finding, Json } from '@vigie/kernel'
import { PROBLEMS, type ProblemCode } from './catalogue.js'

export interface ProblemDetails {
  readonly findings?: readonly Finding[]
  /** What others changed; only with `changed`. */
  readonly conflict?: Json
  /** Seconds to wait; only with `too-many-requests`. */
  readonly retryAfter?: number
  /** The ETag of what is there now; only with `changed`. */
  readonly etag?: string
}

/** Ends a request with a problem of the catalogue. Thrown inside a transaction it also undoes what was written. */
export class Problem extends Error {
  override readonly name = 'Problem'
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code)
  }
}

/** The answer for a problem. `requestId` lets a person name it to whoever runs the server. */
export function problemResponse(problem: Problem, requestId: string): Response {
  const { status, title, mend } = PROBLEMS[problem.code]
  const { findings = [], conflict, retryAfter, etag } = problem.details
  const body = {
    type: `urn:vigie:problem:${problem.code}`,
    title,
    status,
    code: problem.code,
    mend,
    instance: `urn:vigie:request:${requestId}`,
    findings,
    ...(conflict === undefined ? {} : { conflict }),
  }
  const headers = new Headers({ 'content-type': 'application/problem+json' })
  if (status === 401) headers.set('www-authenticate', 'Bearer realm="vigie"')
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter))
  if (etag !== undefined) headers.set('etag', etag)
  return new Response(JSON.stringify(body), { status, headers })
}
