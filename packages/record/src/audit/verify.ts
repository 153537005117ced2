import type { Tx } from '../store.js'
import { type EventRow, eventHash } from './event.js'
import { headText } from './seal.js'

/** A length and hash of a chain that was noted outside the database (printed, mailed, time-stamped). */
export interface Anchor {
  readonly seq: number
  readonly hash: string
}

export type ChainResult =
  | {
      readonly ok: true
      readonly events: number
      readonly head: Anchor
      /** `valid`, or `none` when the head carries no seal or this process has no key: a tail cut together with its head is then not found. */
      readonly seal: 'valid' | 'none'
      /** Events that say an earlier time than the one before: the clock of the server was set back. */
      readonly clockWentBack: readonly number[]
    }
  | { readonly ok: false; readonly seq: number; readonly why: ChainFault; readonly sentence: string }

export type ChainFault =
  | 'edited'
  | 'missing'
  | 'rewritten'
  | 'truncated'
  | 'added'
  | 'head-missing'
  | 'head-edited'
  | 'anchor-differs'

const BATCH = 500

/**
 * Checks every event of a tenant: its own hash, its link to the one before, its place, and the head. Names the first
 * bad event. Reading only; the actor must be able to read the tenant.
 *
 * @param anchors noted earlier; the chain must still contain each
 */
export async function verifyChain(
  tx: Tx,
  tenantId: string,
  anchors: readonly Anchor[] = [],
): Promise<ChainResult> {
  const clockWentBack: number[] = []
  const expected = new Map(anchors.map(a => [a.seq, a.hash]))
  let last: EventRow | undefined
  for await (const event of events(tx, tenantId)) {
    const fault = faultOf(event, last)
    if (fault !== undefined) return fault
    const anchored = expected.get(event.seq)
    if (anchored !== undefined && anchored !== event.hash) return bad(event.seq, 'anchor-differs')
    if (last !== undefined && event.at < last.at) clockWentBack.push(event.seq)
    last = event
  }
  const end = last?.seq ?? 0
  const cut = anchors.find(a => a.seq > end)
  if (cut !== undefined) return bad(end + 1, 'truncated')
  return checkHead(tx, tenantId, { seq: end, hash: last?.hash ?? '' }, clockWentBack)
}

async function* events(tx: Tx, tenantId: string): AsyncGenerator<EventRow> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const batch = await tx.db
      .selectFrom('audit_events')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(BATCH)
      .execute()
    yield* batch
    const end = batch.at(-1)
    if (end === undefined || batch.length < BATCH) return
    after = end.seq
  }
}

function faultOf(event: EventRow, before: EventRow | undefined): ChainResult | undefined {
  const place = (before?.seq ?? 0) + 1
  if (event.seq > place) return bad(place, 'missing')
  if (eventHash(event) !== event.hash) return bad(event.seq, 'edited')
  // This event is whole in itself and continues another one: so the one before was replaced.
  if (event.prev_hash !== (before?.hash ?? '')) return bad(before?.seq ?? event.seq, 'rewritten')
  return undefined
}

async function checkHead(
  tx: Tx,
  tenantId: string,
  end: Anchor,
  clockWentBack: readonly number[],
): Promise<ChainResult> {
  const head = await tx.db
    .selectFrom('audit_heads')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  if (head === undefined) return end.seq === 0 ? emptyChain(tx, tenantId) : bad(end.seq, 'head-missing')
  if (head.seq > end.seq) return bad(end.seq + 1, 'truncated')
  if (head.seq < end.seq) return bad(head.seq + 1, 'added')
  if (head.hash !== end.hash) return bad(end.seq, 'rewritten')
  const sealed = tx.sealer !== undefined && head.seq > 0
  if (sealed && !tx.sealer.verify(headText(tenantId, head.seq, head.hash), head.seal ?? '')) {
    return bad(head.seq, 'head-edited')
  }
  return { ok: true, events: end.seq, head: end, seal: sealed ? 'valid' : 'none', clockWentBack }
}

/** A tenant that exists was made by an event; a chain without any was emptied. */
async function emptyChain(tx: Tx, tenantId: string): Promise<ChainResult> {
  const tenant = await tx.db
    .selectFrom('tenants')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  if (tenant !== undefined) return bad(1, 'truncated')
  return { ok: true, events: 0, head: { seq: 0, hash: '' }, seal: 'none', clockWentBack: [] }
}

const SENTENCES: Readonly<Record<ChainFault, (seq: number) => string>> = {
  edited: n => `Event ${n} was changed or moved after it was written.`,
  missing: n => `Event ${n} is missing.`,
  rewritten: n => `Event ${n} was replaced: what follows continues another event.`,
  truncated: n => `Event ${n} and all that followed are missing.`,
  added: n => `Event ${n} was added past the end of the chain.`,
  'head-missing': n => `The head of the chain is missing; the last event is ${n}.`,
  'head-edited': n => `The head of the chain, at event ${n}, was not written by this installation.`,
  'anchor-differs': n => `Event ${n} is not the one that was noted outside the database.`,
}

function bad(seq: number, why: ChainFault): ChainResult {
  return { ok: false, seq, why, sentence: SENTENCES[why](seq) }
}
