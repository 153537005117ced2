import {
  fillListTwins,
  type MigrationNotes,
  migrateTo731,
  mirTableOf,
  type Report,
  readMir,
  textAt,
} from '@vigie/forms'
import { type Day, type Finding, parseDay } from '@vigie/kernel'
import { Problem } from '../problem/problem.js'
import { type Addressee, addresseeOf } from './addressee-of-report.js'
import { type CaseOfReport, caseOfReport } from './case-of-report.js'
import { type DraftContent, typeKeyOf } from './content.js'
import { type Kind, kindOfKey } from './kinds.js'
import { migrationPorts } from './migration-ports.js'
import { reportFindings } from './problems.js'

export interface Imported {
  readonly case: CaseOfReport
  readonly content: DraftContent
  readonly kind: Kind
  readonly addressee: Addressee
  /** Version of the form in the file. */
  readonly version: string
  /** What there is to say about the reading. */
  readonly findings: readonly Finding[]
  /** What became of the fields in going to the present version of the form; undefined where it stayed. */
  readonly migration?: MigrationNotes
  readonly authorityReference: string | null
  readonly promisedOn: string | null
}

/**
 * Reads a MIR from XML or from the data of its PDF form, and makes of it a case and a draft. A problem that says why
 * where the file is none, or says too little to open a case.
 */
export function importMir(bytes: Uint8Array, fileName: string, today: Day): Imported {
  const { report, findings } = readMir(bytes)
  if (report === undefined) throw new Problem('unsupported-file', { findings })
  const made = caseOfReport(report)
  const on = parseDay(textAt(report, 'admin_info/reportDate') ?? '') ?? today
  const addressee = addresseeOf(report, on)
  const lacks = [...made.lacks.map(inWords), ...(addressee === undefined ? ['the authority it is for'] : [])]
  if (lacks.length > 0 || addressee === undefined) {
    const says = `The report does not say ${lacks.join(', ')}.`
    const mend =
      'Fill that in where the report comes from, or open the case by hand and copy from the report.'
    throw new Problem('unsupported-file', {
      findings: [reportFindings.make.FILE({ path: '', place: 'body' }, { says, mend }), ...findings],
    })
  }
  const moved = present(report, addressee)
  const number = textAt(report, 'admin_info/ncaReportNo')
  return {
    case: made,
    content: {
      report: fillListTwins(mirTableOf(moved.report), moved.report),
      sources: Object.fromEntries(
        Object.keys(moved.report.fields).map(path => [path, `import: ${fileName}`]),
      ),
      asked: {},
      review: [],
      notes: [],
    },
    kind: kindOfKey(typeKeyOf(report)) ?? 'initial',
    addressee,
    version: report.version,
    findings,
    ...(moved.notes === undefined ? {} : { migration: moved.notes }),
    authorityReference: number === undefined || number === 'Unknown' ? null : number,
    promisedOn: parseDay(textAt(report, 'admin_info/reportNextDate') ?? '') ?? null,
  }
}

/** The report in the version that its authority takes now: 7.3.1 but for Great Britain. */
function present(
  report: Report,
  addressee: Addressee,
): { readonly report: Report; readonly notes?: MigrationNotes } {
  if (report.version !== '7.2.1' || addressee.jurisdiction === 'GB') return { report }
  const { report: moved, notes } = migrateTo731(report, migrationPorts)
  return { report: moved, notes }
}

const WORDS: Readonly<Record<string, string>> = {
  reference: "the manufacturer's reference number",
  'manufacturer.name': 'the name of the manufacturer',
  'manufacturer.country': 'the country of the manufacturer',
  'devices.0.name': 'the name of the device',
}
const inWords = (to: string): string => WORDS[to] ?? to
