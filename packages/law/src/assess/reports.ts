import { type Authority, type Certainty, channelFor, type ReportKind } from '@vigie/codes'
import type { CaseFile } from '@vigie/facts'
import type { Day } from '@vigie/kernel'
import { formOn } from '../engine/form-version.js'
import type { Law } from '../engine/pack.js'
import type { Jurisdiction } from '../engine/rule.js'
import { classify, clockResult, governingClock, relevant } from './clocks.js'
import type { Decision } from './decide.js'
import { type Gathered, groupKey } from './gathered.js'
import { notesOf, sentOf } from './notes.js'
import type { ReportDue, State } from './result.js'
import { why } from './why.js'

/** Decisions on reports, gathered by subject, form, kind and receiver; each group becomes one report. */
export function reportsFrom(decisions: readonly Decision[], law: Law, file: CaseFile, at: Day): ReportDue[] {
  const groups = new Map<string, Gathered>()
  for (const decision of decisions) {
    for (const { to, clocks } of decision.receivers) {
      const key = `${groupKey(decision)}|${to.key === 'unknown' ? to.name : to.key}`
      const group = groups.get(key) ?? { to, parts: [] }
      group.parts.push({ decision, clocks })
      groups.set(key, group)
    }
  }
  return [...groups.values()].flatMap(group => reportOf(group, law, file, at) ?? [])
}

function reportOf(gathered: Gathered, law: Law, file: CaseFile, at: Day): ReportDue | undefined {
  const { to, parts } = gathered
  const [first] = parts
  if (first === undefined) return undefined
  const { decision } = first
  const { rule } = decision.ready
  if (rule.duty.type !== 'report') return undefined
  const clocks = relevant(parts.flatMap(p => p.clocks))
  const governing = governingClock(clocks)
  const governs =
    governing === undefined ? decision : (parts.find(p => p.clocks.includes(governing))?.decision ?? decision)
  const answers = parts.map(p => p.decision.answer)
  const inForce = parts.every(p => p.decision.inForce)
  const assumed = governing?.zero?.assumed === true
  const state: State = answers.includes('yes') && inForce && !assumed && !to.open ? 'due' : 'undetermined'
  const certainty = weakest(parts.map(p => p.decision.ready.rule.certainty))
  const form = formOn(law.pack.forms, rule.duty.form, rule.jurisdiction, at)
  const jurisdiction: Jurisdiction = to.country === 'XI' ? 'NI' : rule.jurisdiction
  return {
    jurisdiction,
    authority: to.name,
    authorityId: to.authority?.id ?? null,
    country: to.country ?? null,
    form: form?.title ?? rule.duty.form,
    kind: rule.duty.kind,
    classification: classify(clocks, rule),
    state,
    day0: governing?.zero?.day ?? null,
    target: governing?.target ?? null,
    ceiling: governing?.ceiling ?? null,
    citation: citationOf(governs),
    channel: channelText(to.authority, rule.duty.channel, at),
    owedBy: (parts.find(p => p.decision.answer === 'yes')?.decision.ready.rule ?? rule).owedBy
      .map(r => r.replaceAll('-', ' '))
      .join(' or '),
    device: decision.subject.device.name,
    about: decision.subject.about,
    timing: governs.ready.rule.timing,
    why: why(parts, governing, to, law),
    confirmed: (certainty === 'verified' || certainty === 'secondary-source') && inForce,
    certainty,
    sent: sentOf(gathered, file),
    notes: notesOf(gathered, governing, inForce, file, at),
    evidence: [...new Set(parts.flatMap(p => p.decision.ready.rule.evidence))],
    rules: parts.map(p => p.decision.ready.rule.id),
    clocks: clocks.map(c => clockResult(c, c === governing)),
  }
}

const ORDER: readonly Certainty[] = ['verified', 'secondary-source', 'not-confirmed', 'requires-confirmation']
function weakest(list: readonly Certainty[]): Certainty {
  return ORDER.findLast(c => list.includes(c)) ?? 'requires-confirmation'
}

export function citationOf({ instruments }: Decision): string {
  return instruments.map(i => i.citation).join('; ')
}

function channelText(authority: Authority | undefined, kind: ReportKind | 'none', at: Day): string {
  const channel = authority === undefined || kind === 'none' ? undefined : channelFor(authority, kind, at)
  if (channel === undefined) return 'not known; ask the authority'
  return channel.address === undefined ? channel.name : `${channel.name} (${channel.address})`
}
