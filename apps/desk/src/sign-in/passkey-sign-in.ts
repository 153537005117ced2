import { note, type Tx } from '@vigie/record'
import type { Services } from '../env.js'
import { Problem } from '../problem/problem.js'
import { keepChallenge, takeChallenge } from './challenges.js'
import { placeIn } from './enter.js'
import { checkAssertion, type PasskeyRow, requestOptions } from './passkeys.js'
import { type NewSession, openSession } from './sessions.js'
import { SYSTEM } from './system.js'
import type { Assertion } from './webauthn.js'

/** A challenge for whoever has a passkey of this host. */
export async function passkeySignInOptions(s: Services, rpId: string) {
  const options = await requestOptions(rpId, s.random(32))
  const kept = { purpose: 'passkey-sign-in', challenge: options.challenge } as const
  await s.store.withInstallation(SYSTEM, tx => keepChallenge(tx, kept, s.clock()))
  return options
}

/**
 * Signs in who holds a passkey. Failures are noted and do not lock the account: a passkey cannot be guessed, and a lock
 * would let anybody keep its owner out.
 */
export async function signInWithPasskey(
  s: Services,
  response: Assertion,
  tenantId: string | undefined,
): Promise<NewSession> {
  const now = s.clock()
  const found = await s.store.withInstallation(SYSTEM, tx => holderOf(tx, response.id))
  try {
    if (found === undefined) throw new Problem('passkey-refused')
    await checkAssertion(s, found.passkey, response, challenge =>
      s.store.withInstallation(SYSTEM, async tx => {
        const wanted = { purpose: 'passkey-sign-in', challenge, personId: null } as const
        return (await takeChallenge(tx, wanted, now)) !== undefined
      }),
    )
  } catch (error) {
    await refused(s, found)
    throw error
  }
  const { passkey, zone } = found
  const person = { tenantId: passkey.person_tenant_id, id: passkey.person_id }
  return s.store.withInstallation({ tenantId: person.tenantId, actorId: person.id, zone }, async tx => {
    const place = await placeIn(tx, person, tenantId)
    if (place === undefined) throw new Problem('passkey-refused')
    const session = await openSession(tx, person, place, 'passkey', {
      now,
      config: s.config,
      random: s.random,
    })
    await note(tx, { entity: 'people', id: person.id, reason: 'Signed in with a passkey' })
    s.metrics.count('sign_ins', { result: 'ok' })
    return session
  })
}

async function refused(s: Services, found: { passkey: PasskeyRow; zone: string } | undefined): Promise<void> {
  const { person_tenant_id, person_id } = found?.passkey ?? {
    person_tenant_id: SYSTEM.tenantId,
    person_id: SYSTEM.actorId,
  }
  const actor = { tenantId: person_tenant_id, actorId: person_id, zone: found?.zone ?? 'UTC' }
  await s.store.withInstallation(actor, tx =>
    note(tx, { entity: 'people', id: person_id, reason: 'Sign-in with a passkey refused' }),
  )
  s.metrics.count('sign_ins', { result: 'refused' })
}

async function holderOf(tx: Tx, credentialId: string) {
  const passkey = await tx.db
    .selectFrom('passkeys')
    .selectAll()
    .where('credential_id', '=', credentialId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (passkey === undefined) return undefined
  const person = await tx.db
    .selectFrom('people')
    .select('zone')
    .where('tenant_id', '=', passkey.person_tenant_id)
    .where('id', '=', passkey.person_id)
    .where('state', '=', 'active')
    .where('service', '=', false)
    .executeTakeFirst()
  return person && { passkey, zone: person.zone }
}
