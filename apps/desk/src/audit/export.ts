import { type Actor, note, SOFTWARE, type Store, verifyChain } from '@vigie/record'
import { eventView } from '../resources/event.js'
import { namesOf } from '../resources/names.js'
import { type AuditFilter, eventsOf } from './filter.js'

const BATCH = 500

/**
 * The trail of a tenant as one JSON document, oldest first, read in batches: what it was asked for, the end of the chain
 * at that moment and whether it verified, then the events. The export itself is noted in the trail.
 */
export async function exportAudit(
  store: Store,
  actor: Actor,
  filter: AuditFilter,
): Promise<ReadableStream<Uint8Array>> {
  const { tenantId } = actor
  const head = await store.withTenant(actor, async tx => {
    const chain = await verifyChain(tx, tenantId)
    const asked = JSON.parse(JSON.stringify(filter))
    const noted = await note(tx, { entity: 'tenants', id: tenantId, reason: 'Audit trail exported' }, [
      { path: '/filter', after: asked },
    ])
    return { chain, asked, exportedAt: noted.at, upTo: noted.seq }
  })
  const encoder = new TextEncoder()
  let after = 0
  let first = true
  const start = JSON.stringify({
    tenantId,
    exportedAt: head.exportedAt,
    exportedBy: actor.actorId,
    software: SOFTWARE,
    filter: head.asked,
    verification: head.chain,
  })
  return new ReadableStream<Uint8Array>({
    start: out => out.enqueue(encoder.encode(`${start.slice(0, -1)},"events":[`)),
    pull: async out => {
      const { rows, names } = await store.withTenant(actor, async tx => {
        const page = { order: 'asc', after, upTo: head.upTo, limit: BATCH } as const
        const rows = await eventsOf(tx, tenantId, filter, page)
        return { rows, names: await namesOf(tx, rows) }
      })
      const lines = rows.map(row => JSON.stringify({ ...eventView(row, names), prevHash: row.prev_hash }))
      if (lines.length > 0) {
        out.enqueue(encoder.encode(`${first ? '' : ','}\n${lines.join(',\n')}`))
        first = false
      }
      after = rows.at(-1)?.seq ?? after
      if (rows.length < BATCH) {
        out.enqueue(encoder.encode('\n]}\n'))
        out.close()
      }
    },
  })
}
