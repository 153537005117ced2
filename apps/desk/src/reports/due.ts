import { z } from '@hono/zod-openapi'
import type { Law } from '@vigie/law'
import type { Row } from '@vigie/record'
import type { ChainDetails } from './chain.js'
import { refused } from './problems.js'

/** Of what the law answered, the parts that decide how a report is filled. */
const dueReport = z.looseObject({
  jurisdiction: z.enum(['EU', 'NI', 'GB', 'CH']),
  authority: z.string(),
  authorityId: z.string().nullable(),
  country: z.string().nullable(),
  kind: z.string(),
  classification: z.string().nullable(),
  device: z.string(),
  about: z.string().nullable(),
  rules: z.array(z.string()),
})

/** The chain that an obligation asks for; a problem with the reason where no incident report can be drafted for it. */
export function chainFor(
  row: Row<'obligations'>,
  law: Law,
): { readonly details: ChainDetails; readonly jurisdiction: string; readonly authority: string } {
  const no = (says: string, mend: string) =>
    refused('invalid-body', 'NO-FORM', 'obligationId', { says, mend })
  if (row.state === 'superseded') {
    throw no(
      'This obligation was superseded by a later assessment.',
      'Take the obligation that is in force; GET /cases/{id}/obligations lists it.',
    )
  }
  if (row.outcome === 'not-due') {
    throw no(
      'Nothing is due here, so there is nothing to report.',
      'Take an obligation that is due or undetermined.',
    )
  }
  const found = dueReport.safeParse(reportOf(row))
  if (!found.success) {
    throw no(
      `The form of ${row.jurisdiction} is not one that can be drafted here.`,
      'Fill it in where the authority has it, and record the sending on the case.',
    )
  }
  const due = found.data
  const rules = new Map(law.pack.rules.map(r => [r.id, r]))
  const isMir = due.rules.some(id => {
    const duty = rules.get(id)?.duty
    return duty?.type === 'report' && duty.form === 'MIR'
  })
  if (!isMir || due.about !== null) {
    throw no(
      'This obligation asks for another form than the incident report (MIR).',
      'Only incident reports can be drafted here.',
    )
  }
  if (due.country === null) {
    throw no(
      'The country of the authority is not known.',
      'Answer event.country in the case and assess it again.',
    )
  }
  const details = {
    device: due.device,
    for: due.jurisdiction,
    authorityId: due.authorityId,
    country: due.country,
    imported: false,
  }
  return { details, jurisdiction: due.jurisdiction, authority: due.authority }
}

/** The class of the incident (MIR 1.2) as the obligations of one addressee have it; undefined where it is open. */
export function classificationOf(rows: readonly Row<'obligations'>[]): string | undefined {
  const classes = rows.flatMap(row => {
    const found = dueReport.safeParse(reportOf(row))
    return found.success && found.data.classification !== null ? [found.data.classification] : []
  })
  const known = classes.find(c => c !== 'undetermined')
  return known
}

function reportOf(row: Row<'obligations'>): unknown {
  const { trace } = row
  return typeof trace === 'object' && trace !== null && 'report' in trace ? trace['report'] : undefined
}
