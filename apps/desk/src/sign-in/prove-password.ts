import { note, type Tx } from '@vigie/record'
import type { Services } from '../env.js'
import { Problem } from '../problem/problem.js'
import { emailOf } from './account-email.js'
import { raiseAlert } from './alerts.js'
import { accountKey, countAttempt, forgetFailures } from './attempts.js'
import { type Account, accountOf, homeOf, type Principal } from './principal.js'

/**
 * Asks a signed-in person for the own password again. A wrong one counts as a failed sign-in, stands in the trail, and
 * ends with the problem `step-up-failed`; a burst locks the account and raises an alert.
 */
export async function provePassword(s: Services, principal: Principal, password: string): Promise<void> {
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
    if (attempt.lockedNow) await raiseAlert(tx, 'signing-burst', now, person)
  })
  if (attempt.lockedNow) s.log({ level: 'warn', event: 'account-locked', known: true })
  if (!ok) throw new Problem('step-up-failed')
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
