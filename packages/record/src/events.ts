import type { Json } from '@vigie/kernel'
import { sql } from 'kysely'
import { append, lockHead } from './audit/append.js'
import { diff, type FieldChange, merge, sameJson } from './audit/diff.js'
import { type EventRow, type JsonRow, rowHash } from './audit/event.js'
import { type Changes, type Entity, FINISHED, type NewValues, type Row } from './entities.js'
import { newId } from './ids.js'
import type { Tx } from './store.js'

/** Which row, in which tenant (that of the actor when absent), and why. */
export interface Target<E extends Entity> {
  readonly entity: E
  readonly id: string
  readonly tenantId?: string
  readonly reason?: string
}

export type ChangeResult<E extends Entity> =
  /** `event` is absent when nothing differed; then nothing was written and the version stays. */
  | { readonly ok: true; readonly row: Row<E>; readonly event?: EventRow }
  | { readonly ok: false; readonly why: 'not-found' }
  /** The actor sees the row but may not change it. */
  | { readonly ok: false; readonly why: 'read-only'; readonly current: Row<E> }
  /** The record is finished (closed, issued, ...): say why it changes. */
  | { readonly ok: false; readonly why: 'reason-needed'; readonly current: Row<E> }
  | Conflict<E>

/** Somebody was quicker. Nothing was written. */
export interface Conflict<E extends Entity> {
  readonly ok: false
  readonly why: 'conflict'
  readonly current: Row<E>
  /** What the others changed since the expected version, as one. */
  readonly theirs: readonly FieldChange[]
  /** Their events, oldest first: who and when. */
  readonly events: readonly EventRow[]
}

/** Makes a row at version 1 with its event. SQL errors (a wall, a double key) are thrown and end the transaction. */
export async function create<E extends Entity>(
  tx: Tx,
  target: Omit<Target<E>, 'id'> & { readonly id?: string },
  values: NewValues<E>,
): Promise<{ readonly row: Row<E>; readonly event: EventRow }> {
  const tenantId = target.tenantId ?? tx.actor.tenantId
  const head = await lockHead(tx, tenantId)
  const columns = encode({ ...values, tenant_id: tenantId, id: target.id ?? newId() })
  const { rows } = await sql<JsonRow>`
    insert into ${sql.table(target.entity)} (${sql.join(columns.map(([name]) => sql.ref(name)))})
    values (${sql.join(columns.map(([, value]) => sql`${value}`))}) returning *`.execute(tx.db)
  const row = only(rows)
  const event = await append(tx, head, {
    tenantId,
    action: 'create',
    entity: target.entity,
    entityId: String(row['id']),
    entityVersion: 1,
    reason: target.reason ?? null,
    changes: diff({}, row).filter(c => c.after !== null),
    rowHash: rowHash(row),
  })
  return { row: typed(row), event }
}

/**
 * The one door for changes: reads the row, lets `edit` say what changes, and writes the new version and its event in
 * the same transaction. A database trigger refuses any other way. Who comes too late is told without waiting for those
 * who write just now.
 *
 * @param target with `expectedVersion`, the version the person saw; another one is a conflict, as a value. `seen` is the
 *   row where this transaction has read it already
 */
export async function change<E extends Entity>(
  tx: Tx,
  target: Target<E> & { readonly expectedVersion: number; readonly seen?: Row<E> },
  edit: (current: Row<E>) => Changes<E>,
): Promise<ChangeResult<E>> {
  const { entity, id, reason, expectedVersion, seen } = target
  const tenantId = target.tenantId ?? tx.actor.tenantId
  const before = seen === undefined ? await readRow(tx, entity, tenantId, id) : untyped(seen)
  if (before === undefined) return { ok: false, why: 'not-found' }
  if (before['version'] !== expectedVersion) return conflict(tx, target, tenantId, before)

  const columns = encode(edit(typed<E>(before))).filter(([name, value]) => !same(before[name], value))
  if (columns.length > 0 && FINISHED.has(before['state']) && (reason ?? '').trim() === '') {
    return { ok: false, why: 'reason-needed', current: typed(before) }
  }
  const head = await lockHead(tx, tenantId)
  const after = columns.length === 0 ? undefined : await update(tx, target, tenantId, columns)
  if (after === undefined) {
    // Nobody writes here while the chain is locked: this is how it stands.
    const now = await readRow(tx, entity, tenantId, id)
    if (now === undefined) return { ok: false, why: 'not-found' }
    if (now['version'] !== expectedVersion) return conflict(tx, target, tenantId, now)
    return columns.length === 0
      ? { ok: true, row: typed(now) }
      : { ok: false, why: 'read-only', current: typed(now) }
  }
  const event = await append(tx, head, {
    tenantId,
    action: 'change',
    entity,
    entityId: id,
    entityVersion: expectedVersion + 1,
    reason: reason ?? null,
    changes: diff(before, after).filter(c => c.path !== '/version'),
    rowHash: rowHash(after),
  })
  return { ok: true, row: typed(after), event }
}

/** The row after the change; undefined when it has another version by now, or may not be changed. */
async function update<E extends Entity>(
  tx: Tx,
  { entity, id, expectedVersion }: Target<E> & { readonly expectedVersion: number },
  tenantId: string,
  columns: readonly (readonly [string, unknown])[],
): Promise<JsonRow | undefined> {
  const { rows } = await sql<JsonRow>`
    update ${sql.table(entity)} set version = version + 1,
      ${sql.join(columns.map(([name, value]) => sql`${sql.ref(name)} = ${value}`))}
    where tenant_id = ${tenantId} and id = ${id} and version = ${expectedVersion} returning *`.execute(tx.db)
  return rows[0]
}

/** Adds an event that changes no row: an export, a refused access, a look at the trail. */
export async function note(
  tx: Tx,
  about: {
    readonly entity: string
    readonly id: string
    readonly tenantId?: string
    readonly reason: string
  },
  details: readonly FieldChange[] = [],
): Promise<EventRow> {
  const tenantId = about.tenantId ?? tx.actor.tenantId
  const head = await lockHead(tx, tenantId)
  return append(tx, head, {
    tenantId,
    action: 'note',
    entity: about.entity,
    entityId: about.id,
    entityVersion: null,
    reason: about.reason,
    changes: details,
    rowHash: null,
  })
}

/** The row as it is now, in JSON; undefined when it is not there or behind a wall. */
export async function readRow(
  tx: Tx,
  entity: Entity,
  tenantId: string,
  id: string,
): Promise<JsonRow | undefined> {
  const { rows } = await sql<JsonRow>`
    select * from ${sql.table(entity)} where tenant_id = ${tenantId} and id = ${id}`.execute(tx.db)
  return rows[0]
}

async function conflict<E extends Entity>(
  tx: Tx,
  target: Target<E> & { expectedVersion: number },
  tenantId: string,
  now: JsonRow,
) {
  const events = await tx.db
    .selectFrom('audit_events')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('entity', '=', target.entity)
    .where('entity_id', '=', target.id)
    .where('entity_version', '>', target.expectedVersion)
    .orderBy('seq')
    .execute()
  const theirs = merge(events.map(e => fieldChanges(e.changes)))
  return { ok: false, why: 'conflict', current: typed<E>(now), theirs, events } as const
}

/** The changes of an event as they were written by this package. */
export function fieldChanges(changes: Json): readonly FieldChange[] {
  return Array.isArray(changes) ? changes.filter(isFieldChange) : []
}

function isFieldChange(value: Json): value is Json & FieldChange {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value['path'] === 'string'
}

/** Columns with values as parameters: objects and lists as JSON text, which both drivers take for jsonb. */
function encode(values: object): (readonly [string, unknown])[] {
  return Object.entries(values).flatMap(([name, value]: [string, unknown]) => {
    if (value === undefined) return []
    return [[name, typeof value === 'object' && value !== null ? JSON.stringify(value) : value] as const]
  })
}

function same(before: Json | undefined, parameter: unknown): boolean {
  if (typeof before !== 'object' || before === null) return before === parameter
  return typeof parameter === 'string' && sameJson(before, JSON.parse(parameter))
}

function only(rows: readonly JsonRow[]): JsonRow {
  const [row] = rows
  if (row === undefined) throw new Error('the row was not written')
  return row
}

/** A row read with `*` has the columns of its table; a test compares the types with the catalogue of the database. */
function typed<E extends Entity>(row: JsonRow): Row<E> {
  return row as unknown as Row<E>
}

function untyped<E extends Entity>(row: Row<E>): JsonRow {
  return row as unknown as JsonRow
}
