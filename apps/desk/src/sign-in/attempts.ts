import { sha256Hex } from '@vigie/kernel'
import type { Tx } from '@vigie/record'
import { sql } from 'kysely'
import type { DeskConfig } from '../config.js'

/** The key of an account in the table of failures: addresses that nobody has are kept as a hash only. */
export const accountKey = (email: string): string => sha256Hex(`vigie-account\n${email.toLowerCase()}`)

export interface Attempt {
  readonly locked: boolean
  /** Whether this very attempt locked the account. */
  readonly lockedNow: boolean
}

/**
 * Counts an attempt as failed before the password is looked at, so that many at the same time cannot pass the limit;
 * {@link forgetFailures} takes it back after a success. A lock ends by itself.
 */
export async function countAttempt(
  tx: Tx,
  account: string,
  now: number,
  { lockAfter, lockFor }: DeskConfig,
): Promise<Attempt> {
  const at = new Date(now).toISOString()
  const windowStart = new Date(now - lockFor).toISOString()
  const until = new Date(now + lockFor).toISOString()
  const { rows } = await sql<{ failures: number; locked_until: string | null }>`
    insert into attempts as a (account, failures, first_at) values (${account}, 1, ${at})
    on conflict (account) do update set
      failures = case when a.first_at < ${windowStart}::timestamptz then 1 else a.failures + 1 end,
      first_at = case when a.first_at < ${windowStart}::timestamptz then ${at}::timestamptz else a.first_at end
    returning failures, locked_until`.execute(tx.db)
  const [row] = rows
  const locked = row?.locked_until != null && Date.parse(row.locked_until) > now
  const lockedNow = !locked && (row?.failures ?? 0) > lockAfter
  if (lockedNow) {
    await tx.db.updateTable('attempts').set({ locked_until: until }).where('account', '=', account).execute()
  }
  return { locked: locked || lockedNow, lockedNow }
}

/** After a success, and to clear away what is long over. */
export async function forgetFailures(
  tx: Tx,
  account: string,
  now: number,
  config: DeskConfig,
): Promise<void> {
  const old = new Date(now - 2 * config.lockFor).toISOString()
  await tx.db
    .deleteFrom('attempts')
    .where(eb => eb.or([eb('account', '=', account), eb('first_at', '<', old)]))
    .execute()
}
