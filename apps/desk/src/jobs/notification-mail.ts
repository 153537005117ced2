import { dayInZone } from '@vigie/kernel'
import type { Tx } from '@vigie/record'
import { enqueue } from '../mail/enqueue.js'
import { type Member, membersOf } from '../notifications/members.js'
import { sentenceOf } from '../notifications/sentence.js'
import { forEachTenant, type Job, workerIn } from './context.js'

/** How a person is told by mail who said nothing: a clock of law is not to wait. */
const DEFAULT = 'immediately'
const MORNING = 6
const MOST = 200

/**
 * Puts what people were told into mails, as each of them chose: one at once, or one a day in their morning. The key of
 * the message is that of what it tells, and both are written together, so nothing is mailed twice.
 */
export const notificationMail: Job = async context => {
  if (context.sendMail === undefined) return
  await forEachTenant(context, async tenantId => {
    const members = await membersOf(context.store, tenantId)
    for (const person of members) {
      await context.store.withTenant(workerIn(tenantId), tx => mailPerson(tx, person, context.clock()))
    }
  })
}

async function mailPerson(tx: Tx, person: Member, now: number): Promise<void> {
  const wish = await mailWish(tx, person.id)
  if (wish === 'off') return
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: person.zone }).format(
      now,
    ),
  )
  if (wish === 'daily' && hour < MORNING) return
  const today = dayInZone(now, person.zone)
  const key = `digest:${person.id}:${today}`
  if (wish === 'daily' && (await isQueued(tx, key))) return
  const news = await unmailed(tx, person.id)
  const last = news.at(-1)
  if (last === undefined) return
  await enqueue(tx, {
    key: wish === 'daily' ? key : `notifications:${person.id}:${last.id}`,
    message: {
      to: [person.email],
      cc: [],
      subject:
        news.length === 1 ? sentenceOf(last.kind, last.details) : `Vigie: ${news.length} notifications`,
      text: `${news.map(n => `- ${sentenceOf(n.kind, n.details)}`).join('\n')}\n\nYou choose in the settings how you get these.\n`,
      attachments: [],
    },
  })
  await tx.db
    .updateTable('notifications')
    .set({ mailed_at: new Date(now).toISOString() })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where(
      'id',
      'in',
      news.map(n => n.id),
    )
    .execute()
}

/** What the person chose. */
export async function mailWish(tx: Tx, personId: string): Promise<'immediately' | 'daily' | 'off'> {
  const row = await tx.db
    .selectFrom('notification_settings')
    .select('mail')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.mail ?? DEFAULT
}

async function isQueued(tx: Tx, key: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('outbox')
    .select('id')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

function unmailed(tx: Tx, personId: string) {
  return (
    tx.db
      .selectFrom('notifications')
      .select(['id', 'kind', 'details'])
      .where('tenant_id', '=', tx.actor.tenantId)
      .where('person_id', '=', personId)
      .where('mailed_at', 'is', null)
      .where('read_at', 'is', null)
      .orderBy('id')
      .limit(MOST)
      // Another process that mails them just now is waited for, and then they are mailed.
      .forUpdate()
      .execute()
  )
}
