import { z } from '@hono/zod-openapi'
import {
  checkMir,
  editableLeaf,
  fieldOfFinding,
  mirTableOf,
  type Report,
  stampForExport,
  writeMir,
} from '@vigie/forms'
import type { Day, Finding, Severity } from '@vigie/kernel'
import { finding } from '../schemas.js'
import { type DraftContent, notReviewed } from './content.js'
import { reportFindings } from './problems.js'

export const missingItem = finding
  .extend({
    field: z
      .string()
      .nullable()
      .openapi({ description: 'Path of the field to jump to; null where it is none.' }),
    section: z.object({ place: z.string(), title: z.string() }).nullable(),
  })
  .openapi('MissingItem')
export interface MissingItem extends Finding {
  readonly field: string | null
  readonly section: { place: string; title: string } | null
}

export interface Checked {
  readonly xml: Uint8Array
  /** Whether the official schema accepts it; null where it is not known here. */
  readonly schemaValid: boolean | null
  readonly findings: readonly Finding[]
}

/** Codes that only say that an answer is not there. */
const UNANSWERED = new Set(['SCHEMA-MISSING', 'MIR-UNANSWERED', 'MIR-OPEN', 'MIR-ADVISED'])
const RANK: Readonly<Record<Severity, number>> = { blocks: 0, 'may-stay-unknown': 1, recommended: 2 }

/**
 * Checks a draft as it would be exported: its XML against schema and rules, and what the record knows beside it. `time`
 * is the local date and time that the export would carry.
 */
export function checkDraft(content: DraftContent, today: Day, time: string): Checked {
  const report = exported(content.report, time)
  const xml = new TextEncoder().encode(writeMir(report))
  const check = checkMir(xml, { today })
  const table = mirTableOf(report)
  const found = [...check.schemaFindings, ...check.findings]
  const at = (path: string) => ({
    path: `/${table.root}/${path}`,
    place: editableLeaf(table, path)?.place ?? '',
  })
  const label = (path: string) => editableLeaf(table, path)?.label ?? path
  const asked = Object.entries(content.asked).map(([path, on]) =>
    reportFindings.make.ASKED(at(path), { label: label(path), on }),
  )
  const review = notReviewed(content).map(path =>
    reportFindings.make.REVIEW(at(path), {
      says: `"${label(path)}" was copied from an earlier report and nobody has looked at it yet.`,
      mend: 'Look at it; keep it or change it.',
    }),
  )
  return { xml, schemaValid: check.schemaValid, findings: onePerField([...found, ...asked, ...review]) }
}

const SCHEMA_NAME = 'xsi:noNamespaceSchemaLocation'

/** The report with what the official form adds when it exports: the time, and the schema of its type of report. */
export function exported(report: Report, time: string): Report {
  // The type may be another one than when the report was read or drafted.
  const { [SCHEMA_NAME]: _, ...attributes } = report.attributes
  return stampForExport({ ...report, attributes }, time, { renew: true })
}

/** Of several findings that a field has no answer, the gravest; nothing else is left out. */
function onePerField(findings: readonly Finding[]): readonly Finding[] {
  const gravest = new Map<string, Finding>()
  for (const f of findings.filter(isUnanswered)) {
    const other = gravest.get(f.path)
    if (other === undefined || RANK[f.severity] < RANK[other.severity]) gravest.set(f.path, f)
  }
  return findings.filter(f => !isUnanswered(f) || gravest.get(f.path) === f)
}

const isUnanswered = (f: Finding) => UNANSWERED.has(f.code)

/** Findings as a list to work through: the gravest first, then in the order of the form; each with its field and section. */
export function missingItems(report: Report, findings: readonly Finding[]): readonly MissingItem[] {
  const table = mirTableOf(report)
  const headings = new Map(table.headings.map((h, i) => [h.place, { ...h, i }]))
  const items = findings.map(f => {
    const place = f.place ?? ''
    const parts = place.split('.')
    const heading = parts.map((_, i) => headings.get(parts.slice(0, parts.length - i).join('.'))).find(h => h)
    const section = heading === undefined ? null : { place: heading.place, title: heading.title }
    return { item: { ...f, field: fieldOfFinding(table, f.path) ?? null, section }, order: heading?.i ?? -1 }
  })
  return items
    .toSorted((a, b) => RANK[a.item.severity] - RANK[b.item.severity] || a.order - b.order)
    .map(i => i.item)
}

/** What stands in the way of an export. */
export const blocking = (findings: readonly Finding[]) => findings.filter(f => f.severity === 'blocks')
