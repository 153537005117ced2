import { parseCountry } from '@vigie/codes'
import { type CaseFile, valueOf } from '@vigie/facts'
import type { DraftContext } from '../context.js'
import { dayOfLists } from '../day-of-lists.js'
import { copy, listed, type MappingRow } from '../mapping-row.js'
import { sharesAgreementsWith } from '../target.js'

/** Section 1.1 and 1.2 and the reference numbers of 1.3.1. */
export const administrativeRows: readonly MappingRow[] = [
  copy('admin_info/formVersion', 'request.for', x => x.table.version),
  copy('admin_info/ncaName', 'request.authority.name', x => x.request.authority.name),
  copy(
    'admin_info/ncaEudamedNum',
    'request.authority.eudamedActorId',
    x => x.request.authority.eudamedActorId,
  ),
  copy('admin_info/ncaReportNo', 'report.authorityReferences', authorityReference),
  copy('admin_info/refNumEudamed', 'report.eudamedReference', x => x.file.report?.eudamedReference),
  copy('admin_info/reportDate', 'request.reportDate', x => x.request.reportDate),
  copy('admin_info/adverseEventDateFrom', 'event.from', x => x.file.event?.from),
  copy(
    'admin_info/adverseEventDateTo',
    x => (x.file.event?.to === undefined ? 'event.from' : 'event.to'),
    // 1.2.b is always a range: a known single day is written twice.
    x => x.file.event?.to ?? x.file.event?.from,
  ),
  copy('admin_info/mfrAwarenessDate', 'request.awareness.incident', x => x.request.awareness.incident),
  copy(
    'admin_info/mfrAwarenessReportDate',
    x => `request.awareness.${takesDayOfIncident(x) ? 'incident' : 'reportability'}`,
    x => x.request.awareness[takesDayOfIncident(x) ? 'incident' : 'reportability'],
  ),
  copy('admin_info/reportType', 'request.kind', x => x.table.reportTypes.find(t => t.key === x.key)?.value),
  copy('admin_info/reportNextDate', 'report.nextReportOn', x =>
    // Only initial and follow-up reports promise another one.
    x.key === 'I' || x.key === 'F' ? x.file.report?.nextReportOn : undefined,
  ),
  copy('admin_info/eventClassification', 'request.classification', ({ request: { classification } }) =>
    classification === 'undetermined' ? undefined : classification,
  ),
  copy('admin_info/mfrRef', 'reference', x => x.file.reference),
  listed('admin_info/ncaRefMultiDev', 'report.otherReportsOfAuthority', x =>
    ofCountry(x.file.report?.otherReportsOfAuthority, x.request.authority.country),
  ),
  listed(
    'admin_info/eudamedRefMultiDev',
    'report.otherReportsInEudamed',
    x => x.file.report?.otherReportsInEudamed,
  ),
  listed('admin_info/mfrRefMultiDev', 'report.otherReports', x => x.file.report?.otherReports),
  listed('admin_info/ncaRefFSCA', 'fieldActions[0].authorityReferences', x =>
    x.file.fieldActions.flatMap(a => ofCountry(a.authorityReferences, x.request.authority.country) ?? []),
  ),
  listed('admin_info/eudamedRefFSCA', 'fieldActions[0].eudamedReference', x =>
    x.file.fieldActions.flatMap(a => a.eudamedReference ?? []),
  ),
  listed(
    'admin_info/mfrRefFSCA',
    x => (x.file.fieldActions.length > 0 ? 'fieldActions[0].reference' : 'report.fieldActionReferences'),
    x => [
      ...new Set([
        ...x.file.fieldActions.map(a => a.reference),
        ...(x.file.report?.fieldActionReferences ?? []),
      ]),
    ],
  ),
  listed('admin_info/psrId', 'report.periodicSummaryIds', periodicSummaries),
  copy('admin_info/pmcfpmpfQuestion', 'report.inPostMarketClinicalFollowUp', x => followUpStudy(x.file)),
  listed('admin_info/pmcfpmpfId', 'report.followUpStudyIds', x => x.file.report?.followUpStudyIds),
]

/** An authority that gave no number: the form wants the word for it from the second report on. */
function authorityReference(x: DraftContext) {
  const given = ofCountry(x.file.report?.authorityReferences, x.request.authority.country)
  if (given !== undefined) return given
  return x.key === 'F' || x.key === 'FR' || x.key === 'FN' ? ({ state: 'unknown' } as const) : undefined
}

/**
 * 1.2.d (MDCG 2023-3 Rev. 2, Q15): without a day of its own it is the day of 1.2.c, as long as the case knows of no
 * time at which the incident was held not to be reportable.
 */
export function takesDayOfIncident(x: DraftContext): boolean {
  return (
    x.request.awareness.reportability === undefined &&
    x.file.assessment?.judgedNotReportable === undefined &&
    !x.file.awareness.some(a => a.of === 'reportability')
  )
}

/** The entry of a record keyed by country code, whichever accepted code was written (EL or GR, UK or GB). */
function ofCountry<T>(record: Readonly<Record<string, T>> | undefined, country: string): T | undefined {
  const wanted = parseCountry(country) ?? country
  return Object.entries(record ?? {}).find(
    ([key]) => (parseCountry(key.toUpperCase()) ?? key) === wanted,
  )?.[1]
}

/** Numbers given for all authorities, and the agreements under the same law as the authority addressed. */
function periodicSummaries(x: DraftContext): readonly string[] {
  const on = dayOfLists(x)
  const covering = (x.file.assessment?.periodicSummary ?? []).filter(
    a =>
      valueOf(a.coversThisIncident) === true &&
      on !== undefined &&
      sharesAgreementsWith(x.target, a.authority, on),
  )
  return [...new Set([...(x.file.report?.periodicSummaryIds ?? []), ...covering.map(a => a.reference)])]
}

function followUpStudy(file: CaseFile) {
  const said = file.report?.inPostMarketClinicalFollowUp
  const named = (file.report?.followUpStudyIds ?? []).length > 0
  return said === undefined ? (named ? 'Yes' : undefined) : said ? 'Yes' : 'No'
}
