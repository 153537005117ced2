import { randomUUID } from 'node:crypto'
import { canonicalJson, type Json, sha256Hex } from '@vigie/kernel'
import { sql } from 'kysely'
import { diff, type FieldChange, isObject, type JsonObject, merge } from './audit/diff.js'
import { type JsonRow, withoutNulls } from './audit/event.js'
import { undo } from './audit/undo.js'
import { type Entity, type Row } from './entities.js'
import { create, fieldChanges, readRow } from './events.js'
import type { Signatures } from './sql/tables.js'
import type { Tx } from './store.js'

export type Meaning = Signatures['meaning']

export interface SignatureRequest {
  readonly entity: Entity
  readonly id: string
  readonly tenantId?: string
  /** The version the person saw. */
  readonly version: number
  readonly meaning: Meaning
  /** The signer's name as it shall stand in print (21 CFR 11.50(a)(1)). */
  readonly printedName: string
}

/**
 * What is signed: record, version, content, name, meaning, instant. Its digest is the challenge of a passkey, so a
 * proof belongs to this text and no other (21 CFR 11.70).
 */
export interface SignaturePayload {
  readonly tenantId: string
  readonly entity: Entity
  readonly entityId: string
  readonly version: number
  readonly contentHash: string
  readonly meaning: Meaning
  readonly printedName: string
  readonly signerTenantId: string
  readonly signerId: string
  readonly at: string
  readonly zone: string
  readonly nonce: string
}

/** Proof of re-authentication, checked by the caller against {@link payloadDigest} before {@link sign}. */
export interface Proof {
  readonly method: Signatures['method']
  readonly details: Json
}

export type SignResult =
  | { readonly ok: true; readonly signature: Row<'signatures'> }
  | {
      readonly ok: false
      readonly why: 'not-found' | 'changed-since' | 'too-late' | 'not-the-signer' | 'author-is-approver'
    }

/** Between showing what is signed and signing it. */
const LONGEST_MS = 10 * 60_000

/** SHA-256 of the canonical payload, 64 hexadecimal digits. */
export function payloadDigest(payload: SignaturePayload): string {
  return sha256Hex(canonicalJson({ ...payload }))
}

/** Builds what the person is about to sign, at the server's time. Undefined when the record is not there at that version. */
export async function prepareSignature(
  tx: Tx,
  request: SignatureRequest,
): Promise<SignaturePayload | undefined> {
  const tenantId = request.tenantId ?? tx.actor.tenantId
  const content = await contentOf(tx, tenantId, request.entity, request.id)
  if (content === undefined || content.version !== request.version) return undefined
  return {
    tenantId,
    entity: request.entity,
    entityId: request.id,
    version: request.version,
    contentHash: content.hash,
    meaning: request.meaning,
    printedName: request.printedName,
    signerTenantId: tx.actor.tenantId,
    signerId: tx.actor.actorId,
    at: await serverTime(tx),
    zone: tx.actor.zone,
    nonce: randomUUID(),
  }
}

/**
 * Keeps a signature. Refused when the record changed since it was shown, when ten minutes went by, when somebody else
 * prepared it, and when who approves also wrote the record; the last can be overridden in an emergency with a reason,
 * which stands on the signature and in the trail.
 */
export async function sign(
  tx: Tx,
  payload: SignaturePayload,
  proof: Proof,
  override?: { readonly reason: string },
): Promise<SignResult> {
  if (payload.signerId !== tx.actor.actorId || payload.signerTenantId !== tx.actor.tenantId) {
    return { ok: false, why: 'not-the-signer' }
  }
  const age = Date.parse(await serverTime(tx)) - Date.parse(payload.at)
  if (age < 0 || age > LONGEST_MS) return { ok: false, why: 'too-late' }
  const content = await contentOf(tx, payload.tenantId, payload.entity, payload.entityId)
  if (content === undefined) return { ok: false, why: 'not-found' }
  if (content.version !== payload.version || content.hash !== payload.contentHash) {
    return { ok: false, why: 'changed-since' }
  }
  const reason = override?.reason.trim() ?? ''
  const ownWork = payload.meaning === 'approval' && (await wrote(tx, payload))
  if (ownWork && reason === '') return { ok: false, why: 'author-is-approver' }
  const target = {
    entity: 'signatures',
    tenantId: payload.tenantId,
    ...(ownWork ? { reason: `Emergency override: ${reason}` } : {}),
  } as const
  const { row } = await create(tx, target, {
    entity: payload.entity,
    entity_id: payload.entityId,
    entity_version: payload.version,
    content_hash: payload.contentHash,
    payload_hash: payloadDigest(payload),
    meaning: payload.meaning,
    signer_tenant_id: payload.signerTenantId,
    signer_id: payload.signerId,
    printed_name: payload.printedName,
    signed_at: payload.at,
    signed_zone: payload.zone,
    nonce: payload.nonce,
    method: proof.method,
    proof: { details: proof.details },
    override_reason: ownWork ? reason : null,
  })
  return { ok: true, signature: row }
}

export type SealState =
  | { readonly state: 'intact' }
  /** The record has a later version, or files were added; `changes` says what. The signature stays on the old version. */
  | {
      readonly state: 'changed-since'
      readonly signedVersion: number
      readonly currentVersion: number
      readonly changes: readonly FieldChange[]
    }
  /** Record or signature were altered past the trail: what was signed cannot be had back from the record and its events. */
  | { readonly state: 'damaged' }

/** All signatures on a record, oldest first, each with the state of its seal now. */
export async function signaturesOf(
  tx: Tx,
  entity: Entity,
  id: string,
  tenantId: string = tx.actor.tenantId,
): Promise<readonly { readonly signature: Row<'signatures'>; readonly seal: SealState }[]> {
  const rows = await tx.db
    .selectFrom('signatures')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .orderBy('signed_at')
    .orderBy('id')
    .execute()
  const content = await contentOf(tx, tenantId, entity, id)
  return Promise.all(
    rows.map(async signature => ({ signature, seal: await sealOf(tx, signature, entity, content) })),
  )
}

async function sealOf(
  tx: Tx,
  s: Row<'signatures'>,
  entity: Entity,
  content: Content | undefined,
): Promise<SealState> {
  if (content === undefined || payloadDigest(payloadOf(s, entity)) !== s.payload_hash)
    return { state: 'damaged' }
  if (s.content_hash === content.hash) return { state: 'intact' }
  const later = await tx.db
    .selectFrom('audit_events')
    .select('changes')
    .where('tenant_id', '=', s.tenant_id)
    .where('entity', '=', s.entity)
    .where('entity_id', '=', s.entity_id)
    .where('entity_version', '>', s.entity_version)
    .orderBy('seq')
    .execute()
  const files = content.files.filter(f => f.addedAfter(s.signed_at)).map(f => f.sha256)
  const added = files.length === 0 ? [] : diff({}, { files })
  const told = merge(later.map(e => fieldChanges(e.changes)))
  // What the trail does not account for was written past it.
  if (signedHash(entity, content, s, told) !== s.content_hash) return { state: 'damaged' }
  const isSame = ({ before, after }: FieldChange) =>
    canonicalJson(before ?? null) === canonicalJson(after ?? null)
  const changes = [...told.filter(c => !isSame(c)), ...added]
  return { state: 'changed-since', signedVersion: s.entity_version, currentVersion: content.version, changes }
}

function payloadOf(s: Row<'signatures'>, entity: Entity): SignaturePayload {
  return {
    tenantId: s.tenant_id,
    entity,
    entityId: s.entity_id,
    version: s.entity_version,
    contentHash: s.content_hash,
    meaning: s.meaning,
    printedName: s.printed_name,
    signerTenantId: s.signer_tenant_id,
    signerId: s.signer_id,
    at: s.signed_at,
    zone: s.signed_zone,
    nonce: s.nonce,
  }
}

/** The hash of the record as it was signed: its row now with the later changes of the trail taken back. */
function signedHash(
  entity: Entity,
  content: Content,
  s: Row<'signatures'>,
  later: readonly FieldChange[],
): string {
  const before = undo({ ...content.row }, later)
  const row = isObject(before) ? before : {}
  const files = content.files.filter(f => !f.addedAfter(s.signed_at)).map(f => f.sha256)
  return hashOf(entity, { ...row, version: s.entity_version }, files)
}

interface Content {
  readonly version: number
  readonly row: JsonRow
  readonly hash: string
  readonly files: readonly { readonly sha256: string; addedAfter(instant: string): boolean }[]
}

/** The record and the files attached to it, as one hash. */
async function contentOf(tx: Tx, tenantId: string, entity: Entity, id: string): Promise<Content | undefined> {
  const row: JsonRow | undefined = await readRow(tx, entity, tenantId, id)
  if (row === undefined) return undefined
  const { rows: files } = await sql<{ sha256: string; at: string }>`
    select f.sha256, e.at from files f
    join audit_events e on e.tenant_id = f.tenant_id and e.entity = 'files' and e.entity_id = f.id and e.entity_version = 1
    where f.tenant_id = ${tenantId} and f.entity = ${entity} and f.entity_id = ${id}
    order by f.sha256, f.id`.execute(tx.db)
  return {
    version: Number(row['version']),
    row,
    hash: hashOf(
      entity,
      row,
      files.map(f => f.sha256),
    ),
    files: files.map(f => ({ sha256: f.sha256, addedAfter: instant => f.at > instant })),
  }
}

function hashOf(entity: Entity, row: JsonObject, files: readonly string[]): string {
  return sha256Hex(canonicalJson({ entity, row: withoutNulls(row), files: [...files] }))
}

/** Whether the signer made this record or changed what it says. A step from state to state is no authorship. */
async function wrote(tx: Tx, p: SignaturePayload): Promise<boolean> {
  const event = await tx.db
    .selectFrom('audit_events')
    .select('seq')
    .where('tenant_id', '=', p.tenantId)
    .where('entity', '=', p.entity)
    .where('entity_id', '=', p.entityId)
    .where('entity_version', 'is not', null)
    .where('actor_id', '=', p.signerId)
    .where(
      sql<boolean>`(action = 'create' or exists (select from jsonb_array_elements(changes) c where c ->> 'path' <> '/state'))`,
    )
    .limit(1)
    .executeTakeFirst()
  return event !== undefined
}

async function serverTime(tx: Tx): Promise<string> {
  const { rows } = await sql<{ now: string }>`select clock_timestamp()::timestamptz(3) as now`.execute(tx.db)
  return rows[0]?.now ?? ''
}
