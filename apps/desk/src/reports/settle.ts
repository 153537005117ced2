import { change, create, type Row, type Tx } from '@vigie/record'
import { kindServed } from './chain.js'
import { isKind, SERVES } from './kinds.js'

/** What belongs to a submission. */
export interface Sent {
  readonly submission: Row<'submissions'>
  readonly report: Row<'reports'>
  readonly chain: Row<'report_chains'>
}

/** The obligations that a report of this kind serves, in some states. */
async function served(tx: Tx, { report, chain }: Sent, state: Row<'obligations'>['state']) {
  const rows = await tx.db
    .selectFrom('obligations')
    .selectAll()
    .where('tenant_id', '=', chain.tenant_id)
    .where('case_id', '=', chain.case_id)
    .where('state', '=', state)
    .execute()
  return rows.filter(o => {
    const asksFor = kindServed(chain, o)
    const kinds = asksFor === undefined ? undefined : SERVES[asksFor]
    return isKind(report.kind) && kinds?.includes(report.kind) === true
  })
}

async function move(tx: Tx, row: Row<'obligations'>, state: 'open' | 'sent', reason: string): Promise<void> {
  const target = {
    entity: 'obligations',
    id: row.id,
    tenantId: row.tenant_id,
    expectedVersion: row.version,
    reason,
  } as const
  const moved = await change(tx, target, () => ({ state }))
  // The chain of the tenant is locked by the change of the submission before, so nobody was quicker.
  if (!moved.ok) throw new Error(`an obligation was not settled: ${moved.why}`)
}

/** Stops the clocks that a report sent with proof serves, and opens the task for the next report it promises. */
export async function settle(tx: Tx, sent: Sent, day: string): Promise<void> {
  const { submission, report, chain } = sent
  const reason = `Report ${report.number} was sent on ${day} with proof; submission ${submission.id}`
  for (const row of await served(tx, sent, 'open')) await move(tx, row, 'sent', reason)
  await endTasks(tx, sent, 'done', reason, task => task.reportId !== report.id)
  if (chain.promised_on === null) return
  const open = await promisedTasks(tx, sent)
  if (open.some(t => t.reportId === report.id)) return
  const details = { kind: 'promised-report', reportId: report.id, submissionId: submission.id }
  await create(
    tx,
    { entity: 'tasks', tenantId: chain.tenant_id, reason },
    {
      title: `Next report to ${chain.authority}, promised for ${chain.promised_on}`,
      entity: 'report_chains',
      entity_id: chain.id,
      due_on: chain.promised_on,
      details: JSON.stringify(details),
    },
  )
}

/** A sending that failed after all: the clocks run again, unless another sending of such a report holds. */
export async function unsettle(tx: Tx, sent: Sent, why: string): Promise<void> {
  const others = await tx.db
    .selectFrom('submissions')
    .innerJoin('reports', join =>
      join
        .onRef('reports.tenant_id', '=', 'submissions.tenant_id')
        .onRef('reports.id', '=', 'submissions.report_id'),
    )
    .select('submissions.id')
    .where('submissions.tenant_id', '=', sent.chain.tenant_id)
    .where('reports.chain_id', '=', sent.chain.id)
    .where('reports.kind', '=', sent.report.kind)
    .where('submissions.state', 'in', ['sent', 'acknowledged'])
    .where('submissions.id', '<>', sent.submission.id)
    .execute()
  if (others.length > 0) return
  const reason = `The sending of report ${sent.report.number} failed: ${why}`
  for (const row of await served(tx, sent, 'sent')) await move(tx, row, 'open', reason)
  await endTasks(tx, sent, 'dropped', reason, task => task.reportId === sent.report.id)
}

interface Promised {
  readonly row: Row<'tasks'>
  readonly reportId: unknown
}

async function promisedTasks(tx: Tx, { chain }: Sent): Promise<readonly Promised[]> {
  const rows = await tx.db
    .selectFrom('tasks')
    .selectAll()
    .where('tenant_id', '=', chain.tenant_id)
    .where('entity', '=', 'report_chains')
    .where('entity_id', '=', chain.id)
    .where('state', '=', 'open')
    .execute()
  return rows.flatMap(row => {
    const { details } = row
    const isOurs =
      typeof details === 'object' &&
      details !== null &&
      'kind' in details &&
      details['kind'] === 'promised-report'
    return isOurs && 'reportId' in details ? [{ row, reportId: details['reportId'] }] : []
  })
}

async function endTasks(
  tx: Tx,
  sent: Sent,
  state: 'done' | 'dropped',
  reason: string,
  which: (task: Promised) => boolean,
): Promise<void> {
  for (const { row } of (await promisedTasks(tx, sent)).filter(which)) {
    const target = {
      entity: 'tasks',
      id: row.id,
      tenantId: row.tenant_id,
      expectedVersion: row.version,
      reason,
    } as const
    const ended = await change(tx, target, () => ({ state }))
    if (!ended.ok) throw new Error(`a task was not ended: ${ended.why}`)
  }
}
