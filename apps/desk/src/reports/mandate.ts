import { sqlState, type Tx } from '@vigie/record'
import { sql } from 'kysely'
import { Problem } from '../problem/problem.js'

/** Refuses to send for a manufacturer without a mandate for that jurisdiction which says that the representative reports. */
export async function mustReport(tx: Tx, tenantId: string, jurisdiction: string): Promise<void> {
  const { rows } = await sql<{ ok: boolean }>`
    select may_report(${tenantId}::uuid, ${jurisdiction}) as ok`.execute(tx.db)
  if (rows[0]?.ok !== true) throw new Problem('no-mandate')
}

/** Tells the refusal of the database, which has the last word on mandates, as what it is. */
export async function asMandate<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (sqlState(error) === '42501') throw new Problem('no-mandate')
    throw error
  }
}
