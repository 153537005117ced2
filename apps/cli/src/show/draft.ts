import type { Day, Finding } from '@vigie/kernel'
import type { NotDue } from '@vigie/law'
import type { DraftFile } from '../commands/mir-draft.js'
import type { Page } from '../context.js'
import type { NotDrafted } from '../draft/due-reports.js'
import { dueText } from '../text/days.js'
import { findingCount, findingLines } from '../text/findings.js'
import { PLAIN } from '../text/style.js'
import { hang } from '../text/wrap.js'

export interface Drafted {
  readonly drafts: readonly DraftFile[]
  readonly notDrafted: readonly NotDrafted[]
  readonly notDue: readonly NotDue[]
  /** What is wrong with the case itself. */
  readonly findings: readonly Finding[]
}

/** What was drafted and what not, for a person. */
export function draftLines(all: Drafted, at: Day, page: Page): string[] {
  const { style, width } = page
  return [
    ...(all.drafts.length === 0 ? ['No report was drafted.'] : []),
    ...all.drafts.flatMap(d => [
      style.bold(d.xmlFile),
      ...hang(
        '  ',
        `MIR ${d.version}, ${d.request.kind} report to ${d.due.authority} on ${d.due.device}`,
        width,
      ),
      `  last day ${dueText(d.due.ceiling, at, style)}`,
      ...hang(
        '  ',
        `${d.filled.length} fields filled, ${missingWords(d.missing)}, ${d.notes.length} to look at: see ${d.missingFile}`,
        width,
      ),
    ]),
    ...all.notDrafted.flatMap(n =>
      hang(
        '',
        style.yellow(`Not drafted: ${n.due.form}, ${n.due.kind} report to ${n.due.authority}. ${n.why}`),
        width,
      ),
    ),
    ...(all.notDue.length === 0 || all.drafts.length > 0
      ? []
      : all.notDue.flatMap(n => hang('  ', `${n.why} [${n.citation}]`, width))),
    ...findingLines(all.findings, width, style),
    ...(all.drafts.length === 0
      ? []
      : [
          'Next: read the drafts, then check and export one with',
          `  vigie mir export ${all.drafts[0]?.xmlFile} --xml REPORT.xml --pdf REPORT.pdf`,
        ]),
  ]
}

function missingWords(missing: readonly Finding[]): string {
  return missing.length === 0 ? 'nothing missing' : `${missing.length} missing (${findingCount(missing)})`
}

const WIDTH = 100

/** The list beside a draft: what is missing and where to say it in the case, then what a person should look at. */
export function missingText(
  draft: Pick<DraftFile, 'due' | 'request' | 'version' | 'missing' | 'notes'>,
  file: string,
): string {
  const { due, request, version, missing, notes } = draft
  const section = (title: string, list: readonly Finding[]) =>
    list.length === 0 ? [] : ['', title, ...findingLines(list, WIDTH, PLAIN)]
  return [
    `MIR ${version}, ${request.kind} report to ${due.authority} on ${due.device}`,
    `Filled from ${file === '-' ? 'a case on standard input' : file}.`,
    ...(missing.length === 0
      ? ['', 'Nothing is missing.']
      : section(`Missing: ${findingCount(missing)}`, missing)),
    ...section('To look at although it is filled', notes),
    '',
  ].join('\n')
}
