/** A provider where people sign in (OpenID Connect). */
export interface OidcConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** How an installation is set. Times are in milliseconds, sizes in bytes. */
export interface DeskConfig {
  /** The addresses people use, as `https://host[:port]`; other hosts and origins are refused. */
  readonly origins: readonly string[]
  readonly bodyLimit: number
  /** Of one file that is uploaded. */
  readonly fileLimit: number
  readonly sessionIdle: number
  readonly sessionLife: number
  /** Failures after which an account is locked, and for how long. */
  readonly lockAfter: number
  readonly lockFor: number
  /** Attempts to sign in that one network address and all together may make in a minute. */
  readonly signInsPerMinute: { readonly address: number; readonly all: number }
  /** Requests of any kind that one network address and one person may make in a minute. */
  readonly requestsPerMinute: { readonly address: number; readonly principal: number }
  /** How long a link that lets somebody in is good. */
  readonly invitationLife: number
  readonly oidc?: OidcConfig
  /** The code that makes the first administrator; absent when there is one. */
  readonly setupCode?: string
}

const MINUTE = 60_000

export const DEFAULTS: Omit<DeskConfig, 'origins'> = {
  bodyLimit: 2 * 1_048_576,
  fileLimit: 100 * 1_048_576,
  sessionIdle: 30 * MINUTE,
  sessionLife: 12 * 60 * MINUTE,
  lockAfter: 5,
  lockFor: 15 * MINUTE,
  signInsPerMinute: { address: 20, all: 300 },
  requestsPerMinute: { address: 6000, principal: 3000 },
  invitationLife: 7 * 24 * 60 * MINUTE,
}
