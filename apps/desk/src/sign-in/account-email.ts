import type { Tx } from '@vigie/record'
import type { Account } from './principal.js'

/** The e-mail address an account signs in with. */
export async function emailOf(tx: Tx, person: Account): Promise<string> {
  const row = await tx.db
    .selectFrom('people')
    .select('email')
    .where('tenant_id', '=', person.tenantId)
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  return row.email
}
