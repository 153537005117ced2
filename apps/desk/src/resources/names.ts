import type { Tx } from '@vigie/record'

/** The names of people by id, as far as the tenant at work may see them. */
export async function namesOf(
  tx: Tx,
  events: readonly { readonly actor_id: string }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(events.map(e => e.actor_id))]
  if (ids.length === 0) return new Map()
  const rows = await tx.db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(r => [r.id, r.name]))
}
