import { type CaseFile, contradictions } from '@vigie/facts'
import type { Day, Finding } from '@vigie/kernel'
import { factsOf } from '../engine/facts-of.js'
import type { LawFacts } from '../engine/law-facts.js'
import { type Law, readyLaw } from '../engine/pack.js'
import { packFindings } from '../engine/pack-file.js'
import { BUILT_IN_PACK } from '../rules/index.js'
import { governingClock } from './clocks.js'
import { type Decision, decide } from './decide.js'
import { groupKey } from './gathered.js'
import { subjectsOf } from './instances.js'
import { notDueFrom } from './not-due.js'
import { questionsFrom } from './open-questions.js'
import { reportsFrom } from './reports.js'
import type { Assessment, ReportDue, Simulation } from './result.js'
import { tasksFrom } from './tasks.js'

export interface AssessOptions {
  /** The day the question is asked on: authorities, channels and forms are those of that day. */
  readonly at: Day
  /** The law to apply; the shipped pack when absent. */
  readonly law?: Law
  /** Ids of proposals to compute beside the live result, and of optional duties to include. */
  readonly simulate?: readonly string[]
}

let shipped: Law | undefined

/** The shipped law pack, ready for use. */
export function shippedLaw(): Law {
  shipped ??= readyLaw(BUILT_IN_PACK)
  return shipped
}

/**
 * What is due on a case, to whom, by when and why; what is not due and why; what must be asked; what else to do.
 *
 * Pure: the same case, law and day give the same answer. A missing fact never removes a report: it is listed as
 * undetermined with the question that would settle it and the strictest clock (MDR Art 87(7): in doubt, report).
 */
export function assess(file: CaseFile, { at, law = shippedLaw(), simulate = [] }: AssessOptions): Assessment {
  const decisions = subjectsOf(file).flatMap(subject => {
    const facts: LawFacts = factsOf(file, subject.device, subject.instance, at)
    return law.rules
      .filter(ready => ready.rule.scope === subject.scope)
      .map(ready => decide(ready, subject, facts, file, at))
  })
  const live = decisions.filter(d => isLive(d, simulate))
  const reports = reportsFrom(
    live.filter(d => d.ready.rule.duty.type === 'report'),
    law,
    file,
    at,
  ).sort(byUrgency)
  return {
    reference: file.reference,
    at,
    lawRelease: law.pack.release,
    reports,
    notDue: notDueFrom(live, law, at),
    questions: questionsFrom(live, file, law),
    tasks: tasksFrom(live, law),
    simulations: simulationsFrom(decisions, reports, simulate),
    findings: [...contradictions(file, at), ...unknownIds(simulate, law)],
  }
}

/** Proposals never drive a live clock; optional duties are in only when asked for. */
function isLive({ ready: { rule } }: Decision, simulate: readonly string[]): boolean {
  if (rule.status === 'proposal' || rule.status === 'pending') return false
  return rule.optional !== true || simulate.includes(rule.id)
}

/** Earliest ceiling first; without a day last. */
function byUrgency(a: ReportDue, b: ReportDue): number {
  const [x, y] = [a.ceiling ?? '9999', b.ceiling ?? '9999']
  return x < y ? -1 : x > y ? 1 : 0
}

/** The date each report would have, were the proposal the law: its clock in place of the one it changes. */
function simulationsFrom(
  decisions: readonly Decision[],
  reports: readonly ReportDue[],
  simulate: readonly string[],
): Simulation[] {
  const proposals = decisions.filter(
    d => d.ready.rule.status === 'proposal' && simulate.includes(d.ready.rule.id) && d.answer !== 'no',
  )
  return proposals.flatMap(proposal => {
    const { rule } = proposal.ready
    const live = decisions.filter(
      d =>
        groupKey(d) === groupKey(proposal) &&
        d.ready.rule.status !== 'proposal' &&
        d.ready.rule.id !== rule.changes,
    )
    return proposal.receivers.map(({ to, clocks }) => {
      const kept = live.flatMap(d => d.receivers.filter(r => r.to.name === to.name).flatMap(r => r.clocks))
      const clock = governingClock([...kept, ...clocks])
      const today = reports.find(
        r =>
          r.authority === to.name &&
          r.device === proposal.subject.device.name &&
          r.rules.includes(rule.changes ?? ''),
      )
      return {
        rule: rule.id,
        changes: rule.changes ?? '',
        title: rule.title,
        authority: to.name,
        device: proposal.subject.device.name,
        day0: clock?.zero?.day ?? null,
        target: clock?.target ?? null,
        ceiling: clock?.ceiling ?? null,
        liveTarget: today?.target ?? null,
        liveCeiling: today?.ceiling ?? null,
      }
    })
  })
}

function unknownIds(simulate: readonly string[], law: Law): Finding[] {
  const can = law.rules.filter(r => r.rule.status === 'proposal' || r.rule.optional).map(r => r.rule.id)
  return simulate
    .filter(id => !can.includes(id))
    .map(id => packFindings.make.SIMULATE({ path: '--simulate' }, { id, can: can.join(', ') }))
}
