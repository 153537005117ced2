import type { Tx } from '@vigie/record'
import { sql } from 'kysely'
import { type Message, message } from '../mail/message.js'
import type { SendMail, Sent } from '../mail/send.js'
import { answerable, type Member, membersOf } from '../notifications/members.js'
import { notify } from '../notifications/notify.js'
import { forEachTenant, type Job, type JobContext, workerIn } from './context.js'
import { settleSubmission } from './settle-submission.js'

/** Tries, each after twice the wait of the one before (1, 2, 4 ... minutes): the last about three days later. */
const MOST_TRIES = 13
/** Who died while sending is waited for so long; the times are the database's, so no clock of a process matters. */
const LEASE_MINUTES = 10
/** In one run for one tenant, so that one with many messages leaves room for the others. */
const MOST_AT_ONCE = 100

interface Claimed {
  readonly id: string
  readonly attempts: number
  readonly message: Message
  readonly entity: string | null
  readonly entity_id: string | null
  readonly entity_tenant_id: string | null
}

/**
 * Sends what waits. A message is claimed, sent and settled in three steps: several processes share the outbox, and one
 * that dies between sending and settling leaves a message that goes out again under the same Message-ID.
 */
export const outbox: Job = async context => {
  const { sendMail } = context
  if (sendMail === undefined) return
  await forEachTenant(context, async tenantId => {
    for (let n = 0; n < MOST_AT_ONCE; n++) {
      const next = await context.store.withTenant(workerIn(tenantId), claim)
      if (next === undefined) return
      await deliver(context, sendMail, tenantId, next)
    }
  })
}

async function deliver(
  { store, log, clock }: JobContext,
  send: SendMail,
  tenantId: string,
  claimed: Claimed,
) {
  const sent = await send(claimed.id, claimed.message)
  const members = sent.ok ? [] : await membersOf(store, tenantId)
  await store.withTenant(workerIn(tenantId), tx => settle(tx, claimed, sent, clock(), members))
  const result = sent.ok ? {} : { fault: sent.fault }
  log({
    level: sent.ok ? 'info' : 'warn',
    event: 'mail',
    id: claimed.id,
    tenant: tenantId,
    ok: sent.ok,
    ...result,
  })
}

async function claim(tx: Tx): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    update outbox set state = 'sending', attempts = attempts + 1,
      next_at = clock_timestamp() + make_interval(mins => ${LEASE_MINUTES}::integer)
    where tenant_id = ${tx.actor.tenantId}::uuid and id = (
      select id from outbox where tenant_id = ${tx.actor.tenantId}::uuid and state in ('queued', 'sending')
        and next_at <= clock_timestamp() order by next_at, id limit 1 for update skip locked)
    returning id, attempts, message, entity, entity_id, entity_tenant_id`.execute(tx.db)
  const [row] = rows
  return row === undefined ? undefined : { ...row, message: message.parse(row.message) }
}

async function settle(
  tx: Tx,
  claimed: Claimed,
  sent: Sent,
  now: number,
  members: readonly Member[],
): Promise<void> {
  const over = !sent.ok && (!sent.again || claimed.attempts >= MOST_TRIES)
  const state = sent.ok ? 'sent' : over ? 'failed' : 'queued'
  const { rows } = await sql`
    update outbox set state = ${state}::text, fault = ${sent.ok ? null : sent.fault}::text,
      message_id = ${sent.ok ? sent.messageId : null}::text,
      sent_at = case when ${sent.ok}::boolean then clock_timestamp() end,
      next_at = clock_timestamp() + make_interval(mins => ${2 ** Math.min(claimed.attempts - 1, 11)}::integer)
    where tenant_id = ${tx.actor.tenantId}::uuid and id = ${claimed.id}::uuid and state = 'sending'
      and attempts = ${claimed.attempts}::integer
    returning id`.execute(tx.db)
  // Another process took it over after the lease; what it finds counts.
  if (rows.length === 0) return
  const { entity, entity_id: id, entity_tenant_id: owner } = claimed
  if (entity === 'submissions' && id !== null && owner !== null && (sent.ok || over)) {
    await settleSubmission(tx, { tenantId: owner, id }, sent, now)
  }
  // A mail about notifications has no record behind it; to tell of its failure would make the next such mail.
  if (sent.ok || !over || entity === null || id === null) return
  for (const person of answerable(members, null)) {
    await notify(tx, person, {
      key: `outbox:${claimed.id}`,
      kind: 'sending-failed',
      entity,
      entityId: id,
      details: { outboxId: claimed.id, fault: sent.fault },
    })
  }
}
