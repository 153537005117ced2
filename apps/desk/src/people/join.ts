import { create, newId, note, type Tx } from '@vigie/record'
import { sql } from 'kysely'
import type { Services } from '../env.js'
import { Problem } from '../problem/problem.js'
import { raiseAlert } from '../sign-in/alerts.js'
import { accountKey, countAttempt, forgetFailures } from '../sign-in/attempts.js'
import { passwordFindings, setPassword } from '../sign-in/passwords.js'
import type { Account } from '../sign-in/principal.js'
import { endSessions } from '../sign-in/sessions.js'
import { SYSTEM } from '../sign-in/system.js'
import { endInvitation, type InvitationRow, openInvitation, rolesOf } from './invitations.js'

/** Who has the address of an invitation already, and the hash of their password. */
interface Known extends Account {
  readonly active: boolean
  readonly hash: string | undefined
}

/**
 * Takes an invitation: an unknown address becomes an account with the password given; somebody who has an account shows
 * it by its own password and gets the roles; a link for a new password sets it. The link is then used up.
 */
export async function join(s: Services, secret: string, password: string): Promise<void> {
  const now = s.clock()
  const { row, known, attempt } = await s.store.withInstallation(SYSTEM, async tx => {
    const row = await openInvitation(tx, secret, now)
    if (row === undefined) throw new Problem('invitation-over')
    const known = row.kind === 'account' ? await knownBy(tx, row.email) : undefined
    // Guessing somebody's password through an invitation counts as it does at sign-in.
    const attempt = known && (await countAttempt(tx, accountKey(row.email), now, s.config))
    return { row, known, attempt }
  })
  if (known === undefined) {
    const findings = passwordFindings(password, row.email)
    if (findings.length > 0) throw new Problem('invalid-body', { findings })
  } else {
    const right = await s.hasher.verify(known.hash ?? s.hasher.decoy, password)
    if (!right || known.hash === undefined || !known.active || attempt?.locked === true) {
      await refuse(s, known, attempt?.lockedNow === true)
    }
  }
  const hash = known === undefined ? await s.hasher.hash(password) : undefined
  const account = known ?? accountIn(row) ?? { tenantId: row.tenant_id, id: newId(now) }
  const actor = { tenantId: row.tenant_id, actorId: account.id, zone: row.zone }
  await s.store.withInstallation(actor, async tx => {
    const open = await openInvitation(tx, secret, now)
    if (open === undefined || !(await endInvitation(tx, row.id, 'used_at', now))) {
      throw new Problem('invitation-over')
    }
    if (row.kind === 'credential') await renew(tx, account, hash ?? '', now)
    else if (hash === undefined) await forgetFailures(tx, accountKey(row.email), now, s.config)
    else await makeAccount(tx, row, account, hash, now)
    if (row.kind === 'account') await giveRoles(tx, row, account)
  })
}

async function refuse(s: Services, known: Known, lockedNow: boolean): Promise<never> {
  const actor = { tenantId: known.tenantId, actorId: known.id, zone: 'UTC' }
  await s.store.withInstallation(actor, async tx => {
    await note(tx, { entity: 'people', id: known.id, reason: 'Invitation refused: wrong password' })
    if (lockedNow) await raiseAlert(tx, 'sign-in-burst', s.clock(), known)
  })
  throw new Problem('sign-in-failed')
}

async function makeAccount(tx: Tx, row: InvitationRow, account: Account, hash: string, now: number) {
  const { email, name, zone } = row
  await create(tx, { entity: 'people', id: account.id, reason: 'Invitation accepted' }, { email, name, zone })
  await setPassword(tx, account, hash, now)
}

/** A new password out of another's hand: all sessions end, as anybody may have had the old one. */
async function renew(tx: Tx, account: Account, hash: string, now: number): Promise<void> {
  await setPassword(tx, account, hash, now)
  await endSessions(tx, account, {})
  await note(tx, { entity: 'people', id: account.id, reason: 'Password set by a link; signing is held' })
}

async function giveRoles(tx: Tx, row: InvitationRow, account: Account): Promise<void> {
  const member = { person_tenant_id: account.tenantId, person_id: account.id }
  const had = await tx.db
    .selectFrom('memberships')
    .select('role')
    .where('tenant_id', '=', row.tenant_id)
    .where('person_tenant_id', '=', account.tenantId)
    .where('person_id', '=', account.id)
    .execute()
  for (const role of rolesOf(row).filter(role => !had.some(h => h.role === role))) {
    await create(tx, { entity: 'memberships', reason: 'Invitation accepted' }, { ...member, role })
  }
}

const accountIn = (row: InvitationRow): Account | undefined =>
  row.person_tenant_id === null || row.person_id === null
    ? undefined
    : { tenantId: row.person_tenant_id, id: row.person_id }

async function knownBy(tx: Tx, email: string): Promise<Known | undefined> {
  const person = await tx.db
    .selectFrom('people as p')
    .leftJoin('passwords as w', join =>
      join.onRef('w.person_tenant_id', '=', 'p.tenant_id').onRef('w.person_id', '=', 'p.id'),
    )
    .select(['p.tenant_id', 'p.id', 'p.state', 'w.hash'])
    .where(sql`lower(p.email)`, '=', email.toLowerCase())
    .executeTakeFirst()
  if (person === undefined) return undefined
  const { tenant_id, id, state, hash } = person
  return { tenantId: tenant_id, id, active: state === 'active', hash: hash ?? undefined }
}
