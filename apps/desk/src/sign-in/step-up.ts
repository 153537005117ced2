import { z } from '@hono/zod-openapi'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import type { Json } from '@vigie/kernel'
import { note, type Proof } from '@vigie/record'
import type { Services } from '../env.js'
import { signingHeldBy } from '../people/signing-hold.js'
import { Problem } from '../problem/problem.js'
import { findChallenge, keepChallenge, takeChallenge } from './challenges.js'
import { checkAssertion, passkeysOf, requestOptions } from './passkeys.js'
import { accountOf, homeOf, type Principal } from './principal.js'
import { provePassword } from './prove-password.js'
import { type Assertion, authenticationResponse } from './webauthn.js'

/** How a person shows at the moment of signing that it is still the same person (21 CFR 11.200(a)). */
export const stepUpProof = z
  .discriminatedUnion('method', [
    z.strictObject({ method: z.literal('password'), password: z.string().min(1).max(1000) }),
    z.strictObject({ method: z.literal('passkey'), response: authenticationResponse }),
  ])
  .openapi('StepUpProof')
export type StepUpProof = z.output<typeof stepUpProof>

/** The digest of what is signed as a challenge: its 32 bytes in base64url. */
const challengeOf = (payloadHash: string) => Buffer.from(payloadHash, 'hex').toString('base64url')

/**
 * Keeps what is about to be signed and asks the browser for a passkey whose challenge is its digest (21 CFR 11.70: a
 * proof belongs to this content, name, meaning and instant). Opens a transaction of its own.
 *
 * @param payloadHash `payloadDigest` of the record, 64 hexadecimal digits
 * @param details what {@link preparedFor} gives back
 * @returns the options, or undefined when the person has no passkey for this host; then the password is asked
 */
export async function stepUpOptions(
  s: Services,
  principal: Principal,
  payloadHash: string,
  rpId: string | undefined,
  details: Json = {},
): Promise<PublicKeyCredentialRequestOptionsJSON | undefined> {
  const person = accountOf(principal)
  const kept = {
    purpose: 'signature',
    challenge: challengeOf(payloadHash),
    personId: person.id,
    details,
  } as const
  const passkeys = await s.store.withInstallation(homeOf(principal), async tx => {
    await keepChallenge(tx, kept, s.clock())
    return passkeysOf(tx, person)
  })
  if (rpId === undefined || !passkeys.some(p => p.rp_id === rpId)) return undefined
  return requestOptions(rpId, Buffer.from(payloadHash, 'hex'), passkeys)
}

/** What was kept with {@link stepUpOptions} and waits for this person's proof. */
export async function preparedFor(
  s: Services,
  principal: Principal,
  payloadHash: string,
): Promise<Json | undefined> {
  const wanted = {
    purpose: 'signature',
    challenge: challengeOf(payloadHash),
    personId: accountOf(principal).id,
  } as const
  return s.store.withInstallation(homeOf(principal), tx => findChallenge(tx, wanted, s.clock()))
}

/**
 * Checks that the person who signs is at the keyboard, for one payload; a wrong proof stands in the trail. Opens
 * transactions of its own: call it before the transaction that signs, and hand what it returns to `sign` of the record.
 * What runs for a tenant cannot read secrets, so it cannot be done inside.
 *
 * @param payloadHash `payloadDigest` of what is signed, 64 hexadecimal digits; a passkey needs {@link stepUpOptions} first
 * @returns the proof as the record keeps it; no secret is in it
 * @throws Problem `session-needed` with a token, `signing-held`, `step-up-failed` when the password is wrong or the
 *   account is locked, `passkey-refused` when the answer is not for this payload
 */
export async function verifyStepUp(
  s: Services,
  principal: Principal,
  payloadHash: string,
  proof: StepUpProof,
): Promise<Proof> {
  // A token is a program's: it holds no right to sign.
  if (principal.session === undefined) throw new Problem('session-needed')
  const held = await s.store.withInstallation(homeOf(principal), tx =>
    signingHeldBy(tx, accountOf(principal)),
  )
  if (held !== undefined) throw new Problem('signing-held')
  if (proof.method === 'passkey') return byPasskey(s, principal, payloadHash, proof.response)
  await provePassword(s, principal, proof.password)
  return { method: 'password', details: { payloadHash, session: principal.session.id } }
}

async function byPasskey(
  s: Services,
  principal: Principal,
  payloadHash: string,
  response: Assertion,
): Promise<Proof> {
  const person = accountOf(principal)
  const challenge = challengeOf(payloadHash)
  const passkeys = await s.store.withInstallation(homeOf(principal), tx => passkeysOf(tx, person))
  const passkey = passkeys.find(p => p.credential_id === response.id)
  try {
    if (passkey === undefined) throw new Problem('passkey-refused')
    await checkAssertion(s, passkey, response, given => given === challenge)
    const wanted = { purpose: 'signature', challenge, personId: person.id } as const
    const taken = await s.store.withInstallation(homeOf(principal), tx =>
      takeChallenge(tx, wanted, s.clock()),
    )
    if (taken === undefined) throw new Problem('passkey-refused')
  } catch (error) {
    await s.store.withInstallation(homeOf(principal), tx =>
      note(tx, { entity: 'people', id: person.id, reason: 'Signing refused' }),
    )
    throw error
  }
  const { clientDataJSON, authenticatorData, signature } = response.response
  const { credential_id: credentialId, public_key: publicKey, rp_id: rpId } = passkey
  return {
    method: 'passkey',
    details: { payloadHash, credentialId, publicKey, rpId, clientDataJSON, authenticatorData, signature },
  }
}
