import { type Authority, type Certainty, channelFor, type ReportKind } from '@vigie/codes'
import type { Day } from '@vigie/kernel'
import type { Addressee } from '../engine/addressee.js'
import { formOn } from '../engine/form-version.js'
import type { Law } from '../engine/pack.js'
import { type Classification, type Jurisdiction, type Rule, SEVERITY } from '../engine/rule.js'
import { reasons, traceOf } from '../engine/trace.js'
import type { Decision, RunningClock } from './decide.js'
import type { ClockResult, ReportDue, State } from './result.js'
import { asSentence, fill } from './sentence.js'

/** Decisions for one report to one receiver: the rules that ask for it and their clocks. */
interface Gathered {
  readonly to: Addressee
  readonly parts: { readonly decision: Decision; readonly clocks: readonly RunningClock[] }[]
}

/** Decisions on reports, gathered by subject, form, kind and receiver; each group becomes one report. */
export function reportsFrom(decisions: readonly Decision[], law: Law, at: Day): ReportDue[] {
  const groups = new Map<string, Gathered>()
  for (const decision of decisions) {
    for (const { to, clocks } of decision.receivers) {
      const key = `${groupKey(decision)}|${to.key === 'unknown' ? to.name : to.key}`
      const group = groups.get(key) ?? { to, parts: [] }
      group.parts.push({ decision, clocks })
      groups.set(key, group)
    }
  }
  return [...groups.values()].flatMap(group => reportOf(group, law, at) ?? [])
}

/** Decisions with the same key ask for the same report. */
export function groupKey({ ready: { rule }, subject }: Decision): string {
  const what = rule.duty.type === 'report' ? `${rule.duty.form}|${rule.duty.kind}` : rule.id
  const device = subject.scope === 'incident' ? subject.deviceIndex : 'all'
  return [rule.jurisdiction, subject.scope, subject.index, device, what].join('|')
}

function reportOf({ to, parts }: Gathered, law: Law, at: Day): ReportDue | undefined {
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
  const state: State = answers.includes('yes') && inForce && !assumed ? 'due' : 'undetermined'
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
    owedBy: rule.owedBy.map(r => r.replaceAll('-', ' ')).join(' or '),
    device: decision.subject.device.name,
    about: decision.subject.about,
    timing: governs.ready.rule.timing,
    why: why(parts, governing, to, law, state),
    confirmed: (certainty === 'verified' || certainty === 'secondary-source') && inForce,
    certainty,
    notes: notesOf(parts, clocks, to, inForce),
    evidence: [...new Set(parts.flatMap(p => p.decision.ready.rule.evidence))],
    rules: parts.map(p => p.decision.ready.rule.id),
    clocks: clocks.map(c => clockResult(c, c === governing)),
  }
}

/**
 * The clocks worth showing. A settled clock hides a later one from the same day 0; a clock from another fact stays
 * beside it. An open clock only matters when it would end earlier, or name a more serious class, than what is settled.
 */
export function relevant(clocks: readonly RunningClock[]): readonly RunningClock[] {
  const settled = clocks.filter(c => c.answer === 'yes')
  const first = governingClock(settled)
  const open = clocks.filter(c => c.answer === 'unknown' && (endsEarlier(c, first) || isGraver(c, settled)))
  return [...settled.filter(c => !settled.some(other => other !== c && hides(other, c))), ...open]
}

function hides(one: RunningClock, other: RunningClock): boolean {
  return one.zero?.day === other.zero?.day && endsEarlier(one, other)
}

function endsEarlier(one: RunningClock, other: RunningClock | undefined): boolean {
  if (other?.ceiling === undefined || other.target === undefined) return true
  if (one.ceiling === undefined || one.target === undefined) return false
  return one.ceiling < other.ceiling || (one.ceiling === other.ceiling && one.target < other.target)
}

function isGraver(one: RunningClock, settled: readonly RunningClock[]): boolean {
  return settled.every(c => rank(one.clock.classification) < rank(c.clock.classification))
}

const rank = (c: Classification | undefined) => (c === undefined ? SEVERITY.length : SEVERITY.indexOf(c))

/** The clock that ends first. */
export function governingClock(clocks: readonly RunningClock[]): RunningClock | undefined {
  return clocks.reduce<RunningClock | undefined>(
    (best, c) => (c.ceiling !== undefined && endsEarlier(c, best) ? c : best),
    undefined,
  )
}

/** The most serious class that the facts settle; "undetermined" where only the lowest is settled and a higher one is open. */
function classify(clocks: readonly RunningClock[], rule: Rule): ReportDue['classification'] {
  if (rule.duty.type !== 'report' || (rule.duty.form !== 'MIR' && rule.duty.form !== 'FDA-3500A')) return null
  const of = (answer: 'yes' | 'unknown') =>
    SEVERITY.find(s => clocks.some(c => c.answer === answer && c.clock.classification === s))
  const [settled, open] = [of('yes'), of('unknown')]
  if (settled === undefined) return open === undefined ? null : 'undetermined'
  return settled === 'All other reportable incidents' && rank(open) < rank(settled) ? 'undetermined' : settled
}

const ORDER: readonly Certainty[] = ['verified', 'secondary-source', 'not-confirmed', 'requires-confirmation']
export function weakest(list: readonly Certainty[]): Certainty {
  return ORDER.findLast(c => list.includes(c)) ?? 'requires-confirmation'
}

export function citationOf({ instruments }: Decision): string {
  return instruments.map(i => i.citation).join('; ')
}

function channelText(authority: Authority | undefined, kind: ReportKind, at: Day): string {
  const channel = authority === undefined ? undefined : channelFor(authority, kind, at)
  if (channel === undefined) return 'not known; ask the authority'
  return channel.address === undefined ? channel.name : `${channel.name} (${channel.address})`
}

/** Sentences of a decision's answer, in words, first letter small. */
export function reasonTexts(decision: Decision, law: Law): readonly { answer: string; text: string }[] {
  const trace = traceOf(decision.ready.rule.when, decision.facts, decision.on, law.surroundings)
  return reasons(trace).map(r => ({ answer: r.answer, text: fill(r.sentence, decision.facts) }))
}

function why(
  parts: Gathered['parts'],
  governing: RunningClock | undefined,
  to: Addressee,
  law: Law,
  state: State,
): string {
  const sentences: string[] = []
  const leading = parts.find(p => p.decision.answer === 'yes') ?? parts[0]
  if (leading === undefined) return ''
  const texts = [...new Set(reasonTexts(leading.decision, law).map(r => r.text))]
  if (leading.decision.answer === 'yes') {
    sentences.push(...texts.map(asSentence))
  } else {
    sentences.push(
      ...texts.map(t => asSentence(`It is not settled whether ${t}`)),
      'Until it is settled the report is treated as due: not knowing is no reason not to report.',
    )
  }
  if (to.why !== undefined) sentences.push(asSentence(to.why))
  if (governing?.zero !== undefined) {
    sentences.push(asSentence(`Day 0 is ${governing.zero.day}, ${governing.zero.why}`))
    sentences.push(...governing.steps.map(asSentence))
  } else if (parts.some(p => p.clocks.length > 0)) {
    sentences.push('The case gives no day to count from.')
  }
  if (state === 'undetermined' && governing?.answer === 'unknown') {
    sentences.push('The strictest limit that can apply is shown.')
  }
  return [...new Set(sentences)].filter(s => s !== '').join(' ')
}

function notesOf(
  parts: Gathered['parts'],
  clocks: readonly RunningClock[],
  to: Addressee,
  inForce: boolean,
): readonly string[] {
  const notes = parts.flatMap(p => p.decision.ready.rule.note ?? [])
  if (clocks.some(c => c.clock.countingCertainty === 'requires-confirmation')) {
    notes.push('How the days are counted here is not confirmed; the shorter reading is used.')
  }
  if (!inForce)
    notes.push(
      'On the day that counts this record was not in force; the law of that day is not in this law pack.',
    )
  if (!to.certain) notes.push('Who receives the report is not certain from the facts.')
  return [...new Set(notes)]
}

function clockResult(c: RunningClock, governs: boolean): ClockResult {
  return {
    rule: c.rule.id,
    citation: c.rule.instruments.map(i => i.citation).join('; '),
    classification: c.clock.classification ?? null,
    state: c.answer === 'yes' ? 'due' : 'undetermined',
    day0: c.zero?.day ?? null,
    target: c.target ?? null,
    ceiling: c.ceiling ?? null,
    governs,
    assumed: c.zero?.assumed === true,
    why: c.zero === undefined ? 'The case gives no day to count from.' : asSentence(`Day 0: ${c.zero.why}`),
  }
}
