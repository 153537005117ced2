import { type CaseFile, valueOf } from '@vigie/facts'
import type { Json } from '@vigie/kernel'
import type { Assessment, NotDue, ReportDue } from '@vigie/law'
import type { NewValues, Row } from '@vigie/record'
import { asJson } from '../resources/kind.js'

/** An obligation as an assessment found it, before it is in the record. */
export interface Wanted {
  /** What it is about; two of the same key are the same obligation, found again. */
  readonly key: string
  readonly values: Omit<NewValues<'obligations'>, 'case_id' | 'trace' | 'law_release'>
  /** What the law package answered, as the board and the case show it. */
  readonly answer: { readonly [name: string]: Json }
}

/** The obligations of an assessment: reports that are due or undetermined, and those that are not, with the reason. */
export function wantedFrom(file: CaseFile, result: Assessment): readonly Wanted[] {
  return [
    ...result.reports.map(r => due(r, riskClassOf(file, r.device))),
    ...result.notDue.map(r => notDue(r, riskClassOf(file, r.device))),
  ]
}

function due(report: ReportDue, riskClass: string | null): Wanted {
  const rule = report.clocks.find(c => c.governs)?.rule ?? report.rules[0] ?? report.citation
  return {
    key: keyOf(report),
    values: {
      rule,
      subject: subjectOf(report),
      jurisdiction: report.jurisdiction,
      authority: report.authority,
      outcome: report.state,
      day_zero: report.day0,
      target: report.target,
      ceiling: report.ceiling,
      // Only a report with its proof is settled.
      state: report.sent !== null && report.sent.proof !== null ? 'sent' : 'open',
    },
    answer: { riskClass, report: asJson(report) },
  }
}

function notDue(report: NotDue, riskClass: string | null): Wanted {
  return {
    key: keyOf(report),
    values: {
      rule: report.citation,
      subject: subjectOf(report),
      jurisdiction: report.jurisdiction,
      authority: report.authority,
      outcome: 'not-due',
      day_zero: null,
      target: null,
      ceiling: null,
      state: 'not-due',
    },
    answer: { riskClass, report: asJson(report) },
  }
}

type Named = Pick<ReportDue, 'jurisdiction' | 'authority' | 'form' | 'kind' | 'device' | 'about'>

const subjectOf = (r: Named) => (r.about === null ? r.device : `${r.device}: ${r.about}`)
const keyOf = (r: Named) => JSON.stringify([r.jurisdiction, r.authority, r.form, r.kind, r.device, r.about])

/** The key of an obligation in the record. */
export function keyOfRow(row: Row<'obligations'>): string {
  const { trace } = row
  return typeof trace === 'object' && trace !== null && 'key' in trace ? String(trace['key']) : row.id
}

function riskClassOf(file: CaseFile, device: string): string | null {
  const found = file.devices.find(d => d.name === device)?.riskClass
  const value = found === undefined ? undefined : valueOf(found)
  return typeof value === 'string' ? value : null
}
