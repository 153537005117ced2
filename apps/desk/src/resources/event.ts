import { z } from '@hono/zod-openapi'
import type { EventRow } from '@vigie/record'
import { fieldChange, id } from '../schemas.js'
import { inFields } from './conflict.js'

export const event = z
  .object({
    seq: z.number().int(),
    at: z.string(),
    zone: z.string(),
    actorId: id,
    actorName: z.string().nullable(),
    action: z.enum(['create', 'change', 'note']),
    entity: z.string(),
    entityId: id,
    entityVersion: z.number().int().nullable(),
    reason: z.string().nullable(),
    changes: z.array(fieldChange),
    hash: z.string(),
  })
  .openapi('Event')

export function eventView(row: EventRow, names: ReadonlyMap<string, string>): z.output<typeof event> {
  const fields = row.entity === 'cases' ? { details: 'file' } : {}
  return {
    seq: row.seq,
    at: row.at,
    zone: row.zone,
    actorId: row.actor_id,
    actorName: names.get(row.actor_id) ?? null,
    action: row.action,
    entity: row.entity,
    entityId: row.entity_id,
    entityVersion: row.entity_version,
    reason: row.reason,
    changes: fieldChange
      .array()
      .parse(row.changes)
      .map(change => inFields(change, fields)),
    hash: row.hash,
  }
}

/** For a list in the order of a chain: the number of an event. */
export const seqPlace = (place: unknown): number | undefined => {
  const seq: unknown = Array.isArray(place) && place.length === 1 ? place[0] : undefined
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq > 0 ? seq : undefined
}
