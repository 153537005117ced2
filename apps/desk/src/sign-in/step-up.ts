import { note, type Proof, type Tx } from '@vigie/record'
import type { Services } from '../env.js'
import { signingHeldBy } from '../people/signing-hold.js'
import { Problem } from '../problem/problem.js'
import { accountKey, countAttempt, forgetFailures } from './attempts.js'
import { type Account, accountOf, homeOf, type Principal } from './principal.js'

/** How a person shows at the moment of signing that it is still the same person (21 CFR 11.200(a)). */
export interface StepUpProof {
  readonly method: 'password'
  readonly password: string
}

/**
 * Checks that the person who signs is at the keyboard, for one payload; a wrong proof counts as a failed sign-in and
 * stands in the trail. Opens transactions of its own: call it before the transaction that signs, and hand what it
 * returns to `sign` of the record. What runs for a tenant cannot read secrets, so it cannot be done inside.
 *
 * @param payloadHash `payloadDigest` of what is signed, 64 hexadecimal digits
 * @returns the proof as the record keeps it; no secret is in it
 * @throws Problem `session-needed` with a token, `step-up-failed` when the proof is wrong or the account is locked
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
  await byPassword(s, principal, proof.password)
  return { method: 'password', details: { payloadHash, session: principal.session.id } }
}

async function byPassword(s: Services, principal: Principal, password: string): Promise<void> {
  const person = accountOf(principal)
  const home = homeOf(principal)
  const now = s.clock()
  const { attempt, hash, account } = await s.store.withInstallation(home, async tx => {
    const account = accountKey(await emailOf(tx, person))
    return {
      account,
      attempt: await countAttempt(tx, account, now, s.config),
      hash: await hashOf(tx, person),
    }
  })
  const right = await s.hasher.verify(hash ?? s.hasher.decoy, password)
  const ok = right && hash !== undefined && !attempt.locked
  await s.store.withInstallation(home, async tx => {
    if (ok) return forgetFailures(tx, account, now, s.config)
    const reason = attempt.lockedNow ? 'Signing refused; account locked (alert)' : 'Signing refused'
    await note(tx, { entity: 'people', id: person.id, reason })
  })
  if (attempt.lockedNow) s.log({ level: 'warn', event: 'account-locked', known: true })
  if (!ok) throw new Problem('step-up-failed')
}

async function emailOf(tx: Tx, person: Account): Promise<string> {
  const row = await tx.db
    .selectFrom('people')
    .select('email')
    .where('tenant_id', '=', person.tenantId)
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  return row.email
}

async function hashOf(tx: Tx, person: Account): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('passwords')
    .select('hash')
    .where('person_tenant_id', '=', person.tenantId)
    .where('person_id', '=', person.id)
    .executeTakeFirst()
  return row?.hash
}
