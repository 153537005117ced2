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
  'passkey-refused': {
    status: 403,
    title: 'The passkey did not prove who you are.',
    mend: 'Start again and answer within ten minutes, with a passkey of this desk that you did not remove.',
  },
  'signing-held': {
    status: 403,
    title: 'You may not sign for now: somebody else made the link with which your password was set.',
    mend: 'Ask an administrator other than the one who made the link to let you sign again.',
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
  'no-mandate': {
    status: 403,
    title: 'No mandate lets you send reports for this manufacturer there.',
    mend: 'Ask the manufacturer for a mandate in force for that jurisdiction that says that the representative reports, or let the manufacturer send it.',
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
  'invitation-over': {
    status: 404,
    title: 'This link was used, revoked, is over, or never was.',
    mend: 'Ask an administrator for a new one.',
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
  'last-administrator': {
    status: 409,
    title: 'This would leave the tenant without an administrator.',
    mend: 'Make somebody else administrator first.',
  },
  'author-is-approver': {
    status: 409,
    title: 'Who wrote a record does not approve it.',
    mend: 'Ask somebody else to approve; in an emergency send override with a reason, which stands beside the signature.',
  },
  'changed-since-shown': {
    status: 409,
    title: 'The record is not the one that was shown for signing.',
    mend: 'Read it again and sign what is there now.',
  },
  'signature-over': {
    status: 409,
    title: 'What was prepared for signing was signed already, is too old, or was prepared by somebody else.',
    mend: 'Prepare the signature again (POST /signatures/challenge) and sign within ten minutes.',
  },
  'state-order': {
    status: 409,
    title: 'This state does not follow from the present one.',
    mend: 'Look at the present state; what has ended stays ended, so make a new one.',
  },
  'wrong-state': {
    status: 409,
    title: 'This step is not possible in the state the record is in.',
    mend: 'The finding says which steps are; read the record again.',
  },
  'four-eyes': {
    status: 409,
    title: 'Who wrote a report does not approve it.',
    mend: 'Ask somebody else to approve; in an emergency give a reason for the override, which is kept and shown.',
  },
  'seal-broken': {
    status: 409,
    title: 'The approval does not hold for what the draft says now.',
    mend: 'Have the draft reviewed and approved again.',
  },
  'signature-refused': {
    status: 409,
    title: 'Nothing was signed.',
    mend: 'Ask for what is to be signed again, look at it and sign it within ten minutes.',
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
  'unsupported-file': {
    status: 415,
    title: 'The file is not one that can be taken here.',
    mend: 'The finding says what it is and what to give instead.',
  },
  'not-json': {
    status: 415,
    title: 'The body is not declared as JSON.',
    mend: 'Send Content-Type: application/json.',
  },
  'passkey-address': {
    status: 421,
    title: 'A passkey belongs to a host name; this address is a number.',
    mend: 'Open the desk under its name; on this machine as http://localhost with the port.',
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
  blocked: {
    status: 422,
    title: 'Findings block this report; nothing was issued.',
    mend: 'Mend each finding that blocks, then have it approved again.',
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
  'file-damaged': {
    status: 500,
    title: 'The kept file is not what it was; it is not shown.',
    mend: 'Restore the file store from a backup; the record says which file it must be.',
  },
  'provider-unavailable': {
    status: 503,
    title: 'The provider where you sign in does not answer.',
    mend: 'Sign in with the password or a passkey, or try again in a minute.',
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
