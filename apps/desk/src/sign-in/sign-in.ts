import { note, type Tx } from '@vigie/record'
import { sql } from 'kysely'
import type { Services } from '../env.js'
import { raiseAlert } from './alerts.js'
import { accountKey, countAttempt, forgetFailures } from './attempts.js'
import { placeIn } from './enter.js'
import { type NewSession, openSession } from './sessions.js'
import { SYSTEM } from './system.js'

export interface Credentials {
  readonly email: string
  readonly password: string
  /** The tenant to work in; the person's own first one when absent. */
  readonly tenantId?: string | undefined
}

interface Found {
  readonly tenantId: string
  readonly id: string
  readonly zone: string
  readonly hash: string
}

/**
 * Signs a person in, or not: then without saying why. A known and an unknown address walk the same steps: one count,
 * one hash compared, one event written (for an unknown one in the chain of the installation).
 */
export async function signIn(s: Services, given: Credentials): Promise<NewSession | undefined> {
  const now = s.clock()
  const account = accountKey(given.email)
  const { attempt, person } = await s.store.withInstallation(SYSTEM, async tx => ({
    attempt: await countAttempt(tx, account, now, s.config),
    person: await findPerson(tx, given.email),
  }))
  const right = await s.hasher.verify(person?.hash ?? s.hasher.decoy, given.password)
  const actor =
    person === undefined ? SYSTEM : { tenantId: person.tenantId, actorId: person.id, zone: person.zone }
  const result = await s.store.withInstallation(actor, async tx => {
    const about = { entity: 'people', id: actor.actorId }
    const session =
      right && person !== undefined && !attempt.locked
        ? await enter(tx, s, person, given.tenantId, now)
        : undefined
    if (session === undefined) {
      const reason = attempt.lockedNow
        ? 'Sign-in refused; account locked (alert)'
        : `Sign-in refused${attempt.locked ? '; account is locked' : ''}`
      await note(tx, { ...about, reason })
      if (attempt.lockedNow) await raiseAlert(tx, 'sign-in-burst', now, person)
      return undefined
    }
    await forgetFailures(tx, account, now, s.config)
    await note(tx, { ...about, reason: 'Signed in' })
    return session
  })
  s.metrics.count('sign_ins', { result: result ? 'ok' : attempt.locked ? 'locked' : 'refused' })
  if (attempt.lockedNow) s.log({ level: 'warn', event: 'account-locked', known: person !== undefined })
  return result
}

async function enter(tx: Tx, s: Services, person: Found, wanted: string | undefined, now: number) {
  const place = await placeIn(tx, person, wanted)
  return place && openSession(tx, person, place, 'password', { now, config: s.config, random: s.random })
}

async function findPerson(tx: Tx, email: string): Promise<Found | undefined> {
  const person = await tx.db
    .selectFrom('people')
    .select(['tenant_id', 'id', 'zone'])
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('state', '=', 'active')
    .where('service', '=', false)
    .executeTakeFirst()
  const password = await tx.db
    .selectFrom('passwords')
    .select('hash')
    .where('person_tenant_id', '=', person?.tenant_id ?? SYSTEM.tenantId)
    .where('person_id', '=', person?.id ?? SYSTEM.actorId)
    .executeTakeFirst()
  if (person === undefined || password === undefined) return undefined
  return { tenantId: person.tenant_id, id: person.id, zone: person.zone, hash: password.hash }
}
