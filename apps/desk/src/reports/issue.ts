import { contentHash, type PrintSignature } from '@vigie/forms'
import { dayInZone } from '@vigie/kernel'
import { change, create, type Row, type Tx } from '@vigie/record'
import type { Services } from '../env.js'
import { type KeptFile, keepBytes, recordFile } from '../files/keep.js'
import { localTimeIn } from '../local-time.js'
import { Problem } from '../problem/problem.js'
import { asJson } from '../resources/kind.js'
import { contentJson, contentOf, type DraftContent } from './content.js'
import { ENDS, isKind } from './kinds.js'
import { blocking, checkDraft, exported, missingItems, schemaWord } from './missing.js'
import { refused, wrongState } from './problems.js'
import { promisedOn } from './promised.js'
import type { SignatureView } from './signatures-view.js'
import { stepOf } from './state.js'

/** A report made ready to be issued: its files are kept, its row is not written yet. */
export interface Ready {
  readonly draft: Row<'report_drafts'>
  readonly content: DraftContent
  readonly files: readonly KeptFile[]
  readonly details: object
}

/** Refuses a draft that is not approved, or whose approval does not hold for what it says now. */
export function mustBeApproved(draft: Row<'report_drafts'>, signatures: readonly SignatureView[]): void {
  const step = stepOf(draft.state, 'issued', 'issue')
  if (!step.ok) throw wrongState(step.says, step.mend)
  const approvals = signatures.filter(s => s.meaning === 'approval')
  if (approvals.some(s => s.seal === 'intact') && signatures.every(s => s.seal !== 'damaged')) return
  throw refused('seal-broken', 'SEAL', '', {
    says: 'No approval holds for what the draft says now: it was changed past the signature.',
    mend: 'Take it back to draft, look at GET /drafts/{id}/signatures, and have it approved again.',
  })
}

/** Checks the report, writes its XML and PDF once, and keeps both. A problem with the whole list where findings block. */
export async function makeReady(
  s: Services,
  draft: Row<'report_drafts'>,
  signatures: readonly SignatureView[],
  zone: string,
): Promise<Ready> {
  const now = s.clock()
  const time = localTimeIn(now, zone)
  const today = dayInZone(now, zone)
  const content = contentOf(draft)
  const checked = checkDraft(content, today, time)
  if (blocking(checked.findings).length > 0) {
    throw new Problem('blocked', { findings: missingItems(content.report, checked.findings) })
  }
  const report = exported(content.report, time)
  const schema = schemaWord(checked)
  const printed = await s.printer.print({
    report,
    schema,
    blocking: 0,
    on: today,
    signatures: signatures.map(printedSignature),
  })
  if (!printed.ok) throw new Problem('blocked', { findings: printed.findings })
  const keep = (name: string, mediaType: string, bytes: Uint8Array) =>
    keepBytes(s.files, draft.tenant_id, { name, mediaType, bytes })
  const files = [
    await keep('report.xml', 'application/xml', checked.xml),
    await keep('report.pdf', 'application/pdf', printed.pdf),
  ]
  const details = {
    issuedAt: new Date(now).toISOString(),
    issuedZone: zone,
    schema,
    pages: printed.pages,
    findings: [...checked.findings, ...printed.findings],
    signatures,
  }
  return { draft, content: { ...content, report }, files, details }
}

function printedSignature(s: SignatureView): PrintSignature {
  const time = `${localTimeIn(Date.parse(s.signedAt), s.signedZone).replace('T', ' ')} ${s.signedZone}`
  const meaning = s.meaning.charAt(0).toUpperCase() + s.meaning.slice(1)
  const note = s.overrideReason === null ? {} : { note: `Approved by the author. ${s.overrideReason}` }
  return { name: s.printedName, meaning, time, ...note }
}

/** Writes the report, which never changes from then on. `expectedVersion` is the one that was made ready. */
export async function issue(tx: Tx, s: Services, ready: Ready): Promise<Row<'reports'>> {
  const { draft, content, files } = ready
  const tenantId = draft.tenant_id
  const reason = 'Issued'
  const target = {
    entity: 'report_drafts',
    id: draft.id,
    tenantId,
    expectedVersion: draft.version,
    reason,
  } as const
  const issued = await change(tx, target, () => ({ state: 'issued' as const }))
  if (!issued.ok) {
    throw wrongState(
      'The draft was changed while it was being issued.',
      'Read it again and issue what it says now.',
    )
  }
  const { number } = await tx.db
    .selectFrom('reports')
    .select(eb => eb.fn.count<number>('id').as('number'))
    .where('tenant_id', '=', tenantId)
    .where('chain_id', '=', draft.chain_id)
    .executeTakeFirstOrThrow()
  const { row } = await create(
    tx,
    { entity: 'reports', tenantId, reason },
    {
      chain_id: draft.chain_id,
      number: Number(number) + 1,
      draft_id: draft.id,
      kind: draft.kind,
      form_version: content.report.version,
      law_release: s.law.pack.release,
      content: JSON.stringify(contentJson(content)),
      content_hash: contentHash(content.report),
      files: JSON.stringify(files),
      details: JSON.stringify(asJson(ready.details)),
    },
  )
  for (const file of files) await recordFile(tx, tenantId, file, { entity: 'reports', id: row.id })
  await moveChain(tx, row, content)
  return row
}

/** The chain learns the promised day of the next report, and its end. */
async function moveChain(tx: Tx, report: Row<'reports'>, content: DraftContent): Promise<void> {
  const chain = await tx.db
    .selectFrom('report_chains')
    .selectAll()
    .where('tenant_id', '=', report.tenant_id)
    .where('id', '=', report.chain_id)
    .executeTakeFirstOrThrow()
  const ended = isKind(report.kind) && ENDS.has(report.kind)
  const target = {
    entity: 'report_chains',
    id: chain.id,
    tenantId: chain.tenant_id,
    expectedVersion: chain.version,
    reason: `Report ${report.number} was issued`,
  } as const
  const moved = await change(tx, target, () => ({
    promised_on: promisedOn(content.report),
    ...(ended ? { state: 'final' as const } : {}),
  }))
  if (!moved.ok) throw new Problem('forbidden')
}
