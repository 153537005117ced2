import { type Day, type Finding } from '@vigie/kernel'
import { readDocument } from '../read-report.js'
import type { Report } from '../report.js'
import { schemaFaults } from '../schema/check.js'
import type { SchemaPack } from '../schema-pack/pack.js'
import type { FieldTable, ReportType } from '../table.js'
import { writeDocument } from '../write-report.js'
import type { ReadLimits } from '../xml/read.js'
import { attributeOf, childrenNamed, directText, type XmlElement, XSI } from '../xml/tree.js'
import { faults731 } from './7.3.1/unverified.js'
import { formFindings } from './findings.js'
import { type Identified, identify } from './identify.js'
import { checkRules } from './rules/index.js'
import { mirTables } from './versions.js'

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
 */
export function checkMir(bytes: Uint8Array, options: CheckOptions = {}): CheckResult {
  const file = options.file === undefined ? {} : { file: options.file }
  const identified = identify(bytes, options)
  if (identified.kind !== 'MIR')
    return {
      ...file,
      version: null,
      reportType: null,
      schemaValid: false,
      schemaFindings: [],
      findings: identified.findings,
    }
  return { ...file, ...checkIdentified(identified, bytes, options) }
}

function checkIdentified(
  identified: Identified & { kind: 'MIR' },
  bytes: Uint8Array,
  options: CheckOptions,
): CheckResult {
  const { document, source, version } = identified
  const table = tableOf(version)
  const stated = statedType(table, document.root)
  const named = attributeOf(document.root, 'noNamespaceSchemaLocation', XSI)
  const type = stated ?? table.reportTypes.find(t => t.schemaFile === named)
  const { report } = readDocument(table, document)
  const pack = table.schemaRead ? undefined : options.packs?.find(p => p.version === version)
  const written = source === 'xml' ? bytes : new TextEncoder().encode(writeDocument(table, report))
  const byPack = type === undefined ? undefined : pack?.validate(written, type.key, options)
  // Without an official schema, faults are told with the other findings: nobody can call them faults for sure.
  const known = table.schemaRead
    ? schemaFaults(table, document.root, type?.key)
    : faults731(document.root, type?.key)
  const isOfficial = table.schemaRead || byPack !== undefined
  const faults = (byPack ?? known).filter(
    // Form data have no time of export yet; the export writes it.
    f => source === 'xml' || (f.code !== 'SCHEMA-ATTRIBUTE-MISSING' && f.code !== 'XSD-ATTRIBUTE'),
  )
  const about = [
    ...identified.findings,
    ...schemaName(stated, named),
    ...(isOfficial ? [] : [formFindings.make['NOT-OFFICIALLY-CHECKED']({ path: '/incident' }, { version })]),
  ]
  const rules = checkRules(table, report, type?.key, options.today)
  return {
    version,
    reportType: stated?.value ?? null,
    schemaValid: isOfficial ? faults.length === 0 : null,
    schemaFindings: isOfficial ? faults : [],
    findings: isOfficial ? [...about, ...rules] : [...about, ...faults, ...rules],
  }
}

/** The table of a version that {@link identify} has named. */
function tableOf(version: string): FieldTable {
  const table = mirTables.get(version)
  if (table === undefined) throw new RangeError(`no table of MIR ${version}`)
  return table
}

function statedType(table: FieldTable, root: XmlElement): ReportType | undefined {
  const path = table.typeField.split('/')
  let at: XmlElement | undefined = root
  for (const name of path) at = at === undefined ? undefined : childrenNamed(at, name)[0]
  if (at === undefined) return undefined
  const value = directText(at)
  return table.reportTypes.find(t => t.value === value)
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

/** A report read from a file, and what there is to say about the reading. No report: the findings say why. */
export interface ReadResult {
  readonly report?: Report
  readonly findings: readonly Finding[]
}

/** Reads a MIR in XML or in the data of the PDF form. Never throws on input; nothing read is lost. */
export function readMir(bytes: Uint8Array, limits: ReadLimits = {}): ReadResult {
  const identified = identify(bytes, limits)
  if (identified.kind !== 'MIR') return { findings: identified.findings }
  const { report, findings } = readDocument(tableOf(identified.version), identified.document)
  return { report, findings: [...identified.findings, ...findings] }
}

/** Writes a report as XML of its version. Throws RangeError for a report of a version that is not known. */
export function writeMir(report: Report): string {
  return writeDocument(tableOf(report.version), report)
}
