import { sha256Hex } from '@vigie/kernel'
import type { Tx } from '@vigie/record'
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { sql } from 'kysely'

interface ClockRow {
  readonly id: string
  readonly case_id: string
  readonly case_reference: string
  readonly key: string
  readonly version: number
  readonly state: 'open' | 'sent' | 'superseded' | 'not-due'
  readonly authority: string | null
  readonly jurisdiction: string
  readonly target: string | null
  readonly ceiling: string | null
}

/** What is over stays so long, so that programs see that it was cancelled. */
const KEPT_DAYS = 90

/** The clocks of all tenants the actor may see, oldest first. */
export async function clocksOf(tx: Tx, now: number): Promise<readonly ClockRow[]> {
  const since = new Date(now - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10)
  const { rows } = await sql<ClockRow>`
    select o.id, o.case_id, c.reference as case_reference, coalesce(o.trace ->> 'key', o.id::text) as key, o.version,
      o.state, o.authority, o.jurisdiction, o.target, o.ceiling
    from obligations o join cases c on c.tenant_id = o.tenant_id and c.id = o.case_id
    where o.state = 'open' or o.target >= ${since}::date or o.ceiling >= ${since}::date
    order by o.id`.execute(tx.db)
  return rows
}

/**
 * The clocks as a calendar (RFC 5545): an all-day event for each target and ceiling. The UID follows from what the clock
 * is of, so a date that moved moves its event; what was sent or is no longer due is cancelled.
 */
export function calendarOf(rows: readonly ClockRow[], now: number): string {
  const calendar = ical({
    name: 'Vigie',
    prodId: { company: 'Vigie', product: 'desk', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  for (const group of grouped(rows)) {
    const open = group.filter(row => row.state === 'open')
    const shown = open.length > 0 ? open : group.slice(-1)
    const sequence = group.reduce((sum, row) => sum + row.version, 0)
    for (const [n, row] of shown.entries()) {
      for (const which of ['target', 'ceiling'] as const) {
        const day = row[which]
        if (day === null) continue
        const about = sha256Hex(JSON.stringify([row.case_id, row.key, n, which])).slice(0, 32)
        calendar.createEvent({
          id: `${about}@vigie`,
          sequence,
          stamp: new Date(now),
          start: new Date(`${day}T00:00:00Z`),
          allDay: true,
          timezone: 'UTC',
          summary: `${which === 'target' ? 'Target' : 'Ceiling'}: ${row.case_reference}, ${row.authority ?? row.jurisdiction}`,
          status: row.state === 'open' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
          transparency: ICalEventTransparency.TRANSPARENT,
        })
      }
    }
  }
  return calendar.toString()
}

function grouped(rows: readonly ClockRow[]): readonly (readonly ClockRow[])[] {
  const groups = new Map<string, ClockRow[]>()
  for (const row of rows) {
    const key = JSON.stringify([row.case_id, row.key])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}
