import type { Finding } from '@vigie/kernel'
import { faults731 } from '../mir/7.3.1/unverified.js'
import { mirTables } from '../mir/versions.js'
import { type Report, reportTypeOf } from '../report.js'
import type { FieldTable, ReportType } from '../table.js'
import { walk } from '../walk.js'
import { writeDocument } from '../write-report.js'
import { useXml } from '../xml/read.js'
import type { SchemaPack } from './pack.js'

/** What an export of a report may say about itself. */
export interface ExportStatus {
  /** Whether the official schema accepts the XML of the report; null if nobody has asked the official schema. */
  readonly valid: boolean | null
  /** How that is known. */
  readonly checkedBy: 'installed-schema' | 'built-in-rules' | 'nothing-official'
  /** One sentence to print on the export and to show beside it. */
  readonly sentence: string
  /** What the check found. Where nothing official has checked, what is known second-hand is shown, and does not block. */
  readonly findings: readonly Finding[]
}

/**
 * Tells whether the XML of a report was checked against the official schema, and what the check found.
 * Without an installed schema a report of 7.2.1 is judged by the rules of its official schemas, which the table repeats;
 * one of 7.3.1 is labelled as not verified, because its schemas were never read.
 *
 * @param pack the installed official schemas; one of another version counts as none
 * @throws RangeError for a report of a version that is not known
 */
export function exportStatus(report: Report, pack?: SchemaPack): ExportStatus {
  const table = mirTables.get(report.version)
  if (table === undefined) throw new RangeError(`no table of MIR ${report.version}`)
  const type = reportTypeOf(table, report)
  const xml = new TextEncoder().encode(writeDocument(table, report))
  const own = pack?.form === table.form && pack.version === table.version ? pack : undefined
  const found = type === undefined ? undefined : own?.validate(xml, type.key)
  if (found !== undefined && own !== undefined) return byPack(own, type, found)
  const read = useXml(xml, cursor =>
    table.schemaRead ? walk(table, cursor, type?.key).faults : faults731(cursor, type?.key),
  )
  if ('finding' in read)
    return {
      valid: false,
      checkedBy: 'nothing-official',
      sentence: 'The report cannot be written as XML.',
      findings: [read.finding],
    }
  const findings = read.read
  if (!table.schemaRead)
    return {
      valid: null,
      checkedBy: 'nothing-official',
      sentence: unverified(table, type, own),
      findings,
    }
  return {
    valid: findings.length === 0,
    checkedBy: 'built-in-rules',
    sentence: builtIn(table, findings.length),
    findings,
  }
}

function byPack(pack: SchemaPack, type: ReportType | undefined, findings: readonly Finding[]): ExportStatus {
  const schema = pack.covered.find(c => c.type.key === type?.key)
  const name = `${type?.schemaFile ?? ''} (SHA-256 ${schema?.sha256.slice(0, 12) ?? ''}…)`
  return {
    valid: findings.length === 0,
    checkedBy: 'installed-schema',
    sentence:
      findings.length === 0
        ? `Verified against the official schema ${name} as installed.`
        : `Refused by the official schema ${name} as installed: ${faults(findings.length)}.`,
    findings,
  }
}

function unverified(table: FieldTable, type: ReportType | undefined, pack: SchemaPack | undefined): string {
  const why =
    type === undefined
      ? 'the report names no type that the form knows'
      : pack === undefined
        ? `the schema of MIR ${table.version} is not installed`
        : `the installed schemas lack ${type.schemaFile}`
  return `Not verified against the official schema: ${why}.`
}

function builtIn(table: FieldTable, count: number): string {
  const rules = `the rules of the official schemas of MIR ${table.version} built into this program`
  return count === 0 ? `Checked against ${rules}: valid.` : `Refused by ${rules}: ${faults(count)}.`
}

const faults = (count: number) => (count === 1 ? '1 fault' : `${count} faults`)
