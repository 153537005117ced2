import type { Json } from '@vigie/kernel'
import { note } from '@vigie/record'
import type { Services } from '../env.js'
import { Problem } from '../problem/problem.js'
import type { Principal } from './principal.js'
import { deskTables } from './tables.js'

export type StepUpProof =
  | { readonly method: 'password'; readonly password: string }
  | { readonly method: 'passkey'; readonly response: unknown }

/**
 * Proves again who is at the keyboard, for a signature (21 CFR 11.200(a)(1)). `payloadHash` is the digest of what is
 * signed: the challenge of a passkey. Throws a problem when the proof is not accepted; the refusal is in the trail.
 */
export async function verifyStepUp(
  s: Services,
  principal: Principal,
  payloadHash: string,
  proof: StepUpProof,
): Promise<{ method: 'password' | 'passkey'; proof: Json }> {
  // Guessing is held back as sign-in is.
  const wait = s.signInLimit.take(principal.actor.actorId)
  if (wait !== undefined) throw new Problem('too-many-requests', { retryAfter: wait })
  if (proof.method === 'passkey') throw new Problem('step-up-failed')
  const { actor, personTenantId } = principal
  const home = { ...actor, tenantId: personTenantId }
  const stored = await s.store.withInstallation(home, tx =>
    deskTables(tx)
      .selectFrom('passwords')
      .select('hash')
      .where('person_tenant_id', '=', personTenantId)
      .where('person_id', '=', actor.actorId)
      .executeTakeFirst(),
  )
  const right = await s.hasher.verify(stored?.hash ?? s.hasher.decoy, proof.password)
  if (!right || stored === undefined) {
    const about = { entity: 'people', id: actor.actorId, reason: 'Signing refused: wrong password' }
    await s.store.withInstallation(home, tx => note(tx, about))
    throw new Problem('step-up-failed')
  }
  return { method: 'password', proof: { payloadHash } }
}
