import { sha256Hex } from '@vigie/kernel'

/** A text nobody can guess (256 bits); shown once, kept as {@link secretHash} only. */
export const newSecret = (random: (bytes: number) => Uint8Array): string =>
  Buffer.from(random(32)).toString('base64url')

/** What is kept of a secret. It has 256 random bits, so a plain hash cannot be turned back. */
export const secretHash = (secret: string): string => sha256Hex(`vigie-secret\n${secret}`)

/** The token a page must show beside its session's cookie. It follows from the session, so nothing more is kept. */
export const csrfToken = (session: string): string => sha256Hex(`vigie-csrf\n${session}`)
