import type { Day, Finding } from '@vigie/kernel'
import type { ReportType } from '../table.js'
import type { ReadLimits } from '../xml/read.js'
import { formFindings } from './findings.js'
import { type OpenMir, openMir } from './open.js'
import { checkRules } from './rules/index.js'

export interface CheckOptions extends ReadLimits {
  /** Name of the file, repeated in the result. */
  readonly file?: string
  /** The day of the check. Without it, no date is called future. */
  readonly today?: Day
}

export interface CheckResult {
  readonly file?: string
  /** Version of the form; null if the file is not a MIR of a known version. */
  readonly version: string | null
  /** The type of report as the file says it; null if it says none that the form knows. */
  readonly reportType: string | null
  /**
   * Whether the official schema for the report type of the file accepts it, and nothing else: not the business rules.
   * False for a file that cannot be read at all; null if the official schema of the version is not available.
   */
  readonly schemaValid: boolean | null
  /** Every fault the official schema finds. Empty exactly when `schemaValid` is true, or when the file was not judged. */
  readonly schemaFindings: readonly Finding[]
  /** Everything else: why a file cannot be read, and the business rules. */
  readonly findings: readonly Finding[]
}

/**
 * Checks a MIR file: against the official schema of its report type, then against the business rules. Never throws
 * on input. The schema is the one for the value of `reportType`; if that cannot be read, the one the file names;
 * if neither says, only what all schemas demand is demanded.
 *
 * @example checkMir(readFileSync('report.xml'), { file: 'report.xml', today: day('2026-11-25') }).schemaValid
 */
export function checkMir(bytes: Uint8Array, options: CheckOptions = {}): CheckResult {
  const file = options.file === undefined ? {} : { file: options.file }
  const opened = openMir(bytes, mir => checkOpen(mir, options.today), options)
  if ('read' in opened) return { ...file, ...opened.read }
  const findings = [opened.finding]
  return { ...file, version: null, reportType: null, schemaValid: false, schemaFindings: [], findings }
}

function checkOpen(mir: OpenMir, today: Day | undefined): CheckResult {
  const { table, type, key, schemaNamed, walked } = mir
  const { version } = table
  // Form data have no time of export yet; the export writes it.
  const faults =
    mir.source === 'xml' ? walked.faults : walked.faults.filter(f => f.code !== 'SCHEMA-ATTRIBUTE-MISSING')
  const about = [...mir.findings, ...schemaName(type, schemaNamed)]
  const rules = checkRules(table, walked.answers, key, today)
  const reportType = type?.value ?? null
  if (table.schemaRead)
    return {
      version,
      reportType,
      schemaValid: faults.length === 0,
      schemaFindings: faults,
      findings: [...about, ...rules],
    }
  const unofficial = formFindings.make['NOT-OFFICIALLY-CHECKED']({ path: `/${table.root}` }, { version })
  return {
    version,
    reportType,
    schemaValid: null,
    schemaFindings: [],
    findings: [unofficial, ...about, ...faults, ...rules],
  }
}

function schemaName(type: ReportType | undefined, named: string | undefined): readonly Finding[] {
  if (type === undefined || named === undefined) return []
  const file = named.slice(Math.max(named.lastIndexOf('/'), named.lastIndexOf('\\')) + 1)
  if (file === type.schemaFile) return []
  return [
    formFindings.make['SCHEMA-NAME'](
      { path: '/incident/@xsi:noNamespaceSchemaLocation' },
      { named, type: type.value, file: type.schemaFile },
    ),
  ]
}
