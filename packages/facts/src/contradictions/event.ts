import type { Finding } from '@vigie/kernel'
import type { CaseFile } from '../case.js'
import { valueOf } from '../fact.js'
import { caseFindings } from '../findings.js'

/** Facts of the event that exclude each other. */
export function eventFacts(file: CaseFile): Finding[] {
  const found: Finding[] = []
  const outcomes = valueOf(file.event?.outcomes) ?? []
  const problems = valueOf(file.event?.problems) ?? []
  const say = (path: string, one: string, other: string, used: string) =>
    found.push(caseFindings.make.CONTRADICTION({ path }, { one, other, used }))
  if (outcomes.includes('no-harm') && outcomes.length > 1) {
    say('event.outcomes', 'The outcomes say that nobody was harmed', 'they name harm too', 'the harm counts')
  }
  const harmless =
    problems.length > 0 && problems.every(p => p === 'no-device-problem' || p === 'security-vulnerability')
  const harmed = outcomes.some(o => o !== 'no-harm')
  const causality = valueOf(file.assessment?.causality)
  const linked = causality !== undefined && causality !== 'excluded'
  if (harmless && harmed && (linked || problems.includes('security-vulnerability'))) {
    say(
      'event.problems',
      'The problems name none that harms',
      'somebody was harmed by the device',
      'it is left open whether there was an incident',
    )
  }
  if (problems.includes('no-device-problem') && problems.length > 1) {
    say(
      'event.problems',
      'The problems say that nothing was wrong',
      'they name a problem too',
      'the problem counts',
    )
  }
  for (const [i, a] of file.awareness.entries()) {
    if (a.of === 'death' && valueOf(file.event?.outcomes) !== undefined && !outcomes.includes('death')) {
      say(
        `awareness[${i}]`,
        'Somebody learnt of a death',
        'the outcomes do not name one',
        'a death is assumed',
      )
    }
    if (a.of === 'serious-public-health-threat' && valueOf(file.event?.publicHealthThreat) === false) {
      say(
        `awareness[${i}]`,
        'Somebody learnt of a serious public health threat',
        'the event says there is none',
        'a threat is assumed',
      )
    }
    if (a.of === 'reportability' && file.assessment?.judgedNotReportable === undefined) {
      say(
        `awareness[${i}]`,
        'Somebody learnt that the incident is reportable after all',
        'assessment.judgedNotReportable does not say when and why it was first judged not reportable',
        'the clock runs from awareness of the incident',
      )
    }
  }
  return found
}
