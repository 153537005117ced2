import type { CaseFile } from '@vigie/facts'
import type { FactPath } from '../engine/law-facts.js'
import type { Law } from '../engine/pack.js'
import { QUESTIONS } from '../engine/questions.js'
import type { Basis } from '../engine/rule.js'
import { missingFacts, traceOf } from '../engine/trace.js'
import { relevant } from './clocks.js'
import type { Decision, RunningClock } from './decide.js'
import type { Question } from './result.js'

/**
 * The questions whose answers would settle an open duty or an open clock, most useful first.
 * A rule that is ruled out asks nothing.
 */
export function questionsFrom(decisions: readonly Decision[], file: CaseFile, law: Law): Question[] {
  const open = new Map<string, { path: FactPath; answerAt: string; settles: Set<string> }>()
  for (const decision of decisions) {
    if (decision.answer === 'no') continue
    for (const path of missing(decision, law)) {
      const text = QUESTIONS[path]
      if (text === undefined) continue
      const answerAt = text.answerAt.replace(
        '[i]',
        `[${path.startsWith('device.') ? decision.subject.deviceIndex : decision.subject.index}]`,
      )
      const entry = open.get(answerAt) ?? { path, answerAt, settles: new Set() }
      entry.settles.add(decision.ready.rule.id)
      open.set(answerAt, entry)
    }
  }
  const questions = [...open.values()].sort((a, b) => b.settles.size - a.settles.size)
  return [
    ...awarenessQuestion(decisions, file),
    ...presumedQuestions(decisions, file),
    ...threatQuestion(decisions, file),
    ...placeQuestions(decisions, file),
    ...startQuestions(decisions, file),
    ...questions.map(q => toQuestion(q, file)),
  ]
}

function missing(decision: Decision, law: Law): FactPath[] {
  const { rule } = decision.ready
  const shown = new Set(relevant(decision.receivers.flatMap(r => r.clocks)).map(c => c.clock))
  const conditions = [
    rule.when,
    ...rule.clocks.flatMap(c => (shown.has(c) && c.when !== undefined ? [c.when] : [])),
  ]
  const found = conditions.flatMap(c =>
    missingFacts(traceOf(c, decision.facts, decision.on, law.surroundings), decision.facts),
  )
  const receivers = decision.receivers.filter(r => !r.to.certain)
  if (receivers.some(r => r.to.key.includes('DE-PEI'))) found.push('device.bloodOrInfectionScreening')
  if (receivers.some(r => r.to.key.includes('LI-'))) found.push('device.liechtensteinRegime')
  return [...new Set(found)]
}

function awarenessQuestion(decisions: readonly Decision[], file: CaseFile): Question[] {
  const asking = decisions.filter(
    d =>
      d.answer !== 'no' &&
      d.subject.scope === 'incident' &&
      d.ready.rule.duty.type === 'report' &&
      d.receivers.some(r => r.clocks.some(isWithoutAwareness)),
  )
  if (asking.length === 0) return []
  return [
    question(
      'awareness',
      `When did ${file.manufacturer.name}, or somebody acting for it, first learn of the incident?`,
      'That day is day 0. Every limit counts from it.',
      'awareness',
      'MDCG 2023-3 Rev.2 Q15',
      [...new Set(asking.map(d => d.ready.rule.id))],
    ),
  ]
}

const KNOWLEDGE_BASES: readonly Basis[] = [
  'incident-learnt',
  'death-learnt',
  'serious-deterioration-learnt',
  'public-health-threat-learnt',
]

function isWithoutAwareness(c: RunningClock): boolean {
  return KNOWLEDGE_BASES.includes(c.clock.basis) && (c.zero === undefined || c.zero.assumed === true)
}

const question = (
  fact: string,
  text: string,
  meaning: string,
  answerAt: string,
  citation: string | null,
  settles: readonly string[],
): Question => ({
  fact,
  question: text,
  meaning,
  answerAt,
  citation,
  askedOn: null,
  settles,
})

/** Whether somebody whose day 0 counts only by presumption acts for the manufacturer. */
function presumedQuestions(decisions: readonly Decision[], file: CaseFile): Question[] {
  const byEntry = new Map<number, Set<string>>()
  for (const d of decisions.filter(d => d.answer !== 'no')) {
    for (const clock of d.receivers.flatMap(r => r.clocks)) {
      const entry = clock.zero?.presumed
      if (entry !== undefined) byEntry.set(entry, (byEntry.get(entry) ?? new Set()).add(d.ready.rule.id))
    }
  }
  return [...byEntry].map(([entry, settles]) =>
    question(
      'awareness.actsForManufacturer',
      `Does the ${(file.awareness[entry]?.by ?? 'other').replaceAll('-', ' ')} that learnt of it on ${file.awareness[entry]?.at.day} act for the manufacturer, for example take its complaints?`,
      'Yes, or not known: that day is day 0. No: day 0 is the day the manufacturer itself learnt of it.',
      `awareness[${entry}].actsForManufacturer`,
      'MDCG 2023-3 Rev.2 Q15',
      [...settles],
    ),
  )
}

/** Who the representative is, where the receiver of a report or the person who owes it follows from it. */
function placeQuestions(decisions: readonly Decision[], file: CaseFile): Question[] {
  const due = decisions.filter(d => d.answer !== 'no' && d.ready.rule.duty.type === 'report')
  const withoutPlace = due.filter(d => d.receivers.some(r => r.to.name.includes('place of the manufacturer')))
  const withoutSwiss = due.filter(
    d => d.ready.rule.owedBy.includes('swiss-representative') && d.ready.rule.jurisdiction === 'CH',
  )
  return [
    ...(withoutPlace.length > 0 &&
    file.authorisedRepresentative === undefined &&
    file.manufacturer.country !== 'UK'
      ? [
          question(
            'authorisedRepresentative.country',
            'Who is the authorised representative in the EU or Northern Ireland, and where is it established?',
            'The authority of its place receives the report, because the manufacturer is outside.',
            'authorisedRepresentative',
            'MDR Art 11(7), Art 92(7)',
            withoutPlace.map(d => d.ready.rule.id),
          ),
        ]
      : []),
    ...(withoutSwiss.length > 0 && file.swissRepresentative === undefined
      ? [
          question(
            'swissRepresentative',
            'Who is the Swiss authorised representative?',
            'It is responsible for the report, because the manufacturer is outside Switzerland.',
            'swissRepresentative',
            'MedDO Art 66(2bis)',
            [...new Set(withoutSwiss.map(d => d.ready.rule.id))],
          ),
        ]
      : []),
  ]
}

/** When a field action begins: the day its reports hang on. */
function startQuestions(decisions: readonly Decision[], file: CaseFile): Question[] {
  return file.fieldActions.flatMap((_, i) => {
    const asking = decisions.filter(
      d =>
        d.answer !== 'no' &&
        d.subject.scope === 'field-action' &&
        d.subject.index === i &&
        d.receivers.some(r =>
          r.clocks.some(c => c.zero === undefined && c.clock.basis.startsWith('action-')),
        ),
    )
    return asking.length === 0
      ? []
      : [
          question(
            'action.plannedStart',
            'On which day is the field action to begin?',
            'The authorities are told before that day.',
            `fieldActions[${i}].plannedStart`,
            'MDR Art 87(8)',
            [...new Set(asking.map(d => d.ready.rule.id))],
          ),
        ]
  })
}

/** Signs that a public health threat ought to be thought of, when the case does not speak of it. */
function threatQuestion(decisions: readonly Decision[], file: CaseFile): Question[] {
  if (file.event === undefined || file.event.publicHealthThreat !== undefined) return []
  const asking = decisions.filter(
    d =>
      d.answer !== 'no' &&
      d.subject.scope === 'incident' &&
      d.ready.rule.duty.type === 'report' &&
      d.ready.rule.duty.kind === 'initial',
  )
  const signs = asking.some(
    ({ facts }) =>
      facts['device.bloodOrInfectionScreening'] === true ||
      facts['device.riskClass'] === 'D' ||
      facts['device.riskClass'] === 'list-A' ||
      facts['event.problems']?.some(p => p === 'falsified' || p === 'security-compromise') === true,
  )
  if (!signs && (file.event.patients ?? 1) < 2) return []
  return asking.length === 0
    ? []
    : [
        toQuestion(
          {
            path: 'event.publicHealthThreat',
            answerAt: 'event.publicHealthThreat',
            settles: new Set(asking.map(d => d.ready.rule.id)),
          },
          file,
        ),
      ]
}

function toQuestion(
  q: { path: FactPath; answerAt: string; settles: ReadonlySet<string> },
  file: CaseFile,
): Question {
  const text = QUESTIONS[q.path]
  return {
    fact: q.path,
    question: text?.ask ?? q.path,
    meaning: text?.meaning ?? '',
    answerAt: q.answerAt,
    citation: text?.citation ?? null,
    askedOn: askedOn(file, q.answerAt),
    settles: [...q.settles],
  }
}

/** The day on which an answer was asked for, when the case says so at that place. */
function askedOn(file: CaseFile, path: string): string | null {
  let at: unknown = file
  for (const step of path.split(/[.[\]]+/).filter(s => s !== '')) {
    if (typeof at !== 'object' || at === null) return null
    at = Object.entries(at).find(([key]) => key === step)?.[1]
  }
  return typeof at === 'object' && at !== null && 'askedOn' in at && typeof at.askedOn === 'string'
    ? at.askedOn
    : null
}
