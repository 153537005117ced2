import { type CaseFile, parseCase } from '@vigie/facts'
import { type Day, day } from '@vigie/kernel'
import { assess } from './assess.js'
import type { Assessment, ReportDue } from './result.js'

/** The day the tests ask on, unless they say otherwise. */
export const TODAY: Day = day('2026-11-25')

type Part = Record<string, unknown>

/** A German pump under the MDR, sold in the EU, Great Britain, Switzerland and the US, as JSON; `change` replaces parts. */
export function caseJson(change: Part = {}): Part {
  const device = {
    name: 'Pump',
    regulation: 'MDR',
    riskClass: 'IIb',
    markets: ['DE', 'FR', 'XI', 'GB', 'CH', 'US'],
    ...(change['device'] as Part | undefined),
  }
  const { device: _, ...rest } = change
  return {
    reference: 'R1',
    manufacturer: { name: 'Acme', country: 'DE' },
    devices: [device],
    event: { country: 'DE', from: '2026-11-20', problems: ['malfunction'], outcomes: ['hospitalisation'] },
    awareness: [{ of: 'incident', at: '2026-11-23' }],
    assessment: { causality: 'possible' },
    ...rest,
  }
}

export function caseOf(change: Part = {}): CaseFile {
  const parsed = parseCase(caseJson(change))
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.findings, null, 1))
  return parsed.case
}

export function assessed(change: Part = {}, at: Day = TODAY): Assessment {
  return assess(caseOf(change), { at })
}

/** `BfArM (DE) initial due 2026-11-23 2026-12-03/2026-12-03 Death` for each report. */
export function brief(reports: readonly ReportDue[]): string[] {
  return reports.map(
    r =>
      `${r.authority} ${r.kind} ${r.state} ${r.day0 ?? '-'} ${r.target ?? '-'}/${r.ceiling ?? '-'}${r.classification === null ? '' : ` ${r.classification}`}`,
  )
}
