import { dayInZone, daysBetween, parseDay, sha256Hex } from '@vigie/kernel'
import type { Tx } from '@vigie/record'
import { sql } from 'kysely'
import { answerable, membersOf } from '../notifications/members.js'
import { notify } from '../notifications/notify.js'
import { forEachTenant, type Job, type JobContext, workerIn } from './context.js'

/** Days before a date on which a person is told; a run that was missed is made up for at the next. */
const LEVELS = [7, 3, 1, 0] as const

interface ClockRow {
  readonly id: string
  readonly case_id: string
  readonly case_reference: string
  readonly tenant_id: string
  readonly owner_id: string | null
  readonly key: string | null
  readonly authority: string | null
  readonly jurisdiction: string
  readonly target: string | null
  readonly ceiling: string | null
}

/** The level of a date with so many days left: the next above for a date to come, the days themselves when over. */
export function levelOf(daysLeft: number): number | undefined {
  if (daysLeft < 0) return daysLeft
  return LEVELS.findLast(level => daysLeft <= level)
}

/** Reminds of targets and ceilings that come near, and daily of those that are over. */
export const reminders: Job = context => forEachTenant(context, tenantId => remindTenant(context, tenantId))

async function remindTenant({ store, clock }: JobContext, tenantId: string): Promise<void> {
  const members = await membersOf(store, tenantId)
  if (members.length === 0) return
  const now = clock()
  await store.withTenant(workerIn(tenantId), async tx => {
    for (const row of await openClocks(tx, now)) {
      for (const person of answerable(members, row.owner_id)) {
        const today = dayInZone(now, person.zone)
        for (const which of ['target', 'ceiling'] as const) {
          const day = parseDay(row[which] ?? '')
          const daysLeft = day === undefined ? undefined : daysBetween(today, day)
          const level = daysLeft === undefined ? undefined : levelOf(daysLeft)
          if (level === undefined || daysLeft === undefined) continue
          // By what the clock is of, not by the row: a law release that moves nothing reminds nobody twice.
          const about = sha256Hex(`${row.key ?? row.id}`)
          await notify(tx, person, {
            key: `clock:${row.case_id}:${about}:${which}:${row[which]}`,
            level,
            kind: daysLeft < 0 ? 'clock-over' : 'clock-near',
            entity: 'obligations',
            entityId: row.id,
            details: {
              caseId: row.case_id,
              caseReference: row.case_reference,
              tenantId: row.tenant_id,
              authority: row.authority,
              jurisdiction: row.jurisdiction,
              which,
              date: row[which],
              daysLeft,
            },
          })
        }
      }
    }
  })
}

const FURTHEST = 8 * 86_400_000

async function openClocks(tx: Tx, now: number): Promise<readonly ClockRow[]> {
  const until = new Date(now + FURTHEST).toISOString().slice(0, 10)
  const { rows } = await sql<ClockRow>`
    select o.id, o.case_id, c.reference as case_reference, o.tenant_id, c.owner_id, o.trace ->> 'key' as key,
      o.authority, o.jurisdiction, o.target, o.ceiling
    from obligations o join cases c on c.tenant_id = o.tenant_id and c.id = o.case_id
    where o.state = 'open' and (o.target <= ${until}::date or o.ceiling <= ${until}::date)
    order by o.ceiling, o.id`.execute(tx.db)
  return rows
}
