import { authorityById, nameOn } from '@vigie/codes'
import type { CaseFile } from '@vigie/facts'
import type { DraftKind, DraftRequest, TargetName } from '@vigie/forms'
import type { Day } from '@vigie/kernel'
import { type Assessment, awarenessDays, type Law, type ReportDue } from '@vigie/law'

/** A report on the incident that is due, and what its draft needs to know beside the case. */
export interface DueReport {
  readonly due: ReportDue
  readonly request: DraftRequest
}

/** A report that is not drafted, with the reason in a sentence. */
export interface NotDrafted {
  readonly due: ReportDue
  readonly why: string
}

const TARGETS: readonly TargetName[] = ['EU', 'NI', 'GB', 'CH']

/** The kind of report on the form for the kind that the rule asks for. */
const KINDS: Readonly<Record<string, DraftKind>> = {
  initial: 'initial',
  final: 'final-reportable',
  'final (non-reportable)': 'final-non-reportable',
}

/** The incident reports of an assessment, as requests for drafts; and those that cannot be drafted. */
export function dueReports(
  file: CaseFile,
  result: Assessment,
  law: Law,
  at: Day,
  kind?: DraftKind,
): { readonly reports: readonly DueReport[]; readonly notDrafted: readonly NotDrafted[] } {
  const reports: DueReport[] = []
  const notDrafted: NotDrafted[] = []
  const isMir = formsByRule(law)
  const seen = new Map<string, number>()
  for (const due of result.reports) {
    if (!due.rules.some(id => isMir.has(id))) continue
    if (kind === undefined && due.sent !== null && due.sent.proof !== null) {
      notDrafted.push({ due, why: `It was sent on ${due.sent.on}. For another report use --kind.` })
      continue
    }
    const key = `${due.jurisdiction}|${due.authority}|${due.kind}|${due.device}`
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    const target = TARGETS.find(t => t === due.jurisdiction)
    const wanted = kind ?? KINDS[due.kind]
    if (target === undefined) {
      notDrafted.push({ due, why: `The form of ${due.jurisdiction} is not one that can be drafted here.` })
    } else if (due.country === null) {
      notDrafted.push({ due, why: 'The country of the authority is not known. Answer event.country first.' })
    } else if (wanted === undefined) {
      notDrafted.push({ due, why: `Choose the kind of report with --kind; the rule asks for "${due.kind}".` })
    } else {
      const request = requestFor(file, due, target, wanted, due.country, nth, at)
      reports.push({ due, request: { ...request, ...classOf(due, result) } })
    }
  }
  return { reports: onePerKind(reports), notDrafted }
}

/** With `--kind` an initial and a final report that are both due become the same draft. */
function onePerKind(reports: readonly DueReport[]): readonly DueReport[] {
  const key = ({ due, request: r }: DueReport) => `${due.authority}|${r.for}|${r.kind}|${r.device}`
  const kept = new Map<string, DueReport>()
  for (const r of reports) if (!kept.has(key(r))) kept.set(key(r), r)
  return [...kept.values()]
}

/** The rules that ask for an incident report. */
function formsByRule(law: Law): ReadonlySet<string> {
  return new Set(law.pack.rules.filter(r => r.duty.type === 'report' && r.duty.form === 'MIR').map(r => r.id))
}

function requestFor(
  file: CaseFile,
  due: ReportDue,
  target: TargetName,
  kind: DraftKind,
  country: string,
  nth: number,
  at: Day,
): DraftRequest {
  const authority = due.authorityId === null ? undefined : authorityById(due.authorityId)
  return {
    device: deviceIndex(file, due.device, nth),
    for: target,
    authority: { name: authority === undefined ? due.authority : nameOn(authority, at).short, country },
    kind,
    reportDate: at,
    awareness: awarenessDays(file, due.jurisdiction),
  }
}

/** The class of the incident: that of the report, or of another report on it to the same authority. */
function classOf(due: ReportDue, result: Assessment): Pick<DraftRequest, 'classification'> {
  const same = result.reports.filter(r => r.authority === due.authority && r.device === due.device)
  const classes = [due, ...same].map(r => r.classification)
  const found = classes.find(c => c !== null)
  return found === undefined || found === null || found === 'undetermined' ? {} : { classification: found }
}

/** The index of the nth device of that name: a case may list the same device twice. */
function deviceIndex(file: CaseFile, name: string, nth: number): number {
  const found = file.devices.flatMap((d, i) => (d.name === name ? [i] : []))
  const index = found[nth] ?? found[0]
  if (index === undefined) throw new RangeError(`the assessment names a device that the case lacks: ${name}`)
  return index
}
