import type { Finding } from '@vigie/kernel'
import type { Tx } from '@vigie/record'
import { deskFindings } from '../problem/findings.js'

const SHORTEST = 12
const LONGEST = 256
const MOST_KNOWN = ['password', 'passwort', 'motdepasse', 'qwerty', '123456', 'azerty', 'vigie']

/** Why a password is too easy to guess (NIST SP 800-63B, 3.1.1.2: length and known ones, no rules on kinds of characters). */
export function passwordFindings(password: string, email: string, path = 'password'): Finding[] {
  const fault = faultOf(password.normalize('NFKC'), email)
  return fault === undefined ? [] : [deskFindings.make.PASSWORD({ path, place: 'body' }, { fault })]
}

function faultOf(password: string, email: string): string | undefined {
  const length = [...password].length
  if (length < SHORTEST) return `The password has ${length} characters; ${SHORTEST} are the fewest.`
  if (length > LONGEST) return `The password has ${length} characters; ${LONGEST} are the most.`
  const lower = password.toLowerCase()
  const name = email.toLowerCase().split('@')[0] ?? ''
  // What is left without a well-known part or the own name must still be long.
  const known = [...MOST_KNOWN, ...(name.length > 3 ? [name] : [])].find(k => lower.includes(k))
  if (known !== undefined && lower.replaceAll(known, '').length < SHORTEST - 4) {
    return 'The password is little more than a well-known word or your own name.'
  }
  if (new Set(lower).size < 5) return 'The password repeats a few characters.'
  return undefined
}

/** Keeps the hash of a person's password. */
export async function setPassword(
  tx: Tx,
  person: { readonly tenantId: string; readonly id: string },
  hash: string,
  now: number,
): Promise<void> {
  const values = { hash, changed_at: new Date(now).toISOString() }
  await tx.db
    .insertInto('passwords')
    .values({ person_tenant_id: person.tenantId, person_id: person.id, ...values })
    .onConflict(c => c.columns(['person_tenant_id', 'person_id']).doUpdateSet(values))
    .execute()
}
