import { dayInZone } from '@vigie/kernel'
import { assess } from '@vigie/law'
import { change, note, type Row, type Tx } from '@vigie/record'
import { sql } from 'kysely'
import { keepObligations } from '../assessment/keep.js'
import { type Move, movesBetween } from '../assessment/moves.js'
import { wantedFrom } from '../assessment/wanted.js'
import { errorFields } from '../log.js'
import { answerable, type Member, membersOf } from '../notifications/members.js'
import { notify } from '../notifications/notify.js'
import { readFile } from '../routes/cases.js'
import { forEachTenant, type Job, type JobContext, workerIn } from './context.js'

/** So long nobody touched a case before it is assessed again: who is writing is not to meet a new version. */
const QUIET_MINUTES = 5

/**
 * Assesses the cases again that were assessed before and whose facts changed since, or whose answers come from another
 * release of the law. What differs stays visible as superseded, and those who answer for the case are told why.
 */
export const recalculation =
  (quietMinutes = QUIET_MINUTES): Job =>
  context =>
    forEachTenant(context, async tenantId => {
      const ids = await context.store.withTenant(workerIn(tenantId), tx =>
        stale(tx, context.law.pack.release, quietMinutes),
      )
      if (ids.length === 0) return
      const members = await membersOf(context.store, tenantId)
      for (const id of ids) {
        try {
          await recalculate(context, tenantId, id, members, quietMinutes)
        } catch (error) {
          // One case that cannot be assessed must not keep the others from it; the next run tries it again.
          context.log({
            level: 'error',
            event: 'recalculation',
            tenant: tenantId,
            case: id,
            ...errorFields(error),
          })
        }
      }
    })

/** Cases whose standing answers are no longer those of their facts and of this law. */
async function stale(
  tx: Tx,
  release: string,
  quietMinutes: number,
  only?: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from cases c
    where c.tenant_id = ${tx.actor.tenantId}::uuid and c.state <> 'closed'
      and (${only ?? null}::uuid is null or c.id = ${only ?? null}::uuid)
      and exists (select from obligations o where o.tenant_id = c.tenant_id and o.case_id = c.id
        and (c.state = 'open' or (o.state in ('open', 'not-due') and o.law_release <> ${release}::text)))
      and not exists (select from audit_events e where e.tenant_id = c.tenant_id and e.entity = 'cases'
        and e.entity_id = c.id and e.entity_version = c.version
        and e.at > clock_timestamp() - make_interval(mins => ${quietMinutes}::integer))
    order by c.id`.execute(tx.db)
  return rows.map(r => r.id)
}

async function recalculate(
  context: JobContext,
  tenantId: string,
  id: string,
  members: readonly Member[],
  quietMinutes: number,
): Promise<void> {
  const { law, store, clock } = context
  await store.withTenant(workerIn(tenantId), async tx => {
    // Locks the chain of the tenant: from here on nobody changes the facts, and another process finds the work done.
    await sql`select seq from audit_heads where tenant_id = ${tenantId}::uuid for update`.execute(tx.db)
    if ((await stale(tx, law.pack.release, quietMinutes, id)).length === 0) return
    const row = await caseRow(tx, id)
    const because =
      row.state === 'open'
        ? 'the facts of the case changed'
        : `the law pack is now release ${law.pack.release}`
    const reason = `Assessed again: ${because}`
    await (row.state === 'open' ? markAssessed(tx, row, reason) : note(tx, { entity: 'cases', id, reason }))
    const at = dayInZone(clock(), 'UTC')
    const file = readFile(row.details)
    const before = await standing(tx, id)
    const found = assess(file, { at, law })
    const of = { id, tenantId, version: row.version }
    const after = await keepObligations(tx, of, wantedFrom(file, found), { at, lawRelease: found.lawRelease })
    const moves = movesBetween(before, after)
    if (moves.length > 0) await tell(tx, answerable(members, row.owner_id), row, because, moves)
  })
}

async function markAssessed(tx: Tx, row: Row<'cases'>, reason: string): Promise<void> {
  const target = { entity: 'cases', id: row.id, expectedVersion: row.version, reason } as const
  const result = await change(tx, target, () => ({ state: 'assessed' as const }))
  if (!result.ok) throw new Error(`a case was not assessed again: ${result.why}`)
}

async function tell(
  tx: Tx,
  people: readonly Member[],
  row: Row<'cases'>,
  because: string,
  moves: readonly Move[],
): Promise<void> {
  const sentences = moves.map(
    m => `${m.which} to ${m.authority}: ${m.before ?? 'none'} before, ${m.after ?? 'none'} now`,
  )
  const last = sentences.join('; ')
  for (const person of people) {
    await notify(tx, person, {
      key: `moved:${row.id}:${row.version}:${because}`,
      kind: 'clock-moved',
      entity: 'cases',
      entityId: row.id,
      details: {
        caseId: row.id,
        caseReference: row.reference,
        tenantId: row.tenant_id,
        because: `Clock moved because ${because}: ${last}.`,
        moves: moves.map(m => ({ ...m })),
      },
    })
  }
}

async function caseRow(tx: Tx, id: string): Promise<Row<'cases'>> {
  return tx.db
    .selectFrom('cases')
    .selectAll()
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

async function standing(tx: Tx, caseId: string): Promise<readonly Row<'obligations'>[]> {
  return tx.db
    .selectFrom('obligations')
    .selectAll()
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('case_id', '=', caseId)
    .where('state', '<>', 'superseded')
    .orderBy('id')
    .execute()
}
