import type { Day } from '@vigie/kernel'
import type { Assessment, NotDue, Question, ReportDue, Simulation, Task } from '@vigie/law'
import type { Page } from '../context.js'
import { dayText, dueText } from '../text/days.js'
import { findingCount, findingLines } from '../text/findings.js'
import { hang, unbroken } from '../text/wrap.js'
import { isSettled, reportLines, sentLines } from './report-due.js'

export interface ShowOptions {
  /** Clocks and evidence too. */
  readonly all: boolean
  /** The day the question was asked on. */
  readonly at: Day
  /** Where the case was read, to say where answers go. */
  readonly file: string
}

/** An assessment for a person in a hurry: what is due first, then the rest. */
export function assessmentLines(result: Assessment, page: Page, options: ShowOptions): string[] {
  const { style, width } = page
  const { at } = options
  const open = result.reports.filter(r => !isSettled(r))
  const settled = result.reports.filter(isSettled)
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      `REPORTS DUE (${open.length})`,
      open.flatMap((r, i) => ['', ...reportLines(r, i + 1, at, page, options.all)]),
    ],
    [`SENT (${settled.length})`, settled.flatMap(r => sentLines(r, page))],
    [`NOT DUE (${result.notDue.length})`, notDueLines(result.notDue, width)],
    [`QUESTIONS (${result.questions.length})`, questionLines(result.questions, page, options.file)],
    [`TASKS (${result.tasks.length})`, taskLines(result.tasks, at, page, options.all)],
    [`SIMULATIONS (${result.simulations.length})`, simulationLines(result.simulations, page)],
    [`FINDINGS (${findingCount(result.findings)})`, findingLines(result.findings, width, style)],
  ]
  return [
    ...headLines(result, open, at, page),
    ...sections.flatMap(([title, lines], i) =>
      // That no report is due is an answer too; the other sections speak only when they have something to say.
      lines.length === 0 && i > 0 ? [] : ['', style.bold(title), ...lines],
    ),
  ]
}

function headLines(
  result: Assessment,
  reports: readonly ReportDue[],
  at: Day,
  { style, width }: Page,
): string[] {
  const [next] = reports
  const unsettled = reports.filter(r => r.state === 'undetermined').length
  const settled = unsettled === 0 ? '' : `, ${unsettled} of them not settled and treated as due`
  const first =
    reports.length === 0
      ? `No report is due on the facts of this case${result.reports.length > 0 ? ' any more' : ''}.`
      : `${reports.length === 1 ? 'One report is' : `${reports.length} reports are`} due${settled}. ` +
        `The first ends ${unbroken(dueText(next?.ceiling ?? null, at, style))}.`
  const past = reports.some(r => r.ceiling !== null && r.ceiling < result.at)
  const faults = result.findings.some(f => f.severity === 'blocks')
  return [
    `${style.bold(result.reference)}  on ${dayText(result.at)}  law pack ${result.lawRelease}`,
    ...hang('', first, width),
    ...(past
      ? hang(
          '',
          'Reports that were sent belong under sentReports in the case, with their proof; they are then no longer due.',
          width,
        )
      : []),
    ...(faults
      ? hang(
          '',
          'Some facts of the case cannot be true: see FINDINGS before you rely on the dates.',
          width,
        ).map(style.red)
      : []),
  ]
}

function notDueLines(list: readonly NotDue[], width: number): string[] {
  return list.flatMap(n => hang(`  ${n.jurisdiction.padEnd(3)}`, `${n.why} [${n.citation}]`, width))
}

function questionLines(list: readonly Question[], { style, width }: Page, file: string): string[] {
  return list.flatMap((q, i) => {
    const number = `${i + 1}.`.padEnd(4)
    const asked = q.askedOn === null ? '' : ` Asked on ${dayText(q.askedOn)}.`
    const source = q.citation === null ? '' : ` [${q.citation}]`
    return [
      ...hang(`  ${number}`, `${q.question}${asked}`, width),
      ...hang('      ', `${q.meaning}${source}`, width).map(style.dim),
      ...hang('      ', `Answer at ${q.answerAt} in ${file === '-' ? 'the case' : file}.`, width).map(
        style.dim,
      ),
    ]
  })
}

function taskLines(list: readonly Task[], at: Day, { style, width }: Page, all: boolean): string[] {
  return list.flatMap(t => {
    const about = t.about === null ? '' : ` (${t.about})`
    const when = t.by === null ? t.timing : `By ${unbroken(dueText(t.by, at, style))}. ${t.timing}`
    const marks = [
      ...(t.state === 'undetermined' ? [`NOT SETTLED. ${t.why}`] : []),
      ...(t.status === 'in-force' ? [] : [`It is ${t.status}, not law.`]),
      ...(t.confirmed ? [] : ['NOT CONFIRMED: a person must confirm this rule before anyone relies on it.']),
    ]
    const details = all
      ? [...(t.state === 'due' ? [`Why: ${t.why}`] : []), `Evidence: ${t.evidence.join('; ')}.`]
      : []
    return [
      ...hang(`  ${t.jurisdiction.padEnd(3)}`, style.bold(`${t.title}${about}`), width),
      ...hang(
        '     ',
        `${t.owedBy} to ${t.to}. ${when}. [${t.rule}: ${t.citation}]`.replace('..', '.'),
        width,
      ),
      ...marks.flatMap(m => hang('     ', m, width)).map(style.yellow),
      ...details.flatMap(d => hang('     ', d, width)).map(style.dim),
    ]
  })
}

function simulationLines(list: readonly Simulation[], { style, width }: Page): string[] {
  const lines = list.flatMap(s => [
    `  ${style.bold(s.rule)}  ${s.authority}, ${s.device}`,
    ...hang('    ', `${s.title} (would change ${s.changes})`, width),
    `    would end ${dayText(s.ceiling)} (target ${dayText(s.target)})`,
    `    ends now  ${dayText(s.liveCeiling)} (target ${dayText(s.liveTarget)})`,
  ])
  return lines.length === 0 ? [] : [...lines, '  A proposal is not law: work to the dates above.']
}
