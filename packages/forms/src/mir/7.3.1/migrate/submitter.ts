import type { Report } from '../../../report.js'
import { inNew, inOld, labelOf, type MigrationNote } from './notes.js'

const BRANCH = 'admin_info/contact_info/reporterMfr'
const SUBMITTER = `${BRANCH}/reporterDetails`

/** Which element of the manufacturer says the same as one of the submitter. */
const TWINS: Readonly<Record<string, string>> = {
  reporterOrgName: 'mfrName',
  reporterContactPersonFirstName: 'mfrContactPersonFirstName',
  reporterContactPersonSecondName: 'mfrContactPersonSecondName',
  reporterOrgAddress: 'mfrAddress',
  reporterOrgStreet: 'mfrOrgStreet',
  reporterOrgStreetNum: 'mfrOrgStreetNum',
  reporterOrgCity: 'mfrCity',
  reporterOrgCountry: 'mfrCountry',
  reporterOrgPOBox: 'mfrOrgPOBox',
  reporterOrgPostcode: 'mfrPostcode',
  reporterOrgPhone: 'mfrPhone',
  reporterOrgEmailAddress: 'mfrEmailAddress',
}

/**
 * Section 1.3.4 where the manufacturer submits: 7.2.1 has the manufacturer twice, 7.3.1 no longer needs it. The second
 * copy is dropped if it says nothing of its own; if it does, it is kept and a person must decide.
 */
export function migrateSubmitter(report: Report): {
  readonly report: Report
  readonly dropped: readonly MigrationNote[]
  readonly needsAnswer: readonly MigrationNote[]
} {
  const own = Object.keys(report.fields).filter(p => p.startsWith(`${SUBMITTER}/`))
  const pieces = report.unplaced.filter(p => p.in === SUBMITTER || p.in.startsWith(`${SUBMITTER}/`))
  const isEmpty = report.emptyGroups.includes(SUBMITTER)
  if (own.length === 0 && !isEmpty) return { report, dropped: [], needsAnswer: [] }
  const differs = own.filter(path => !repeats(report, path))
  if (differs.length > 0 || pieces.length > 0) {
    const about = differs.map(labelOf).join(', ')
    return {
      report,
      dropped: [],
      needsAnswer: [
        {
          old: inOld(SUBMITTER),
          new: inNew(SUBMITTER),
          label: labelOf(SUBMITTER),
          sentence:
            `The manufacturer submits, and section 1.3.4 says more or other than section 1.3.2${about === '' ? '' : ` (${about})`}. ` +
            'It was kept. Decide who submits; 7.3.1 needs 1.3.4 only where it is not the manufacturer.',
        },
      ],
    }
  }
  const fields = Object.fromEntries(Object.entries(report.fields).filter(([path]) => !own.includes(path)))
  const dropped = own.map(path => ({
    old: inOld(path),
    label: labelOf(path),
    was: textsOf(report, path),
    sentence:
      'Repeats the manufacturer; 7.3.1 no longer needs it where the manufacturer submits. Kept in the archive copy.',
  }))
  const group: MigrationNote = {
    old: inOld(SUBMITTER),
    label: labelOf(SUBMITTER),
    sentence: 'The empty section was left out; 7.3.1 no longer needs it where the manufacturer submits.',
  }
  return {
    report: { ...report, fields, emptyGroups: report.emptyGroups.filter(g => g !== SUBMITTER) },
    dropped: isEmpty ? [...dropped, group] : dropped,
    needsAnswer: [],
  }
}

function textsOf(report: Report, path: string): readonly string[] {
  const answer = report.fields[path]
  return answer?.state === 'answered' ? answer.texts : []
}

function repeats(report: Report, path: string): boolean {
  const twin = TWINS[path.slice(SUBMITTER.length + 1)]
  const answer = report.fields[path]
  if (twin === undefined || answer === undefined) return false
  if (answer.state === 'not-answered') return true
  return JSON.stringify(answer) === JSON.stringify(report.fields[`${BRANCH}/mfrDetails/${twin}`])
}
