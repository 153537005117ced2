import { editAnswer, mirTableOf } from '@vigie/forms'
import type { Row, Tx } from '@vigie/record'
import { detailsOf } from './chain.js'
import type { DraftContent } from './content.js'
import { isKind, type Kind, keyOfKind, nextKind } from './kinds.js'
import { refused } from './problems.js'

/** Refuses a kind that cannot come next in the chain, with the reason. */
export async function mustBeNext(tx: Tx, chain: Row<'report_chains'>, kind: Kind): Promise<void> {
  const issued = await tx.db
    .selectFrom('reports')
    .select('kind')
    .where('tenant_id', '=', chain.tenant_id)
    .where('chain_id', '=', chain.id)
    .orderBy('number')
    .execute()
  const next = nextKind(issued.map(r => r.kind).filter(isKind), kind, detailsOf(chain).imported)
  if ('why' in next) {
    throw refused('wrong-state', 'KIND', 'kind', { says: next.why, mend: 'Choose another kind of report.' })
  }
}

/** The content with the type of report that a kind has on the form (MIR 1.2). */
export function withKind(content: DraftContent, kind: Kind): DraftContent {
  const table = mirTableOf(content.report)
  const type = table.reportTypes.find(t => t.key === keyOfKind(kind))
  if (type === undefined) return content
  const report = editAnswer(table, content.report, table.typeField, {
    state: 'answered',
    texts: [type.value],
  })
  return { ...content, report, sources: { ...content.sources, [table.typeField]: 'person' } }
}
