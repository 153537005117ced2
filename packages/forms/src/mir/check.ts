import type { Day, Finding } from '@vigie/kernel'
import type { SchemaPack } from '../schema-pack/pack.js'
import type { ReportType } from '../table.js'
import { writeDocument } from '../write-report.js'
import type { ReadLimits } from '../xml/read.js'
import { faults731 } from './7.3.1/unverified.js'
import { formFindings } from './findings.js'
import { gathered } from './gathered.js'
import { type OpenMir, openMir, reportOf } from './open.js'
import { checkRules } from './rules/index.js'

export interface CheckOptions extends ReadLimits {
  /** Name of the file, repeated in the result. */
  readonly file?: string
  /** The day of the check. Without it, no date is called future. */
  readonly today?: Day
  /** Official schemas that the user has installed, for versions whose schemas this program does not know. */
  readonly packs?: readonly SchemaPack[]
}

export interface CheckResult {
  readonly file?: string
  /** Version of the form; null if the file is not a MIR of a known version. */
  readonly version: string | null
  /** The type of report as the file says it; null if it says none that the form knows. */
  readonly reportType: string | null
  /**
   * Whether the official schema for the report type of the file accepts it, and nothing else: not the business rules.
   * False also for XML that is not well-formed or of another kind, which no schema of the form accepts. Null if that is
   * not known: the file was not read, `findings` say why, or the official schema of its version is not available.
   */
  readonly schemaValid: boolean | null
  /**
   * Every fault the official schema finds; the same fault of many elements is told once, with their number. Empty exactly
   * when `schemaValid` is true, or when there is no document to judge.
   */
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
  const opened = openMir(bytes, mir => checkOpen(mir, bytes, options), options)
  if ('read' in opened) return { ...file, ...opened.read }
  const { finding } = opened
  const schemaValid = REFUSED_BY_ALL.has(finding.code) ? false : null
  return { ...file, version: null, reportType: null, schemaValid, schemaFindings: [], findings: [finding] }
}

/** No document comes out of the text, or one with another root than every MIR has. */
const REFUSED_BY_ALL = new Set([
  'XML-MALFORMED',
  'XML-CUT-OFF',
  'XML-ENCODING',
  'FORM-FSCA',
  'FORM-EUDAMED',
  'FORM-OTHER',
])

function checkOpen(mir: OpenMir, bytes: Uint8Array, options: CheckOptions): CheckResult {
  const { table, type, key, schemaNamed, walked } = mir
  const { version } = table
  // Without an official schema, faults are told with the other findings: nobody can call them faults for sure.
  const known = table.schemaRead ? walked.faults : faults731(mir.cursor, key)
  const byPack = table.schemaRead ? undefined : packFaults(mir, bytes, options)
  const isOfficial = table.schemaRead || byPack !== undefined
  // Form data have no time of export yet; the export writes it.
  const faults = gathered(
    (byPack ?? known).filter(
      f => mir.source === 'xml' || (f.code !== 'SCHEMA-ATTRIBUTE-MISSING' && f.code !== 'XSD-ATTRIBUTE'),
    ),
  )
  const about = [
    ...mir.findings,
    ...schemaName(type, schemaNamed),
    ...(isOfficial
      ? []
      : [formFindings.make['NOT-OFFICIALLY-CHECKED']({ path: `/${table.root}` }, { version })]),
  ]
  const rules = checkRules(table, walked.answers, key, options.today)
  return {
    version,
    reportType: type?.value ?? null,
    schemaValid: isOfficial ? faults.length === 0 : null,
    schemaFindings: isOfficial ? faults : [],
    findings: isOfficial ? [...about, ...rules] : [...about, ...faults, ...rules],
  }
}

/** What an installed schema of the version says; undefined if there is none. The cursor must not be used afterwards. */
function packFaults(mir: OpenMir, bytes: Uint8Array, options: CheckOptions): readonly Finding[] | undefined {
  const { table, key, source } = mir
  const pack = options.packs?.find(p => p.version === table.version)
  if (pack === undefined || key === undefined) return undefined
  const written = source === 'xml' ? bytes : new TextEncoder().encode(writeDocument(table, reportOf(mir)))
  return pack.validate(written, key, options)
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
