import { type Day, dayInZone } from '@vigie/kernel'
import { create, type Row, type Tx } from '@vigie/record'
import { readFile } from '../routes/cases.js'
import { detailsOf, kindServed } from './chain.js'
import { contentJson, contentOf } from './content.js'
import { classificationOf } from './due.js'
import { isKind, type Kind, nextKind } from './kinds.js'
import { makeDraft } from './make-draft.js'
import { refused, wrongState } from './problems.js'

const UNDER_WORK: ReadonlySet<string> = new Set(['draft', 'in-review', 'approved'])

/** Drafts the next report of a chain from its case. A problem when one is under work or the kind cannot come next. */
export async function openDraft(
  tx: Tx,
  chain: Row<'report_chains'>,
  wanted: { readonly kind: Kind | undefined; readonly reportDate: Day | undefined; readonly now: number },
): Promise<Row<'report_drafts'>> {
  const tenantId = chain.tenant_id
  const drafts = await tx.db
    .selectFrom('report_drafts')
    .select(['id', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('chain_id', '=', chain.id)
    .execute()
  if (drafts.some(d => UNDER_WORK.has(d.state))) {
    throw wrongState(
      'A report of this chain is under work already.',
      'Finish it, or abandon it with a reason.',
    )
  }
  if (chain.state === 'withdrawn') {
    throw wrongState('The chain was withdrawn.', 'Open a new one for the obligation.')
  }
  const reports = await tx.db
    .selectFrom('reports')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('chain_id', '=', chain.id)
    .orderBy('number')
    .execute()
  const details = detailsOf(chain)
  const next = nextKind(reports.map(r => r.kind).filter(isKind), wanted.kind, details.imported)
  if ('why' in next) {
    throw refused('wrong-state', 'KIND', 'kind', { says: next.why, mend: 'Choose another kind of report.' })
  }
  const obligations = await tx.db
    .selectFrom('obligations')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', chain.case_id)
    .where('state', '<>', 'superseded')
    .orderBy('id')
    .execute()
  const source = await tx.db
    .selectFrom('cases')
    .select('details')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', chain.case_id)
    .executeTakeFirstOrThrow()
  const last = reports.at(-1)
  const content = makeDraft({
    file: readFile(source.details),
    chain: details,
    authority: chain.authority,
    kind: next.kind,
    reportDate: wanted.reportDate ?? dayInZone(wanted.now, tx.actor.zone),
    classification: classificationOf(obligations.filter(o => kindServed(chain, o) !== undefined)),
    authorityReference: chain.authority_reference,
    ...(last === undefined ? {} : { previous: { id: last.id, report: contentOf(last).report } }),
  })
  const target = { entity: 'report_drafts', tenantId } as const
  const { row } = await create(tx, target, {
    chain_id: chain.id,
    kind: next.kind,
    form_version: content.report.version,
    content: JSON.stringify(contentJson(content)),
  })
  return row
}
