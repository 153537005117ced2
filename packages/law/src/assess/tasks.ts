import type { Law } from '../engine/pack.js'
import { governingClock } from './clocks.js'
import type { Decision } from './decide.js'
import { groupKey } from './gathered.js'
import { citationOf } from './reports.js'
import type { Task } from './result.js'
import { asSentence } from './sentence.js'
import { reasonTexts } from './why.js'

/** Duties beside reports to authorities: forwarding, copies, investigation, records. */
export function tasksFrom(decisions: readonly Decision[], law: Law): Task[] {
  const seen = new Set<string>()
  return decisions.flatMap(decision => {
    const { rule } = decision.ready
    if (rule.duty.type !== 'task' || decision.answer === 'no' || !decision.inForce) return []
    const key = groupKey(decision)
    if (seen.has(key)) return []
    seen.add(key)
    const clock = governingClock(decision.receivers[0]?.clocks ?? [])
    const texts = [...new Set(reasonTexts(decision, law).map(r => r.text))]
    return [
      {
        rule: rule.id,
        jurisdiction: rule.jurisdiction,
        title: rule.title,
        owedBy: rule.owedBy.map(r => r.replaceAll('-', ' ')).join(' or '),
        to: [...new Set(decision.receivers.map(r => r.to.name))].join(', '),
        by: clock?.target ?? null,
        timing: rule.timing,
        state: decision.answer === 'yes' ? 'due' : 'undetermined',
        status: rule.status,
        citation: citationOf(decision),
        about: decision.subject.about,
        why:
          decision.answer === 'yes'
            ? texts.map(asSentence).join(' ')
            : 'Not settled yet; see the questions. Until then it is treated as due.',
        confirmed: rule.certainty === 'verified' || rule.certainty === 'secondary-source',
        evidence: rule.evidence,
      },
    ]
  })
}
