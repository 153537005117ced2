import { z } from '@hono/zod-openapi'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Row } from '@vigie/record'

const kept = z.object({
  details: z.object({
    credentialId: z.string(),
    publicKey: z.string(),
    rpId: z.string(),
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
  }),
})

/**
 * Checks again the passkey's answer that a signature keeps, years later and without the passkey: whether it was given
 * for this payload. True for a password, which leaves nothing to check.
 */
export async function proofHolds(row: Row<'signatures'>): Promise<boolean> {
  if (row.method !== 'passkey') return true
  const proof = kept.safeParse(row.proof)
  if (!proof.success) return false
  const { credentialId: id, publicKey, rpId, ...answer } = proof.data.details
  try {
    const { verified } = await verifyAuthenticationResponse({
      response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: answer },
      expectedChallenge: Buffer.from(row.payload_hash, 'hex').toString('base64url'),
      expectedOrigin: originIn(answer.clientDataJSON),
      expectedRPID: rpId,
      // The counter was looked at when it was given.
      credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter: 0 },
      requireUserVerification: true,
    })
    return verified
  } catch {
    return false
  }
}

/** The page it was given on, which was compared with the configured ones then; they may be others today. */
function originIn(clientDataJSON: string): string {
  const read: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
  return typeof read === 'object' && read !== null && 'origin' in read ? String(read.origin) : ''
}
