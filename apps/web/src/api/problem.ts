import type { ConflictBody, FindingBody, ProblemBody } from '@vigie/desk/shapes'

/** Codes that come from the page itself: the server was not reached, or answered something else than the desk. */
export type ClientCode = 'offline' | 'not-the-desk'
export type Code = ProblemBody['code'] | ClientCode

/** What the server answered when it did not do what was asked. All findings at once. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly findings: readonly FindingBody[]
  readonly conflict: ConflictBody | undefined
  constructor(
    readonly code: Code,
    readonly status: number,
    readonly title: string,
    readonly mend: string,
    more: {
      readonly findings?: readonly FindingBody[]
      readonly conflict?: ConflictBody | undefined
      readonly instance?: string
      /** The version that is there now; with a conflict. */
      readonly etag?: string | null
      /** Seconds to wait. */
      readonly retryAfter?: number
    } = {},
  ) {
    super(`${title} ${mend}`)
    this.findings = more.findings ?? []
    this.conflict = more.conflict
    this.instance = more.instance ?? ''
    this.etag = more.etag ?? undefined
    this.retryAfter = more.retryAfter
  }
  readonly instance: string
  readonly etag: string | undefined
  readonly retryAfter: number | undefined
}

/** The problem in an answer that is not a success. */
export async function problemIn(response: Response): Promise<ProblemError> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith('application/problem+json')) return notTheDesk(response.status)
  const body: ProblemBody = await response.json()
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new ProblemError(body.code, body.status, body.title, body.mend, {
    findings: body.findings,
    conflict: body.conflict,
    instance: body.instance,
    etag: response.headers.get('etag'),
    ...(Number.isFinite(wait) ? { retryAfter: wait } : {}),
  })
}

export const isProblem = (error: unknown, code?: Code): error is ProblemError =>
  error instanceof ProblemError && (code === undefined || error.code === code)

const notTheDesk = (status: number) =>
  new ProblemError(
    'not-the-desk',
    status,
    'Something between you and the desk answered in its place.',
    'Try again; if it stays, tell whoever runs the server.',
  )

export const offline = () =>
  new ProblemError(
    'offline',
    0,
    'The server cannot be reached.',
    'What you typed is still here. Check the connection and try again.',
  )
