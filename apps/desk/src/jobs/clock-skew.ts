import { sql } from 'kysely'
import { SYSTEM } from '../sign-in/system.js'
import type { Job } from './context.js'

/** Further apart than this, days near midnight would be counted wrongly. */
const MOST_MS = 120_000

/** Compares the clock of this process with that of the database and raises an alarm in the log. */
export const clockSkew: Job = async ({ store, clock, log }) => {
  const { rows } = await store.withInstallation(SYSTEM, tx =>
    sql<{ now: string }>`select clock_timestamp()::timestamptz(3) as now`.execute(tx.db),
  )
  const skewMs = clock() - Date.parse(rows[0]?.now ?? '')
  if (!(Math.abs(skewMs) <= MOST_MS)) log({ level: 'error', event: 'clock-skew', skewMs })
}
