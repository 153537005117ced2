import type { Row, Tx } from '@vigie/record'
import { deskFindings } from '../problem/findings.js'
import { refuseBody } from './fault.js'

/** Refuses a figure whose days another one of the same device, country and measure has counted already. */
export async function refuseOverlap(tx: Tx, row: Row<'sales'>): Promise<void> {
  const others = await tx.db
    .selectFrom('sales')
    .select(['period_from', 'period_to'])
    .where('tenant_id', '=', row.tenant_id)
    .where('device_id', '=', row.device_id)
    .where('country', '=', row.country)
    .where('measure', '=', row.measure)
    .where('id', '<>', row.id)
    .where('period_from', '<=', row.period_to)
    .where('period_to', '>=', row.period_from)
    .orderBy('period_from')
    .limit(20)
    .execute()
  const where = { path: 'periodFrom', place: 'body' }
  refuseBody(
    others.map(o =>
      deskFindings.make.OVERLAP(where, { from: String(o.period_from), to: String(o.period_to) }),
    ),
  )
}
