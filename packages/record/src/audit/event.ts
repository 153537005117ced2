import { canonicalJson, type Json, sha256Hex } from '@vigie/kernel'
import type { Selectable } from 'kysely'
import type { AuditEvents } from '../sql/tables.js'

export type EventRow = Selectable<AuditEvents>

/** A row as it was read: everything in it is JSON. */
export type JsonRow = Readonly<Record<string, Json>>

/**
 * The hash that chains events: SHA-256 of the canonical JSON of these fields, the hash before among them. The list is
 * closed: a column added later takes no part, so that old chains still verify.
 */
export function eventHash(e: Omit<EventRow, 'hash'>): string {
  return sha256Hex(
    canonicalJson({
      tenant_id: e.tenant_id,
      seq: e.seq,
      at: e.at,
      zone: e.zone,
      actor_tenant_id: e.actor_tenant_id,
      actor_id: e.actor_id,
      action: e.action,
      entity: e.entity,
      entity_id: e.entity_id,
      entity_version: e.entity_version,
      reason: e.reason,
      changes: e.changes,
      row_hash: e.row_hash,
      software: e.software,
      prev_hash: e.prev_hash,
    }),
  )
}

/** The hash of a row without its empty columns, so that an empty column added later changes nothing. */
export function rowHash(row: JsonRow): string {
  return sha256Hex(canonicalJson(withoutNulls(row)))
}

/** A row without its empty columns. */
export function withoutNulls(row: { readonly [column: string]: Json | undefined }): JsonRow {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, value] as const],
    ),
  )
}
