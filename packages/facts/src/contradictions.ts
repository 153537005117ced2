import type { Day, Finding } from '@vigie/kernel'
import type { CaseFile } from './case.js'
import { valueOf } from './fact.js'
import { caseFindings } from './findings.js'
import { RISK_CLASSES } from './vocabulary.js'

/**
 * What cannot be true together in a case, and what lies in the future of `today`.
 * A contradiction never stops the assessment: the stricter reading is used and said so.
 */
export function contradictions(file: CaseFile, today: Day): Finding[] {
  return [
    ...futureDates(file, today),
    ...dateOrder(file),
    ...deviceClasses(file),
    ...eventFacts(file),
    ...zones(file),
  ]
}

function futureDates(file: CaseFile, today: Day): Finding[] {
  const dated: [string, string, Day | undefined][] = [
    ['event.from', 'The event', file.event?.from],
    ['event.to', 'The end of the event', file.event?.to],
    ['assessment.judgedNotReportable.on', 'The decision', file.assessment?.judgedNotReportable?.on],
    ...file.awareness.map((a, i): [string, string, Day] => [
      `awareness[${i}].at`,
      `Awareness of "${a.of}"`,
      a.at.day,
    ]),
    ...file.fieldActions.flatMap((f, i): [string, string, Day | undefined][] => [
      [`fieldActions[${i}].decidedOn`, 'The decision on the field action', f.decidedOn?.day],
      [`fieldActions[${i}].initiatedOn`, 'The begin of the field action', f.initiatedOn],
    ]),
    ...file.trends.map((t, i): [string, string, Day] => [
      `trends[${i}].detectedOn`,
      'The trend',
      t.detectedOn,
    ]),
    ...file.authorityRequests.map((r, i): [string, string, Day] => [
      `authorityRequests[${i}].receivedOn`,
      'The request',
      r.receivedOn,
    ]),
  ]
  return dated.flatMap(([path, what, day]) =>
    day !== undefined && day > today ? [caseFindings.make.FUTURE({ path }, { what, day, today })] : [],
  )
}

function dateOrder(file: CaseFile): Finding[] {
  const found: Finding[] = []
  const event = file.event
  if (event?.from !== undefined && event.to !== undefined && event.to < event.from) {
    found.push(
      caseFindings.make.ORDER(
        { path: 'event.to' },
        {
          earlier: 'the first day of the event',
          earlierDay: event.from,
          later: 'The last day of the event',
          laterDay: event.to,
        },
      ),
    )
  }
  file.awareness.forEach((a, i) => {
    if (event?.from !== undefined && a.at.day < event.from) {
      found.push(
        caseFindings.make.ORDER(
          { path: `awareness[${i}].at` },
          {
            earlier: 'the event',
            earlierDay: event.from,
            later: `Awareness of "${a.of}"`,
            laterDay: a.at.day,
          },
        ),
      )
    }
  })
  return found
}

function deviceClasses(file: CaseFile): Finding[] {
  return file.devices.flatMap((device, i) => {
    const [regulation, riskClass] = [valueOf(device.regulation), valueOf(device.riskClass)]
    if (regulation === undefined || riskClass === undefined) return []
    const allowed: readonly string[] = RISK_CLASSES[regulation]
    return allowed.includes(riskClass)
      ? []
      : [
          caseFindings.make['CLASS-MISMATCH'](
            { path: `devices[${i}].riskClass` },
            { riskClass, regulation, allowed: allowed.join(', ') },
          ),
        ]
  })
}

function eventFacts(file: CaseFile): Finding[] {
  const found: Finding[] = []
  const outcomes = valueOf(file.event?.outcomes) ?? []
  const problems = valueOf(file.event?.problems) ?? []
  const say = (path: string, one: string, other: string, used: string) =>
    found.push(caseFindings.make.CONTRADICTION({ path }, { one, other, used }))
  if (outcomes.includes('no-harm') && outcomes.length > 1) {
    say('event.outcomes', 'The outcomes say that nobody was harmed', 'they name harm too', 'the harm counts')
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

function zones(file: CaseFile): Finding[] {
  return file.awareness.flatMap((a, i) =>
    a.at.zoneMissing
      ? [caseFindings.make['ZONE-MISSING']({ path: `awareness[${i}].at` }, { written: a.at.written })]
      : [],
  )
}
