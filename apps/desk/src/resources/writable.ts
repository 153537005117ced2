import type { Tx } from '@vigie/record'
import { sql } from 'kysely'
import { Problem } from '../problem/problem.js'

/** Refuses, before anything is touched, to write for a tenant that is not one's own and gave no mandate to write. */
export async function mustWrite(tx: Tx, tenantId: string): Promise<void> {
  const { rows } = await sql<{
    ok: boolean
  }>`select ${tenantId}::uuid = any (writable_tenants()) as ok`.execute(tx.db)
  if (rows[0]?.ok !== true) throw new Problem('forbidden')
}
