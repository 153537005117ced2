import { authorityById, nameOn } from '@vigie/codes'
import type { CaseFile } from '@vigie/facts'
import {
  type Answer,
  type Draft,
  type DraftRequest,
  draftMir,
  editAnswer,
  fillListTwins,
  migrateTo731,
  type Report,
  rowsByPath,
} from '@vigie/forms'
import type { Day } from '@vigie/kernel'
import { awarenessDays } from '@vigie/law'
import type { ChainDetails } from './chain.js'
import type { DraftContent } from './content.js'
import { inOtherBranch } from './copy.js'
import { type Kind, onForm } from './kinds.js'
import { migrationPorts } from './migration-ports.js'
import { refused } from './problems.js'

export interface DraftWanted {
  readonly file: CaseFile
  readonly chain: ChainDetails
  readonly authority: string
  readonly kind: Kind
  readonly reportDate: Day
  readonly classification: string | undefined
  /** The number the authority gave, from the second report on. */
  readonly authorityReference: string | null
  /** The report of the same chain that was issued last. */
  readonly previous?: { readonly id: string; readonly report: Report }
}

const TYPE = 'admin_info/reportType'
const AUTHORITY_NUMBER = 'admin_info/ncaReportNo'
/** Answers that belong to one report alone and are not carried to the next (MIR 1.2). */
const OF_ONE_REPORT = [TYPE, 'admin_info/reportDate', 'admin_info/reportNextDate', 'admin_info/formVersion']

/**
 * Drafts a report from the case. A later report of a chain begins with what the one before said; what the case says now
 * goes before it.
 */
export function makeDraft(wanted: DraftWanted): DraftContent {
  const drafted = draftMir(wanted.file, requestOf(wanted))
  const { table } = drafted
  const sources: Record<string, string> = Object.fromEntries(
    drafted.filled.map(f => [f.path, `case: ${f.from}`]),
  )
  let report = drafted.report
  const { previous } = wanted
  if (previous !== undefined) {
    for (const [path, answer] of carried(previous.report, drafted)) {
      report = { ...report, fields: { ...report.fields, [path]: answer } }
      sources[path] = `report: ${previous.id}`
    }
  }
  if (wanted.authorityReference !== null) {
    report = editAnswer(table, report, AUTHORITY_NUMBER, {
      state: 'answered',
      texts: [wanted.authorityReference],
    })
    sources[AUTHORITY_NUMBER] = 'receipt of the authority'
  }
  return {
    report: fillListTwins(table, report),
    sources,
    asked: {},
    review: [],
    notes: drafted.notes.map(({ place, ...f }) => (place === undefined ? f : { ...f, place })),
  }
}

function requestOf(w: DraftWanted): DraftRequest {
  const device = w.file.devices.findIndex(d => d.name === w.chain.device)
  if (device < 0) {
    throw refused('wrong-state', 'NO-FORM', 'device', {
      says: `The case has no device "${w.chain.device}" any more.`,
      mend: 'Give the device its name back in the case, or open a new chain after assessing again.',
    })
  }
  const known = w.chain.authorityId === null ? undefined : authorityById(w.chain.authorityId)
  return {
    device,
    for: w.chain.for,
    authority: {
      name: known === undefined ? w.authority : nameOn(known, w.reportDate).short,
      country: w.chain.country,
    },
    kind: onForm(w.kind),
    ...(w.classification === undefined ? {} : { classification: w.classification }),
    reportDate: w.reportDate,
    awareness: awarenessDays(w.file, w.chain.for),
  }
}

/** What the report before says and the case does not, for fields that this version has. */
function carried(before: Report, drafted: Draft): readonly (readonly [string, Answer])[] {
  const { table, report } = drafted
  const same =
    before.version === table.version || before.version !== '7.2.1'
      ? before
      : migrateTo731(before, migrationPorts).report
  const own = new Set([...Object.keys(report.fields), ...OF_ONE_REPORT])
  return Object.entries(same.fields).flatMap(([path, answer]) =>
    answer === undefined || own.has(path) || !fits(drafted, path) ? [] : [[path, answer] as const],
  )
}

/** Whether a field is in the form, and not in another branch of a choice than the one the draft took. */
function fits({ table, report }: Draft, path: string): boolean {
  const rows = rowsByPath(table)
  return rows.has(path) && !Object.keys(report.fields).some(filled => inOtherBranch(rows, path, filled))
}
