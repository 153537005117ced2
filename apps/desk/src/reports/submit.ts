import { dayInZone } from '@vigie/kernel'
import { create, type Row, type Tx } from '@vigie/record'
import type { Services } from '../env.js'
import { type KeptFile, keepBytes, recordFile } from '../files/keep.js'
import { readKept } from '../files/read.js'
import { asJson } from '../resources/kind.js'
import { detailsOf } from './chain.js'
import { contentOf } from './content.js'
import { asMandate } from './mandate.js'
import { packageNames, zipOf } from './package.js'
import { type Handover, handoverOf } from './package-text.js'
import { issuedFile } from './views.js'

export interface Packed {
  readonly report: Row<'reports'>
  readonly chain: Row<'report_chains'>
  readonly handover: Handover
  readonly zip: KeptFile
}

/** Builds the package of a report for its authority from the files as they were issued, and keeps it. */
export async function packReport(
  s: Services,
  report: Row<'reports'>,
  chain: Row<'report_chains'>,
  sender: { readonly name: string; readonly zone: string },
): Promise<Packed> {
  const { authorityId } = detailsOf(chain)
  const content = contentOf(report)
  const names = packageNames(content.report, authorityId ?? chain.authority, report.kind)
  const issued = issuedFile.array().parse(report.files)
  const files = await Promise.all(
    issued.map(async f => ({
      name: f.name.endsWith('.xml') ? names.xml : names.pdf,
      bytes: await readKept(s.files, report.tenant_id, f.sha256),
    })),
  )
  const now = s.clock()
  const handover = handoverOf({
    authority: chain.authority,
    authorityId,
    authorityReference: chain.authority_reference,
    kind: report.kind,
    report: content.report,
    files: files.map(f => f.name),
    sender: sender.name,
    on: dayInZone(now, sender.zone),
  })
  const bytes = await zipOf(files, handover, new Date(now))
  const file = { name: names.zip, mediaType: 'application/zip', bytes }
  return { report, chain, handover, zip: await keepBytes(s.files, report.tenant_id, file) }
}

/** Writes the submission with its package. */
export async function prepareSubmission(tx: Tx, packed: Packed): Promise<Row<'submissions'>> {
  const { report, chain, handover, zip } = packed
  const tenantId = report.tenant_id
  const { row } = await asMandate(() =>
    create(
      tx,
      { entity: 'submissions', tenantId },
      {
        report_id: report.id,
        jurisdiction: chain.jurisdiction,
        channel: handover.channel.name,
        details: JSON.stringify({ package: asJson({ ...handover, zip }) }),
      },
    ),
  )
  await recordFile(tx, tenantId, zip, { entity: 'submissions', id: row.id })
  return row
}
