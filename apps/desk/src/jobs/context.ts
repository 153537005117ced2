import type { Law } from '@vigie/law'
import type { Actor, Store } from '@vigie/record'
import { INSTALLATION } from '@vigie/record'
import type { Log } from '../log.js'
import type { SendMail } from '../mail/send.js'
import { SYSTEM } from '../sign-in/system.js'

/** What a job has at hand. */
export interface JobContext {
  readonly store: Store
  readonly law: Law
  readonly log: Log
  /** Milliseconds since 1970-01-01 UTC. */
  readonly clock: () => number
  /** Absent where no mail server is set: messages then wait to be taken as .eml. */
  readonly sendMail?: SendMail
}

/** Work that is safe to run twice, also at the same time, and after it was broken off anywhere. */
export type Job = (context: JobContext) => Promise<void>

/** The installation at work in the room of a tenant: what jobs do stands in the trail under its name. */
export const workerIn = (tenantId: string): Actor => ({ tenantId, actorId: INSTALLATION, zone: 'UTC' })

/**
 * Does something for each active tenant, one after the other. One that fails does not keep the others waiting; after
 * all are done the first failure is thrown, so that the job runs again.
 */
export async function forEachTenant(
  { store }: JobContext,
  work: (tenantId: string) => Promise<void>,
): Promise<void> {
  const tenants = await store.withInstallation(SYSTEM, tx =>
    tx.db
      .selectFrom('tenants')
      .select('tenant_id')
      .where('state', '=', 'active')
      .orderBy('tenant_id')
      .execute(),
  )
  const failures: unknown[] = []
  for (const { tenant_id } of tenants) {
    try {
      await work(tenant_id)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
