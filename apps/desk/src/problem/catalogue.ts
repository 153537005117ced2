/** What the server answers when it does not do what was asked: status, what it means, and what to do. */
export interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 421 | 422 | 428 | 429 | 500 | 503
  readonly title: string
  readonly mend: string
}

/** Every problem of the API by its stable code; `docs/problems.md` lists the same (a test compares them). */
export const PROBLEMS = {
  'malformed-json': {
    status: 400,
    title: 'The body is not a JSON document.',
    mend: 'Send one JSON document in UTF-8, nested at most 64 deep.',
  },
  'invalid-address': {
    status: 400,
    title: 'The path or the query has values that cannot be used.',
    mend: 'Correct each value named in the findings.',
  },
  'invalid-etag': {
    status: 400,
    title: 'The header If-Match cannot be read.',
    mend: 'Send the ETag of the version you saw, for example If-Match: "3".',
  },
  'not-signed-in': {
    status: 401,
    title: 'This needs a signed-in person or a token.',
    mend: 'Sign in, or send Authorization: Bearer with a token that is valid.',
  },
  'sign-in-failed': {
    status: 401,
    title: 'The e-mail address or the password is wrong, or the account is locked for some minutes.',
    mend: 'Check both and try again; after several failures wait a quarter of an hour.',
  },
  'step-up-failed': {
    status: 403,
    title:
      'The signature was not given: the proof of who signs is wrong, or the account is locked for some minutes.',
    mend: 'Type your own password again, or use your passkey; after several failures wait a quarter of an hour.',
  },
  forbidden: {
    status: 403,
    title: 'You may not do this.',
    mend: 'Ask an administrator for a role, or the manufacturer for a mandate, that allows it.',
  },
  'cross-site': {
    status: 403,
    title: 'The request came from another web site.',
    mend: 'Open the desk itself and do it there; a program uses a token.',
  },
  'csrf-token': {
    status: 403,
    title: 'The header X-CSRF-Token is missing or wrong.',
    mend: 'Send the csrfToken that GET /session answers.',
  },
  'session-needed': {
    status: 403,
    title: 'This is done by a signed-in person, not with a token.',
    mend: 'Sign in with the password and do it there.',
  },
  'setup-refused': {
    status: 403,
    title: 'The first administrator is made on this machine, once, with the code from the terminal.',
    mend: 'Open the desk on the machine it runs on and type the code it printed at start. If there is an administrator already, ask for an account.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here, or it is not yours to see.',
    mend: 'Check the address.',
  },
  duplicate: {
    status: 409,
    title: 'There is one with this number or reference already.',
    mend: 'Use the one that is there, or another number.',
  },
  'reason-needed': {
    status: 409,
    title: 'The record is finished; a change needs a reason.',
    mend: 'Send the reason in the field reason.',
  },
  'already-done': {
    status: 409,
    title: 'This was done already, or given up.',
    mend: 'Look at what became of it; begin anew to do it again.',
  },
  'other-request': {
    status: 409,
    title: 'The Idempotency-Key was used before for another request.',
    mend: 'Use a new key for a new request.',
  },
  changed: {
    status: 412,
    title: 'Somebody else changed this meanwhile; nothing was overwritten.',
    mend: 'Look at what changed (conflict), put your change on top and send it with the new ETag.',
  },
  'too-large': {
    status: 413,
    title: 'The body is larger than the server takes.',
    mend: 'Send less in one request.',
  },
  'not-json': {
    status: 415,
    title: 'The body is not declared as JSON.',
    mend: 'Send Content-Type: application/json.',
  },
  'wrong-host': {
    status: 421,
    title: 'The desk does not answer under this host name.',
    mend: 'Use the address the desk printed at start, or set VIGIE_ORIGIN to the one you use.',
  },
  'invalid-body': {
    status: 422,
    title: 'The body has faults; nothing was kept.',
    mend: 'Correct each fault named in the findings; they are all there.',
  },
  'version-needed': {
    status: 428,
    title: 'A change names the version it is made on.',
    mend: 'Read the record and send its ETag in If-Match.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many attempts in a short time.',
    mend: 'Wait for the seconds given in Retry-After.',
  },
  internal: {
    status: 500,
    title: 'The server failed; nothing was kept.',
    mend: 'Try again; if it stays, give the request id to whoever runs the server.',
  },
  unavailable: {
    status: 503,
    title: 'The record cannot be reached just now; nothing was kept.',
    mend: 'Try again in a minute.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

export type ProblemCode = keyof typeof PROBLEMS

/** The page of the documentation that lists the problems. */
export function problemsPage(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([code, { status, title, mend }]) => `| \`${code}\` | ${status} | ${title} | ${mend} |`,
  )
  return [
    '# Problems',
    '',
    'What the API answers when it does not do what was asked, as `application/problem+json` (RFC 9457).',
    'The `code` is stable. `findings` lists every fault in what was sent, each with its path and what to do.',
    '',
    '| code | status | what it means | what to do |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
