import type { Tx } from '@vigie/record'
import { sql } from 'kysely'
import type { Place } from './place.js'

/** More than these a page does not look at one by one: it loads the board anew. */
const MOST = 1000

export interface Changes {
  readonly cases: readonly string[]
  readonly obligations: readonly string[]
}

/** How far the audit chains of all tenants reach that the actor may see. */
export async function headsOf(tx: Tx): Promise<Place> {
  const rows = await tx.db
    .selectFrom('audit_heads')
    .select(['tenant_id', 'seq'])
    .orderBy('tenant_id')
    .execute()
  return new Map(rows.map(r => [r.tenant_id, r.seq]))
}

/** Ids of the cases and clocks that changed between two places; contents the page reads itself, behind the walls. */
export async function changesBetween(
  tx: Tx,
  from: Place,
  to: Place,
): Promise<Changes | 'too-many' | undefined> {
  const moved = [...to].filter(([tenant, seq]) => seq > (from.get(tenant) ?? 0))
  if (moved.length === 0) return undefined
  const ranges = moved.map(
    ([tenant, seq]) =>
      sql`(tenant_id = ${tenant}::uuid and seq > ${from.get(tenant) ?? 0} and seq <= ${seq})`,
  )
  const { rows } = await sql<{ entity: 'cases' | 'obligations'; entity_id: string }>`
    select distinct entity, entity_id from audit_events
    where entity in ('cases', 'obligations') and entity_version is not null and (${sql.join(ranges, sql` or `)})
    order by entity_id limit ${MOST + 1}`.execute(tx.db)
  if (rows.length > MOST) return 'too-many'
  if (rows.length === 0) return undefined
  const of = (entity: string) => rows.filter(r => r.entity === entity).map(r => r.entity_id)
  return { cases: of('cases'), obligations: of('obligations') }
}
