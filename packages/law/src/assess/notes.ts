import { type CaseFile, valueOf } from '@vigie/facts'
import { type Day, isWeekend } from '@vigie/kernel'
import type { Rule } from '../engine/rule.js'
import type { RunningClock } from './decide.js'
import type { Gathered } from './gathered.js'
import type { ReportDue } from './result.js'

/** What to mind about a report: uncertain counting, law not held, a day that is past, who hands it in. */
export function notesOf(
  { to, parts }: Gathered,
  governing: RunningClock | undefined,
  inForce: boolean,
  file: CaseFile,
  at: Day,
): readonly string[] {
  const rule = parts[0]?.decision.ready.rule
  const notes = parts.flatMap(p => p.decision.ready.rule.note ?? [])
  if (governing?.clock.countingCertainty === 'requires-confirmation') {
    notes.push(
      governing.clock.rounding === 'none'
        ? 'How the days are counted here is not confirmed; the shorter reading is used.'
        : 'Whose holidays move the last day is not confirmed here; work to the target.',
    )
  } else if (governing?.steps.some(step => step.includes('Art 3(4)')) && !isWeekendOnly(governing)) {
    notes.push(
      'That the holidays of the receiving authority count is not confirmed (Reg. 1182/71 Art 2(1)); work to the target.',
    )
  }
  if (!inForce) {
    notes.push(
      'The law that applies to this case, or applied on the day that counts, is not in this law pack.',
    )
  }
  if (!to.certain) notes.push('Who receives the report is not certain from the facts.')
  if (governing?.ceiling !== undefined && governing.ceiling < at) {
    notes.push('The last day is past: report without undue delay, and give the reason for the delay.')
  }
  if (rule !== undefined) notes.push(...submitterNotes(rule, file))
  return [...new Set(notes)]
}

function isWeekendOnly(clock: RunningClock): boolean {
  return clock.target !== undefined && isWeekend(clock.target)
}

/** Who hands the report in, where the mandate says so. */
function submitterNotes(rule: Rule, file: CaseFile): string[] {
  const representative =
    rule.jurisdiction === 'CH'
      ? file.swissRepresentative
      : rule.jurisdiction === 'GB'
        ? file.ukResponsiblePerson
        : rule.jurisdiction === 'US'
          ? undefined
          : file.authorisedRepresentative
  const submits = valueOf(representative?.submitsReports)
  if (representative === undefined || submits === undefined) return []
  return rule.jurisdiction === 'CH'
    ? submits
      ? []
      : [
          `By mandate the manufacturer hands the report in; ${representative.name} stays responsible and gets a copy.`,
        ]
    : submits
      ? [`By mandate ${representative.name} hands the report in; the manufacturer stays responsible.`]
      : []
}

/** The report that was sent already, as far as the case says. */
export function sentOf({ to, parts }: Gathered, file: CaseFile): ReportDue['sent'] {
  const decision = parts[0]?.decision
  if (decision?.ready.rule.duty.type !== 'report') return null
  const kind = decision.ready.rule.duty.kind.replace(/ \(.*/, '')
  const wanted =
    { FSCA: 'fsca', TREND: 'trend', PSR: 'periodic-summary' }[decision.ready.rule.duty.form as string] ?? kind
  const found = file.sentReports.find(
    r =>
      r.to === to.country &&
      (r.kind === wanted || (r.kind === 'initial+final' && (kind === 'initial' || kind === 'final'))) &&
      (r.about ?? null) === decision.subject.about,
  )
  return found === undefined ? null : { on: found.on, proof: found.proof ?? null }
}
