import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Database, newId, note, RecordError, sqlState, type Tx } from '@vigie/record'
import type { Selectable } from 'kysely'
import type { Services } from '../env.js'
import { Problem } from '../problem/problem.js'
import { emailOf } from './account-email.js'
import { keepChallenge, takeChallenge } from './challenges.js'
import { type Account, accountOf, homeOf, type Principal } from './principal.js'
import { SYSTEM } from './system.js'
import { type Assertion, originsOf, toAuthentication, toRegistration, transportsIn } from './webauthn.js'

export type PasskeyRow = Selectable<Database['passkeys']>

const bytes = (given: Uint8Array) => new Uint8Array(given)
const iso = (now: number) => new Date(now).toISOString()

/** The passkeys of a person that were not removed, oldest first. */
export async function passkeysOf(tx: Tx, person: Account): Promise<readonly PasskeyRow[]> {
  return tx.db
    .selectFrom('passkeys')
    .selectAll()
    .where('person_tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** What the browser needs to make a passkey; the challenge is good for one answer of this person. */
export async function registrationOptions(
  s: Services,
  principal: Principal,
  rpID: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const person = accountOf(principal)
  return s.store.withInstallation(homeOf(principal), async tx => {
    const options = await generateRegistrationOptions({
      rpName: 'Vigie',
      rpID,
      userName: await emailOf(tx, person),
      userID: bytes(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
      userDisplayName: principal.name,
      challenge: bytes(s.random(32)),
      excludeCredentials: (await passkeysOf(tx, person)).map(p => ({ id: p.credential_id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    const kept = { purpose: 'passkey-new', challenge: options.challenge, personId: person.id } as const
    await keepChallenge(tx, kept, s.clock())
    return options
  })
}

/** Keeps the passkey of an answer to {@link registrationOptions}. */
export async function addPasskey(
  s: Services,
  principal: Principal,
  rpId: string,
  given: { readonly name: string; readonly response: Parameters<typeof toRegistration>[0] },
): Promise<PasskeyRow> {
  const person = accountOf(principal)
  const now = s.clock()
  const verified = await verifyRegistrationResponse({
    response: toRegistration(given.response),
    expectedChallenge: challenge =>
      s.store.withInstallation(SYSTEM, async tx => {
        const wanted = { purpose: 'passkey-new', challenge, personId: person.id } as const
        return (await takeChallenge(tx, wanted, now)) !== undefined
      }),
    expectedOrigin: originsOf(rpId, s.config),
    expectedRPID: rpId,
    requireUserVerification: true,
  }).catch(refused)
  if (!verified.verified) throw new Problem('passkey-refused')
  const { credential, credentialBackedUp } = verified.registrationInfo
  return s.store.withInstallation(homeOf(principal), async tx => {
    const row = await tx.db
      .insertInto('passkeys')
      .values({
        id: newId(now),
        credential_id: credential.id,
        person_tenant_id: person.tenantId,
        person_id: person.id,
        public_key: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: JSON.stringify(transportsIn(given.response.response.transports)),
        rp_id: rpId,
        name: given.name,
        backed_up: credentialBackedUp,
        made_at: iso(now),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const after = { id: row.id, name: given.name, rpId }
    await note(tx, { entity: 'people', id: person.id, reason: 'Passkey added' }, [
      { path: '/passkey', after },
    ])
    return row
  })
}

/** Removes a passkey of the person for good; false when there is none. */
export async function removePasskey(tx: Tx, person: Account, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('passkeys')
    .set({ removed_at: iso(now) })
    .where('id', '=', id)
    .where('person_tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await note(tx, { entity: 'people', id: person.id, reason: 'Passkey removed' }, [
    { path: '/passkey', before: { id } },
  ])
  return true
}

/** What the browser needs to answer with a passkey: any of this host at sign-in, the person's own at signing. */
export async function requestOptions(
  rpID: string,
  challenge: Uint8Array,
  allowed: readonly PasskeyRow[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID,
    challenge: bytes(challenge),
    userVerification: 'required',
    allowCredentials: allowed
      .filter(p => p.rp_id === rpID)
      .map(p => ({ id: p.credential_id, transports: transportsIn(p.transports) })),
  })
}

/**
 * Checks an answer: signature, host, page, that the person was verified on the device, and that the counter grew. The
 * caller has found or taken the challenge.
 */
export async function checkAssertion(
  s: Services,
  passkey: PasskeyRow,
  response: Assertion,
  challengeHolds: (challenge: string) => boolean | Promise<boolean>,
): Promise<void> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: toAuthentication(response),
    expectedChallenge: challengeHolds,
    expectedOrigin: originsOf(passkey.rp_id, s.config),
    expectedRPID: passkey.rp_id,
    credential: {
      id: passkey.credential_id,
      publicKey: bytes(Buffer.from(passkey.public_key, 'base64url')),
      counter: passkey.counter,
    },
    requireUserVerification: true,
  }).catch(refused)
  if (!verified) throw new Problem('passkey-refused')
  await s.store.withInstallation(SYSTEM, async tx => {
    const used = { counter: authenticationInfo.newCounter, used_at: iso(s.clock()) }
    await tx.db.updateTable('passkeys').set(used).where('id', '=', passkey.id).execute()
  })
}

/** The library throws on a wrong answer as it does on one it cannot read; both are the client's fault. */
function refused(error: unknown): never {
  if (error instanceof Problem || error instanceof RecordError || sqlState(error) !== undefined) throw error
  throw new Problem('passkey-refused')
}
