import type { Day, Finding } from '@vigie/kernel'
import type { CaseFile } from '../case.js'
import { caseFindings } from '../findings.js'

/** What is already known cannot lie in the future. */
export function futureDates(file: CaseFile, today: Day): Finding[] {
  const dated: [string, string, Day | undefined][] = [
    ['event.from', 'The event', file.event?.from],
    ['event.to', 'The end of the event', file.event?.to],
    ['investigation.concludedOn', 'The end of the investigation', file.investigation?.concludedOn],
    ...file.sentReports.map((r, i): [string, string, Day] => [`sentReports[${i}].on`, 'A report sent', r.on]),
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

/** Dates of the event and of awareness that cannot come in this order. */
export function dateOrder(file: CaseFile): Finding[] {
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

/** Two dates of which the second cannot come first. */
function inOrder(
  path: string,
  [earlier, earlierDay]: readonly [string, Day | undefined],
  [later, laterDay]: readonly [string, Day | undefined],
): Finding[] {
  return earlierDay !== undefined && laterDay !== undefined && laterDay < earlierDay
    ? [caseFindings.make.ORDER({ path }, { earlier, earlierDay, later, laterDay })]
    : []
}

/** A judgement, an investigation or an action that comes too early, or against what was known. */
export function judgement(file: CaseFile): Finding[] {
  const judged = file.assessment?.judgedNotReportable
  const first = file.awareness.map(a => a.at.day).sort()[0]
  const serious = ['death', 'serious-deterioration', 'serious-public-health-threat']
  const knew =
    judged === undefined ? [] : file.awareness.filter(a => serious.includes(a.of) && a.at.day < judged.on)
  return [
    ...inOrder(
      'assessment.judgedNotReportable.on',
      ['the first awareness', first],
      ['The judgement', judged?.on],
    ),
    ...inOrder(
      'investigation.concludedOn',
      ['the first awareness', first],
      ['The end of the investigation', file.investigation?.concludedOn],
    ),
    ...file.fieldActions.flatMap((f, i) =>
      inOrder(
        `fieldActions[${i}].initiatedOn`,
        ['the decision', f.decidedOn?.day],
        ['The begin of the action', f.initiatedOn],
      ),
    ),
    ...file.devices.flatMap((d, i) =>
      inOrder(
        `devices[${i}].explanted`,
        ['the implantation', d.implanted?.from],
        ['The explantation', d.explanted?.from],
      ),
    ),
    ...knew.map(a =>
      caseFindings.make.CONTRADICTION(
        { path: 'assessment.judgedNotReportable' },
        {
          one: 'The incident was judged not reportable',
          other: `${a.of.replaceAll('-', ' ')} had been learnt on ${a.at.day} already`,
          used: 'the clock runs from the first awareness',
        },
      ),
    ),
  ]
}

/** Instants whose local date is not certain. */
export function zones(file: CaseFile): Finding[] {
  return file.awareness.flatMap((a, i) =>
    a.at.zoneMissing
      ? [caseFindings.make['ZONE-MISSING']({ path: `awareness[${i}].at` }, { written: a.at.written })]
      : [],
  )
}
