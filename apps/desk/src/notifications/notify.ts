import type { Json } from '@vigie/kernel'
import { newId, type Tx } from '@vigie/record'
import { sql } from 'kysely'
import type { Member } from './members.js'

export interface News {
  /** What it is about; the same key and level are told to a person once. */
  readonly key: string
  /** Days left for a clock, negative when over; a level is told only until a lower one was. */
  readonly level?: number
  readonly kind: 'clock-near' | 'clock-over' | 'clock-moved' | 'sending-failed' | 'alarm'
  readonly entity?: string
  readonly entityId?: string
  readonly details: { readonly [name: string]: Json }
}

/**
 * Tells a person of the tenant at work something, unless it was told before. Safe to repeat: a clock that was set back
 * finds the lower level there and says nothing.
 *
 * @returns whether it was told now
 */
export async function notify(tx: Tx, to: Member, news: News): Promise<boolean> {
  const { tenantId } = tx.actor
  const level = news.level ?? 0
  const { rows } = await sql`
    insert into notifications (tenant_id, id, person_id, key, level, kind, entity, entity_id, details)
    select ${tenantId}::uuid, ${newId()}::uuid, ${to.id}::uuid, ${news.key}::text, ${level}::integer, ${news.kind}::text,
      ${news.entity ?? null}::text, ${news.entityId ?? null}::uuid, ${JSON.stringify(news.details)}::jsonb
    where not exists (select from notifications n where n.tenant_id = ${tenantId}::uuid and n.person_id = ${to.id}::uuid
      and n.key = ${news.key}::text and n.level <= ${level}::integer)
    on conflict do nothing returning id`.execute(tx.db)
  return rows.length > 0
}
